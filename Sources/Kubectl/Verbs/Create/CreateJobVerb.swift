import APIServer
import Objects

/// `kubectl create job`: a Job from an image, or from a CronJob's template.
enum CreateJobVerb {
  static let verb = Verb(
    "create",
    "job",
    manual: manual,
    flags: FlagTable([from, image]) + CreateFlags.common,
    run: run
  )

  private static let manual = Manual(
    "create a Job, from an image or from a CronJob",
    "이미지나 크론잡으로 잡을 만듭니다",
    usage: "NAME (--image=IMAGE [-- COMMAND [WORD…]] | --from=cronjob/NAME)",
    examples: "create job greet --image=busybox:1.28 -- echo hello",
    "create job now --from=cronjob/hello"
  )

  private static let from = Flag.string("from", takes: .object([.cronJob]))
  private static let image = Flag.string("image", takes: .imageName)

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    let name = try CreateFlags.name(call)
    let command = CreateFlags.command(call)
    if call[image].isEmpty == call[from].isEmpty { throw .plain("either --image or --from must be specified") }
    if !call[from].isEmpty, !command.isEmpty { throw .plain("cannot specify --from and command") }
    let fields =
      try call[from].isEmpty ? job(name, call[image], command) : job(name, from: cronJob(call, context))
    try CreateFlags.finish(
      Generated(kind: .job, name: name, fields: fields),
      call,
      &context,
      failure: "failed to create job"
    )
  }

  private static func job(_ name: String, _ image: String, _ command: [String]) -> Fields {
    [
      "apiVersion": "batch/v1", "kind": "Job", "metadata": ["name": .string(name)],
      "spec": ["template": CreateFlags.template(name, image: image, command: command, restart: "Never")],
      "status": [:],
    ]
  }

  private static func cronJob(_ call: Invocation, _ context: KubectlContext) throws(KubectlError) -> Object {
    let selection = try ResourceArguments([Word(call[from], at: 0..<0)]).resolve()
    guard case .names(let names) = selection, let source = names.first else { throw .plain("expected one object") }
    guard source.kind == .cronJob else {
      throw .plain("from must be an existing cronjob")
    }
    let id = ObjectID(.cronJob, namespace: call.namespace(in: context), name: source.name)
    do throws(APIError) { return try context.get(id) } catch { throw .server(error) }
  }

  /// Mirrors `createJobFromCronJob`.
  private static func job(_ name: String, from cronJob: Object) -> Fields {
    let template = cronJob.body["spec"]?["jobTemplate"]
    var annotations: Fields = ["cronjob.kubernetes.io/instantiate": "manual"]
    for entry in template?["metadata"]?["annotations"]?.object ?? [:] { annotations[entry.name] = entry.value }
    var owner = OwnerReference(controller: .cronJob, cronJob.metadata)
    owner.blockOwnerDeletion = nil
    var metadata: Fields = [
      "name": .string(name), "annotations": .object(annotations), "ownerReferences": [.object(owner.fields)],
    ]
    metadata["labels"] = template?["metadata"]?["labels"]
    return [
      "apiVersion": "batch/v1", "kind": "Job", "metadata": .object(metadata), "spec": template?["spec"] ?? [:],
      "status": [:],
    ]
  }
}
