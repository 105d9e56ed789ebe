import Foundation

/// Runs a worker in a process of its own, and a new one behind each seed that ended it.
struct FuzzSupervisor {
  private let name: String
  private let seeds: Range<UInt64>
  private var next: UInt64
  /// The seed that the worker is at.
  private var current: UInt64?
  private var accepted = 0
  private var refused = 0
  private var failures: [String] = []
  private var slowest = (milliseconds: 0.0, seed: UInt64(0))

  /// An input may take so many milliseconds.
  private static let limit = 1_000.0
  /// After so many failures there is enough to mend.
  private static let enough = 50

  init(_ name: String, seeds: Range<UInt64>) {
    self.name = name
    self.seeds = seeds
    next = seeds.lowerBound
  }

  /// Whether all held.
  mutating func run() throws -> Bool {
    let clock = ContinuousClock()
    let begin = clock.now
    while next < seeds.upperBound, failures.count < FuzzSupervisor.enough { try runWorker() }
    for failure in failures { print(failure) }
    print(
      "\(name): \(next - seeds.lowerBound) inputs from seed \(seeds.lowerBound), \(accepted) accepted, "
        + "\(refused) refused, \(failures.count) failed; \((clock.now - begin).components.seconds) s; "
        + "slowest \(slowest.milliseconds) ms (seed \(slowest.seed))"
    )
    return failures.isEmpty
  }

  private mutating func runWorker() throws {
    let process = Process()
    process.executableURL = Bundle.main.executableURL
    process.arguments = [name, "work", String(seeds.upperBound - next), String(next)]
    process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    var rest = Data()
    while case let data = pipe.fileHandleForReading.availableData, !data.isEmpty {
      rest += data
      let lines: [Data] = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      for line in lines.dropLast() { take(String(decoding: line, as: UTF8.self)) }
      rest = lines.last ?? Data()
    }
    process.waitUntilExit()
    if let seed = current {
      let isHung = process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGALRM
      failures.append("seed \(seed): \(isHung ? "hangs" : "traps (status \(process.terminationStatus))")")
      next = seed + 1
      current = nil
    } else if process.terminationStatus != 0 {
      failures.append("the worker ended with \(process.terminationStatus)")
      next = seeds.upperBound
    }
  }

  private mutating func take(_ line: String) {
    let words = line.split(separator: " ", maxSplits: 2).map(String.init)
    if words[0] == "try" {
      current = UInt64(words[1])
      return
    }
    guard let seed = current else { return }
    current = nil
    next = seed + 1
    switch words[0] {
    case "accepted": accepted += 1
    case "refused": refused += 1
    default: failures.append("seed \(seed): \(words.last ?? "")")
    }
    let milliseconds = Double(words[1]) ?? 0
    if milliseconds > slowest.milliseconds { slowest = (milliseconds, seed) }
    if milliseconds > FuzzSupervisor.limit { failures.append("seed \(seed): takes \(milliseconds) ms") }
  }
}
