import Foundation
import Fuzzing

/// Tries random inputs outside the tests: `fuzz TARGET COUNT [FIRST-SEED]`; `fuzz TARGET seed SEED` shows one input and
/// what comes of it. Exit code 1 where anything did not hold.
@main
enum FuzzCommand {
  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    guard let name = words.first, let target = FuzzTargetList.target(name) else {
      print("usage: fuzz TARGET COUNT [FIRST-SEED] | fuzz TARGET seed SEED")
      print("targets: \(FuzzTargetList.all.map { $0.name }.joined(separator: " "))")
      exit(2)
    }
    let numbers = words.dropFirst().compactMap { UInt64($0) }
    let first = numbers.dropFirst().first ?? 1
    switch words.dropFirst().first {
    case "seed":
      let target = target.init()
      let seed = numbers.first ?? 1
      print(target.input(seed: seed))
      print(target.run(seed: seed))
    case "work":
      guard let tally = words.last.flatMap(FuzzTally.init(path:)) else { exit(2) }
      FuzzWorker(target: target.init(), tally: tally).run(first..<(first + (numbers.first ?? 0)))
    default:
      var supervisor = FuzzSupervisor(name, seeds: first..<(first + (numbers.first ?? 1_000_000)))
      exit(try supervisor.run() ? 0 : 1)
    }
  }
}
