import Foundation

/// Measures how long the prompt takes to appear.
enum StartUp {
  /// What every prompt ends with.
  private static let prompt = "> "

  /// Seconds from starting the `kubestep` beside this executable, on a terminal of its own, to its first prompt; nil
  /// where there is none, or no `script` to make the terminal.
  static func measure() -> Double? {
    let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let kubestep = folder.appendingPathComponent("kubestep").path
    guard FileManager.default.isExecutableFile(atPath: kubestep) else { return nil }
    let terminal = Process()
    terminal.executableURL = URL(fileURLWithPath: "/usr/bin/script")
    terminal.arguments = ["-qec", kubestep, "/dev/null"]
    let input = Pipe()
    let output = Pipe()
    terminal.standardInput = input
    terminal.standardOutput = output
    terminal.standardError = FileHandle.nullDevice
    let clock = ContinuousClock()
    let start = clock.now
    guard (try? terminal.run()) != nil else { return nil }
    defer { terminal.terminate() }
    var shown = ""
    while !shown.contains(prompt) {
      let data = output.fileHandleForReading.availableData
      if data.isEmpty { return nil }
      shown += String(decoding: data, as: UTF8.self)
    }
    let time = (clock.now - start).components
    return Double(time.seconds) + Double(time.attoseconds) / 1e18
  }
}
