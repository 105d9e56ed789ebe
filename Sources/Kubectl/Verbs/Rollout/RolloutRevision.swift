import Objects

/// One revision of a Deployment or DaemonSet, as its ReplicaSets or ControllerRevisions keep it.
struct RolloutRevision {
  var number: Int64
  var changeCause: String
  /// The Pod template of that time.
  var template: Value
  /// The template as it is kept: of a Deployment the ReplicaSet's, with the label that tells it from others.
  var keptTemplate: Value
  /// The template as history shows it: of a Deployment with the cause of the change.
  var shownTemplate: Value
  /// The annotations of the object that keeps the revision.
  var annotations: StringMap
  /// The object as `-o` shows it: a Deployment's ReplicaSet, a DaemonSet with the template of that time.
  var object: Object

  /// The annotation that tells why a revision was made.
  static let cause = "kubernetes.io/change-cause"

  /// The revisions of `object`, oldest first. Throws for kinds that keep none.
  static func all(of object: Object, _ context: KubectlContext) throws(KubectlError) -> [RolloutRevision] {
    let kept: [RolloutRevision]
    switch object.kind {
    case .deployment: kept = owned(.replicaSet, by: object, context).compactMap(RolloutRevision.init(replicaSet:))
    case .daemonSet:
      kept = owned(.controllerRevision, by: object, context).map { RolloutRevision(revision: $0, of: object) }
    case .statefulSet: throw .notSimulated("the history of StatefulSets")
    default:
      throw .plain("no history viewer has been implemented for \"\(object.kind.name).\(object.kind.group)\"")
    }
    return kept.sorted { $0.number < $1.number }
  }

  /// The description of the Pod template, whose tabs stay as they are.
  ///
  /// Mirrors polymorphichelpers' `printTemplate`.
  static func description(of template: Value) -> String {
    var writer = DescribeWriter(aligned: false)
    writer.template(Reading(template))
    return writer.finish()
  }

  private static func owned(_ kind: Kind, by owner: Object, _ context: KubectlContext) -> [Object] {
    context.list(kind, in: owner.metadata.namespace).filter { $0.metadata.controllerRef?.uid == owner.metadata.uid }
  }

  private init?(replicaSet object: Object) {
    guard let number = object.metadata.annotations[Deployment.revisionAnnotation].flatMap({ Int64($0) }) else {
      return nil
    }
    self.number = number
    self.object = object
    annotations = object.metadata.annotations
    changeCause = object.metadata.annotations[RolloutRevision.cause] ?? ""
    var kept = PodTemplate(fields: object.body["spec"]?["template"]?.object ?? [:])
    var shown = kept
    if !changeCause.isEmpty { shown.metadata.annotations[RolloutRevision.cause] = changeCause }
    keptTemplate = .object(kept.fields)
    kept.metadata.labels[Deployment.templateHashLabel] = nil
    template = .object(kept.fields)
    shownTemplate = .object(shown.fields)
  }

  private init(revision object: Object, of owner: Object) {
    number = object.body["revision"]?.int ?? 0
    annotations = object.metadata.annotations
    changeCause = object.metadata.annotations[RolloutRevision.cause] ?? ""
    var template = object.body["data"]?["spec"]?["template"] ?? [:]
    template["$patch"] = nil
    self.template = template
    keptTemplate = template
    shownTemplate = template
    var whole = owner.value
    whole["spec"]?["template"] = template
    self.object = Object(unread: whole.object ?? [:], kind: owner.kind)
  }
}
