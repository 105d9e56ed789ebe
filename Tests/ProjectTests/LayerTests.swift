import Foundation
import Testing

/// The checkout that the tests were built from.
enum Checkout {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The Swift files below `folder`, in the order of their paths.
  static func swiftFiles(_ folder: String) -> [URL] {
    let base = root.appending(path: folder)
    let found = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == "swift" }
      .sorted { $0.path < $1.path }
  }

  static func lines(_ file: URL) throws -> [Substring] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
  }
}

@Suite("The layers")
struct LayerTests {
  /// What each target may import, of the project's own, of packages and of the toolchain; the system's C library
  /// stands apart.
  static let allowed: [String: Set<String>] = {
    let machinery: Set<String> = ["Basics", "Objects", "APIServer"]
    let controllers = machinery.union(["Machinery"])
    let cluster = controllers.union(["Controllers", "Scheduling", "Kubelet"])
    // Narration for the language of `explain`.
    let kubectl = cluster.union(["Cluster", "Manifest", "Narration"])
    let session = kubectl.union(["Kubectl"])
    return [
      "Basics": ["HashTreeCollections", "HeapModule", "DequeModule"],
      "Objects": ["Basics", "Synchronization"],
      // Of Yams only the libyaml in it.
      "Manifest": ["Basics", "Objects", "CYaml", "Foundation"],
      "APIServer": ["Basics", "Objects"],
      "Machinery": machinery,
      "Controllers": controllers,
      "Scheduling": controllers,
      "Kubelet": controllers,
      "Cluster": cluster,
      "Narration": cluster.union(["Cluster"]),
      "Kubectl": kubectl,
      "Session": session.union(["Synchronization"]),
      "Lessons": session.union(["Session"]),
      "Terminal": ["Basics", "CEditline", "Glibc", "Synchronization"],
      "kubestep": session.union(["Session", "Lessons", "Terminal", "Foundation", "ArgumentParser"]),
      "Trials": session.union(["Session", "Lessons", "Foundation"]),
      "trial": ["Trials", "Cluster", "Narration", "Session", "Lessons", "Foundation"],
      "Fuzzing": session.union(["Session"]),
      "fuzz": ["Fuzzing", "Foundation"],
      "benchmark": session.union(["Session", "Terminal", "Foundation"]),
      "Embed": ["Foundation"],
      "EmbedFiles": ["Foundation", "PackagePlugin"],
    ]
  }()

  @Test("imports go downwards only", arguments: allowed.keys.sorted())
  func importsGoDown(target: String) throws {
    let allowed = try #require(LayerTests.allowed[target])
    let files = Checkout.swiftFiles("Sources/\(target)")
    #expect(!files.isEmpty, "\(target) has no files")
    for file in files {
      for line in try Checkout.lines(file) {
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place <= 1, words.count == place + 2,
          place == 0 || ["package", "internal", "public"].contains(words[0])
        else { continue }
        let module = String(words[place + 1])
        #expect(allowed.contains(module), "\(file.lastPathComponent) of \(target) imports \(module)")
      }
    }
  }

  @Test("every folder of Sources is a known target")
  func foldersAreKnown() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Checkout.root.appending(path: "Sources").path)
    #expect(Set(names).subtracting(["CEditline"]).isSubset(of: Set(LayerTests.allowed.keys)))
  }
}

@Suite("The style")
struct StyleTests {
  @Test("files stay under 400 lines and lines under 121 cells")
  func sizes() throws {
    for file in Checkout.swiftFiles("Sources") + Checkout.swiftFiles("Tests") {
      let lines = try Checkout.lines(file)
      #expect(lines.count <= 401, "\(file.path) has \(lines.count) lines")
      for (number, line) in lines.enumerated() where line.count > 120 && !line.contains("\"") {
        Issue.record("\(file.lastPathComponent):\(number + 1) has \(line.count) characters")
      }
    }
  }

  @Test("nothing below the top layer knows the clock on the wall, chance or the environment")
  func noSideEffects() throws {
    let banned = ["Date()", "SystemRandomNumberGenerator", ".random(in", "ProcessInfo", "getenv(", "ContinuousClock"]
    for (target, _) in LayerTests.allowed where !["kubestep", "benchmark", "fuzz", "Terminal"].contains(target) {
      for file in Checkout.swiftFiles("Sources/\(target)") {
        let text = try String(contentsOf: file, encoding: .utf8)
        for word in banned { #expect(!text.contains(word), "\(file.lastPathComponent) says \(word)") }
      }
    }
  }

  @Test("no file is a placeholder")
  func noPlaceholders() {
    for file in Checkout.swiftFiles("Sources") + Checkout.swiftFiles("Tests") {
      #expect(!file.lastPathComponent.hasPrefix("Placeholder"), "\(file.path)")
    }
  }
}
