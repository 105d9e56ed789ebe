import Foundation

extension Executable {
  /// What a run of the program has left.
  struct Answer {
    var output: String
    var error: String
    var exit: Int32
  }

  /// Runs a program with nothing in its environment but where programs are and `environment`.
  static func run(
    program: String? = nil,
    _ arguments: [String],
    input: String = "",
    environment: [String: String] = [:]
  ) throws -> Answer {
    let process = Process()
    process.executableURL = program.map { URL(filePath: $0) } ?? debug
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    let output = stdout.fileHandleForReading.readDataToEndOfFile()
    let error = stderr.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Answer(
      output: String(decoding: output, as: UTF8.self),
      error: String(decoding: error, as: UTF8.self),
      exit: process.terminationStatus
    )
  }

  /// A folder that is gone after `body`.
  static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "kubestep-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }
}
