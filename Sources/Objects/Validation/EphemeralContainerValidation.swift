/// Ephemeral containers, which `kubectl debug` adds to a Pod that is there.
///
/// Mirrors `validateEphemeralContainers` of `pkg/apis/core/validation`.
extension Validator {
  /// What is for the services of a Pod, in the order of the Go structure.
  private static let forbiddenFields = [
    "ports", "resources", "resizePolicy", "restartPolicy", "restartPolicyRules", "livenessProbe", "readinessProbe",
    "startupProbe", "lifecycle",
  ]

  mutating func ephemeralContainers(_ spec: Fields, _ path: FieldPath, _ pod: PodContext) {
    let others = Set((spec.items("containers") + spec.items("initContainers")).map { $0.text("name") })
    var names = others
    for (index, container) in spec.items("ephemeralContainers").enumerated() {
      let path = path[index]
      commonRules(container, path, pod)
      if !names.insert(container.text("name")).inserted {
        duplicate(path.child("name"), .string(container.text("name")))
      }
      let target = container.text("targetContainerName")
      if !target.isEmpty, !others.contains(target) {
        add(path.child("targetContainerName"), .notFound(.string(target)))
      }
      let detail = "cannot be set for an Ephemeral Container"
      for name in Validator.forbiddenFields where container[name] != nil && container[name] != [:] {
        forbidden(path.child(name), detail)
      }
      for (position, mount) in container.items("volumeMounts").enumerated() {
        let place = path.child("volumeMounts")[position]
        for name in ["subPath", "subPathExpr"] where !mount.text(name).isEmpty { forbidden(place.child(name), detail) }
      }
    }
  }
}
