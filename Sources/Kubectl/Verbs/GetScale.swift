import APIServer
import Basics
import Objects

/// `kubectl get --subresource=scale`: how many Pods controllers keep, as the API server serves it beside them.
///
/// Mirrors `ScaleFromDeployment` and its like of the kinds' registries, and `printScale`.
struct GetScale {
  private let output: GetOutput
  /// Whether one object is named, which is then printed by itself.
  private let isSingle: Bool

  init(_ output: GetOutput, isSingle: Bool) {
    self.output = output
    self.isSingle = isSingle
  }

  func print(_ found: FoundObjects, _ context: inout KubectlContext) throws(KubectlError) {
    var found = found
    let objects = found.objects.map(\.object)
    let scaled = objects.filter(\.kind.hasScale)
    found.errors += Array(repeating: .server(.noSuchResource), count: objects.count - scaled.count)
    if isSingle { try found.throwErrors() }
    switch output.form {
    case .plain: context.output.write(table(scaled, at: context.now))
    default: try context.output.write(text(scaled))
    }
    try found.throwErrors()
  }

  private func table(_ objects: [Object], at now: Instant) -> String {
    guard !objects.isEmpty else { return "" }
    let options = output.table
    var table = TableText(["NAME", "DESIRED", "AVAILABLE", "AGE"], noHeaders: options.noHeaders, options.layout)
    return table.text(
      of: objects.map { object in
        let scale = Reading(object.scale)
        let counts = [scale.spec.replicas, scale.status.replicas].map { String($0.int ?? 0) }
        return [object.metadata.name] + counts + [object.age(at: now)]
      }
    )
  }

  private func text(_ objects: [Object]) throws(KubectlError) -> String {
    var printer = ObjectPrinter(output.form, noHeaders: output.table.noHeaders, output.table.layout)
    let values = objects.map { (name: "scale.autoscaling/\($0.metadata.name)", value: $0.scale) }
    do throws(OutputForm.FormError) {
      return try isSingle ? printer.text(ofNamed: values[0]) : printer.text(ofAllNamed: values)
    } catch {
      throw .plain(error.message)
    }
  }
}

extension Object {
  /// The Scale of this controller.
  fileprivate var scale: Value {
    let own = Reading(self)
    let selector = kind == .replicationController ? own.spec.selector.map.joined : own.spec.selector.selectorText
    let all = metadata.fields
    let names = ["creationTimestamp", "name", "namespace", "resourceVersion", "uid"]
    let spec = Fields([("replicas", .int(Int64(own.spec.replicas.int ?? 0)))].filter { $0.1 != 0 })
    return [
      "apiVersion": "autoscaling/v1", "kind": "Scale",
      "metadata": .object(Fields(names.compactMap { name in all[name].map { (name, $0) } })),
      "spec": .object(spec),
      "status": ["replicas": .int(Int64(own.status.replicas.int ?? 0)), "selector": .string(selector)],
    ]
  }
}
