import Cluster
import Foundation
import Lessons
import Narration
import Session
import Trials

/// `trial why [FOLDER]`: asks of every field of every object at every event of every lesson, and of every scenario in
/// the folder, why it is as it is.
enum WhyRuns {
  /// How many runs had an answer that did not hold.
  static func run(_ folder: String?) throws -> Int {
    var total = Tally()
    let library = LessonLibrary.embedded
    for name in library.names {
      guard let lesson = (try? library.lesson(name, in: .english)) ?? nil else { continue }
      total.take(LessonChecker.solved(lesson, library: library).session.timeline, "lesson \(name)")
    }
    let scenarios = try folder.map { try Scenario.all(in: URL(fileURLWithPath: $0)) } ?? []
    for scenario in scenarios { total.take(try scenario.run().session.timeline, scenario.name) }
    print("\(total.runs) runs, \(total.events) events, \(total.objects) states of objects, \(total.fields) fields:")
    print("\(total.failed) runs with answers that do not hold")
    return total.failed
  }

  private struct Tally {
    var runs = 0
    var events = 0
    var objects = 0
    var fields = 0
    var failed = 0

    mutating func take(_ run: Timeline, _ name: String) {
      var check = WhyCheck()
      check.follow(run, name)
      runs += 1
      events += check.events
      objects += check.objects
      fields += check.fields
      if !check.violations.isEmpty { failed += 1 }
      for violation in check.violations.prefix(5) { print(violation) }
      print("\(name): \(check.events) events, \(check.fields) fields, \(check.violations.count) do not hold")
    }
  }
}
