import Foundation

/// Runs a worker in a process of its own, and a new one behind each seed that ended it.
struct FuzzSupervisor {
  private let name: String
  private let seeds: Range<UInt64>
  private let file = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(getpid())")
  private var failures = 0

  /// After so many failures there is enough to mend.
  private static let enough = 50

  init(_ name: String, seeds: Range<UInt64>) {
    self.name = name
    self.seeds = seeds
  }

  /// Whether all held.
  mutating func run() throws -> Bool {
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    guard let tally = FuzzTally(path: file.path) else { throw CocoaError(.fileReadUnknown) }
    let clock = ContinuousClock()
    let begin = clock.now
    tally.seed = seeds.lowerBound
    while tally.seed < seeds.upperBound, failures < FuzzSupervisor.enough { try runWorker(tally) }
    print(
      "\(name): \(tally.seed - seeds.lowerBound) inputs from seed \(seeds.lowerBound), \(tally.accepted) accepted, "
        + "\(tally.refused) refused, \(failures) failed; \((clock.now - begin).components.seconds) s; "
        + "slowest \(tally.slowest.milliseconds) ms (seed \(tally.slowest.seed))"
    )
    return failures == 0
  }

  private mutating func runWorker(_ tally: FuzzTally) throws {
    let process = Process()
    process.executableURL = Bundle.main.executableURL
    process.arguments = [name, "work", String(seeds.upperBound - tally.seed), String(tally.seed), file.path]
    process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let told = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    failures += told.split(separator: "\n").count
    print(told, terminator: "")
    if tally.seed < seeds.upperBound {
      let isHung = process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGALRM
      print("seed \(tally.seed): \(isHung ? "hangs" : "traps (status \(process.terminationStatus))")")
      failures += 1
      tally.seed += 1
    }
  }
}
