import Basics
import Objects

/// What `--from-literal`, `--from-file` and `--from-env-file` put into a ConfigMap or a Secret.
///
/// Mirrors `pkg/cmd/create/create_configmap.go` and `create_secret.go`.
struct DataSources {
  static let literals = Flag.repeated("from-literal", takes: .free("KEY=VALUE"))
  static let files = Flag.list("from-file", takes: .file)
  static let environmentFiles = Flag.list("from-env-file", takes: .file)
  static let flags = FlagTable([literals, files, environmentFiles], refused: ["append-hash"])

  private let kind: Kind
  private let name: String
  /// In the order in which they came; keys are different.
  private(set) var entries: [(key: String, bytes: [UInt8])] = []

  init(_ kind: Kind, name: String, _ call: Invocation, _ context: KubectlContext) throws(KubectlError) {
    self.kind = kind
    self.name = name
    let hasOthers = !call[DataSources.literals].isEmpty || !call[DataSources.files].isEmpty
    if !call[DataSources.environmentFiles].isEmpty, hasOthers {
      throw .plain("from-env-file cannot be combined with from-file or from-literal")
    }
    for source in call[DataSources.files] { try addFile(source, context) }
    for source in call[DataSources.literals] { try addLiteral(source) }
    for path in call[DataSources.environmentFiles] { try addEnvironment(path, context) }
  }

  private mutating func addLiteral(_ source: String) throws(KubectlError) {
    let parts = source.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty else {
      throw .plain("invalid literal source \(source), expected key=value")
    }
    try add(parts[0], Array(parts[1].trimmingQuotes.utf8))
  }

  /// A file under its own name, a file under another (`key=path`), or all files of a folder.
  private mutating func addFile(_ source: String, _ context: KubectlContext) throws(KubectlError) {
    let parts = source.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2 else { throw .plain("key names or file paths cannot contain '='") }
    let path = parts.last ?? ""
    if parts.count == 2, parts[0].isEmpty { throw .plain("key name for file path \(path) missing") }
    if parts.count == 2, path.isEmpty { throw .plain("file path for key name \(parts[0]) missing") }
    switch context.files.read(path) {
    case .file(let bytes): try add(parts.count == 2 ? parts[0] : DataSources.lastPart(of: path), bytes)
    case .folder(let names):
      if parts.count == 2 { throw .plain("cannot give a key name for a directory path") }
      for name in names where NameSyntax.configMapKey(name).isEmpty {
        let inside = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
        if case .file(let bytes) = context.files.read(inside) { try add(name, bytes) }
      }
    case .missing: throw .plain("error reading \(path): no such file or directory")
    case .unreadable(let reason): throw .plain("error reading \(path): \(reason)")
    }
  }

  private mutating func addEnvironment(_ path: String, _ context: KubectlContext) throws(KubectlError) {
    guard let text = context.text(ofFile: path) else {
      throw .plain("error reading \(path): no such file or directory")
    }
    for raw in text.split(separator: "\n", omittingEmptySubsequences: true) {
      let line = raw.drop { $0 == " " || $0 == "\t" }
      guard let first = line.first, first != "#" else { continue }
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let errors = NameSyntax.environmentName(parts[0])
      guard errors.isEmpty else {
        throw .plain("\(parts[0].goQuoted) is not a valid key name: \(errors.joined(separator: ";"))")
      }
      // A name alone takes its value from the environment, which is empty here.
      try add(parts[0], Array((parts.count > 1 ? parts[1] : "").utf8))
    }
  }

  private mutating func add(_ key: String, _ bytes: [UInt8]) throws(KubectlError) {
    let errors = NameSyntax.configMapKey(key)
    guard errors.isEmpty else {
      throw .plain("\(key.goQuoted) is not a valid key name for a \(kind.name): \(errors.joined(separator: ","))")
    }
    guard !entries.contains(where: { $0.key == key }) else {
      throw .plain(
        "cannot add key \(key.goQuoted), another key by that name already exists in Data for \(kind.name) "
          + name.goQuoted
      )
    }
    entries.append((key, bytes))
  }

  private static func lastPart(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
