import Objects

/// `kubectl create cronjob`.
enum CreateCronJobVerb {
  static let verb = Verb(
    "create",
    "cronjob",
    manual: manual,
    flags: FlagTable([image, restart, schedule]) + CreateFlags.common,
    run: run
  )

  private static let manual = Manual(
    "create a CronJob",
    "크론잡을 만듭니다",
    usage: "NAME --image=IMAGE --schedule=CRON [-- COMMAND [WORD…]]",
    examples: "create cronjob tick --image=busybox:1.28 --schedule='*/5 * * * *' -- date",
    "create cj tock --image=busybox --schedule=@hourly --dry-run=client -o name"
  )

  private static let image = Flag.string("image", takes: .imageName)
  private static let restart = Flag.string("restart", takes: .words(["Never", "OnFailure"]))
  private static let schedule = Flag.string("schedule", takes: .free("CRON"))

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    try CreateFlags.require(image, schedule, in: call)
    let name = try CreateFlags.name(call)
    let template = CreateFlags.template(
      name,
      image: call[image],
      command: CreateFlags.command(call),
      restart: call[restart].isEmpty ? "OnFailure" : call[restart]
    )
    let fields: Fields = [
      "apiVersion": "batch/v1", "kind": "CronJob", "metadata": ["name": .string(name)],
      "spec": [
        "jobTemplate": ["metadata": ["name": .string(name)], "spec": ["template": template]],
        "schedule": .string(call[schedule]),
      ],
      "status": [:],
    ]
    try CreateFlags.finish(
      Generated(kind: .cronJob, name: name, fields: fields),
      call,
      &context,
      failure: "failed to create cronjob"
    )
  }
}
