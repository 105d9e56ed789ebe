import Basics
import Cluster
import Foundation
import Kubectl
import Narration
import Session

/// Files that live in the test alone.
struct MemoryFiles {
  var files: [String: String] = [:]
  var folders: [String: [String]] = [:]
  var raw: [String: [UInt8]] = [:]

  var reader: FileReader {
    let copy = self
    return FileReader { path in
      if let names = copy.folders[path] { return .folder(names) }
      if let bytes = copy.raw[path] { return .file(bytes) }
      return copy.files[path].map { .file(Array($0.utf8)) } ?? .missing
    }
  }
}

enum Manifests {
  static let pod = """
    apiVersion: v1
    kind: Pod
    metadata:
      name: web
      labels:
        app: web
    spec:
      containers:
      - name: nginx
        image: nginx:1.29
    """

  static func replicaSet(_ name: String = "web", replicas: Int = 3) -> String {
    """
    apiVersion: apps/v1
    kind: ReplicaSet
    metadata:
      name: \(name)
    spec:
      replicas: \(replicas)
      selector:
        matchLabels:
          app: \(name)
      template:
        metadata:
          labels:
            app: \(name)
        spec:
          containers:
          - name: nginx
            image: nginx:1.29
    """
  }

  static let files = MemoryFiles(files: ["pod.yaml": pod, "rs.yaml": replicaSet()]).reader
}

extension Session {
  /// A session of a test, with the manifests above at hand.
  static func test(
    _ pace: Pace = .script,
    seed: UInt64 = 1,
    language: Language = .english,
    files: FileReader = Manifests.files
  ) -> Session {
    Session(Configuration(seed: seed), pace: pace, language: language, files: files)
  }

  /// The standard output of a command that must go through.
  mutating func out(_ line: String) -> String { execute(line).stdout }
}

/// The executable that the tests were built with, or its release build.
enum Executable {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static var debug: URL { root.appending(path: ".build/debug/kubestep") }
  static var release: URL { root.appending(path: ".build/release/kubestep") }
  static var hasRelease: Bool { FileManager.default.isExecutableFile(atPath: release.path) }

  /// Runs `executable` with `input` on its standard input; its standard output, and its exit code.
  ///
  /// What it would keep between runs goes into the folder `state`; without one it is forgotten.
  static func run(
    _ executable: URL,
    _ arguments: [String],
    input: String,
    state: URL = URL(filePath: "/dev/null")
  ) throws -> (output: String, exit: Int32) {
    let process = Process()
    process.environment = ProcessInfo.processInfo.environment.merging(["XDG_STATE_HOME": state.path]) { $1 }
    process.executableURL = executable
    process.arguments = arguments
    let stdin = Pipe()
    let stdout = Pipe()
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = Pipe()
    try process.run()
    DispatchQueue.global().async {
      try? stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
      try? stdin.fileHandleForWriting.close()
    }
    let data = stdout.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: data, as: UTF8.self), process.terminationStatus)
  }
}
