import APIServer
import Basics
import Cluster
import Machinery
import Narration
import Objects

/// A decision depends only on what its record lists as read: with every other object of the cache changed, the same
/// decision comes out, byte for byte.
enum ReadingCheck {
  /// How many reconciles of a run are looked at.
  private static let samples = 12

  static func violations(_ timeline: Timeline, _ generator: inout Generator) -> [String] {
    var timeline = timeline
    let reconciles = timeline.trace.all.filter { if case .reconciled = $0.happening { true } else { false } }
    guard !reconciles.isEmpty else { return [] }
    var found: [String] = []
    for _ in 0..<samples {
      let record = reconciles[generator.below(reconciles.count)]
      guard case .reconciled(let reconciliation) = record.happening,
        let position = timeline.trace.position(of: record.id.number), position > 0
      else { continue }
      timeline.go(to: position - 1)
      let runner = timeline.cluster.controllers.first { runner in
        runner.component == record.component
          && runner.controller.observe(reconciliation.key, runner.cache, now: record.time).kind
            == reconciliation.observed.kind
      }
      guard let runner else { continue }
      let again = decideAgain(reconciliation, runner)
      let start = timeline.cluster.configuration.start
      var copy = record
      copy.happening = .reconciled(again)
      if RecordJSON.value(copy, start: start).json != RecordJSON.value(record, start: start).json {
        found.append(
          "#\(record.id.number): \(record.component) decides otherwise where what it did not list has changed"
        )
      }
    }
    return found
  }

  private static func decideAgain(_ reconciliation: Reconciliation, _ runner: ControllerRunner) -> Reconciliation {
    let listed = listedObjects(reconciliation.observed)
    var cache = runner.cache
    for kind in runner.controller.watches {
      for object in cache.objects(kind) where !listed.contains(object.id) {
        cache.apply(Change(.modified, old: object, object: changed(object)))
      }
    }
    var observed = runner.controller.observe(reconciliation.key, cache, now: reconciliation.observed.now)
    // What the runner adds to what the controller reads of the cache.
    observed.cacheVersion = reconciliation.observed.cacheVersion
    observed.keepWhatIsNotCached(of: reconciliation.observed)
    return runner.controller.decide(reconciliation.key, observed)
  }

  private static func listedObjects(_ observed: Observed) -> Set<ObjectID> {
    var listed = Set(observed.dependents.map(\.id))
    if let primary = observed.primary { listed.insert(primary.id) }
    for objects in [observed.owned.objects, observed.orphans, observed.nodes] + observed.related {
      for object in objects.sortedValues { listed.insert(object.id) }
    }
    return listed
  }

  /// The object with another status and other metadata, as far as it stays where the cache's index has it.
  private static func changed(_ object: Object) -> Object {
    let marked = object.with { metadata in
      metadata.annotations["trial/changed"] = "yes"
      metadata.labels["trial-changed"] = "yes"
      metadata.generation += 1
    }
    var fields = marked.value.object ?? [:]
    fields["status"] = nil
    let bare = Object(kind: object.kind, fields: fields)
    return object.kind != .pod || Cache.index(of: bare) == Cache.index(of: object) ? bare : marked
  }
}
