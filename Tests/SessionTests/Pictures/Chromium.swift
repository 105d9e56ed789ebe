import Foundation

/// A Chromium without a window, where the machine has one.
enum Chromium {
  static let executable: URL? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    return ["chromium", "chromium-browser", "google-chrome"].lazy
      .flatMap { name in folders.map { URL(fileURLWithPath: $0).appending(path: name) } }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  /// Opens `page` and gives the document as it is after the scripts in it have run.
  static func document(of page: String) throws -> String {
    guard let executable else { throw Missing() }
    let folder = FileManager.default.temporaryDirectory.appending(path: "kubestep-page-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "page.html")
    try Data(page.utf8).write(to: file)
    let process = Process()
    process.executableURL = executable
    process.arguments = [
      // A container has neither the sandbox's user namespaces nor much shared memory.
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
      "--user-data-dir=\(folder.path)/profile", "--timeout=120000", "--dump-dom", file.absoluteString,
    ]
    let stdout = Pipe()
    process.standardOutput = stdout
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = stdout.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  struct Missing: Error {}
}
