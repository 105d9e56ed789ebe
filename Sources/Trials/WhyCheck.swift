import APIServer
package import Cluster
import Machinery
import Narration
import Objects

/// Asks of the fields of each object, at each event of a run, why they are as they are.
///
/// The answer must begin with the write that gave the field its value, its records must go back in time, and it must
/// end where nothing in the cluster is the cause: at a command or at the beginning.
package struct WhyCheck {
  /// Of so many fields one is asked about, drawn by a seed.
  private let share: UInt64
  private var state: UInt64
  package let seed: UInt64
  package private(set) var events = 0
  /// How many states of objects were looked at, and how many of their fields.
  package private(set) var objects = 0
  package private(set) var fields = 0
  /// What did not hold, in words for a developer.
  package private(set) var violations: [String] = []
  /// The records of the run at hand whose causes were followed to their end.
  private var followed: Set<RecordID> = []

  /// Asks about every field; with a `share` about one of so many.
  package init(share: UInt64 = 1, seed: UInt64 = 1) {
    self.share = share
    self.seed = seed
    state = seed
  }

  /// Goes through `run` from its beginning to its end.
  ///
  /// What no move has touched has the why that it had before, so it is enough to ask about what a move has written.
  package mutating func follow(_ run: Timeline, _ name: String) {
    followed = []
    var timeline = run
    timeline.go(to: 0)
    let store = timeline.cluster.store
    for object in Kind.allCases.flatMap({ store.list($0) }) { look(at: object, in: timeline, name) }
    while timeline.isInThePast, timeline.move() {
      events += 1
      for record in timeline.trace.made(at: timeline.position) {
        // Of several writes of an object in one move the last has its say.
        guard case .wrote(_, let id, .some) = record.happening, let object = timeline.cluster.store[id],
          timeline.writes(of: id).first(where: { _ in true })?.id == record.id
        else { continue }
        look(at: object, in: timeline, name)
      }
    }
  }

  private mutating func look(at object: Object, in timeline: Timeline, _ name: String) {
    objects += 1
    for entry in FieldDiff(old: nil, new: object.value).entries {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      guard (state >> 33) % share == 0 else { continue }
      fields += 1
      if let problem = problem(object.id, entry, in: timeline) {
        violations.append("\(name), move \(timeline.position), \(object.id.text) \(entry.path): \(problem)")
      }
    }
  }

  private mutating func problem(_ id: ObjectID, _ entry: FieldDiff.Entry, in timeline: Timeline) -> String? {
    guard let path = try? ValuePath(entry.path) else { return "is no path" }
    guard let write = timeline.writer(of: id, path) else { return "has no why" }
    if write.entry.new != entry.new { return "is told as \(write.entry.new?.json ?? "nothing")" }
    guard followed.insert(write.record.id).inserted else { return nil }
    let chain = timeline.causes(of: write.record.id)
    if !zip(chain, chain.dropFirst()).allSatisfy({ $0.id > $1.id }) { return "has a cause that is not before it" }
    guard let root = chain.last, [.began, .command].contains(root.kind) else { return "goes back to no beginning" }
    return nil
  }
}
