import APIServer
import Basics
import Objects

extension KubectlContext {
  /// The objects of the files that `-f` names, and of them those that `-l` lets through where it is a selector; throws
  /// where a path leads nowhere.
  ///
  /// Mirrors `resource.Builder.FilenameParam`.
  mutating func manifests(
    _ call: Invocation,
    validates: Bool = false,
    selects: Bool = true
  ) throws(KubectlError) -> ManifestItems {
    var items = ManifestItems(
      namespace: call.namespace(in: self),
      enforcesNamespace: !call[CommonFlags.namespace].isEmpty,
      validates: validates,
      showsPlaces: showsPlaces,
      fillsInNamespace: !call[CommonFlags.local]
    )
    var problems: [KubectlError] = []
    for path in call[CommonFlags.filename] {
      do throws(KubectlError) {
        try read(path, recursive: call[CommonFlags.recursive], into: &items)
      } catch {
        problems.append(error)
      }
    }
    guard problems.isEmpty else { throw .several(problems) }
    if selects { try items.keep(matching: call[CommonFlags.selector]) }
    return items
  }

  private mutating func read(
    _ path: String,
    recursive: Bool,
    into items: inout ManifestItems
  ) throws(KubectlError) {
    if path == "-" {
      items.read(try readStandardInput(), source: "STDIN")
      return
    }
    if path.hasPrefix("http://") || path.hasPrefix("https://") { throw .notSimulated("-f with a URL") }
    switch files.read(path) {
    case .file(let bytes): items.read(bytes, source: path)
    case .missing: throw .plain("the path \(path.goQuoted) does not exist")
    case .unreadable(let reason): throw .plain("open \(path): \(reason)")
    case .folder:
      let found = manifestFiles(in: path, recursive: recursive)
      guard !found.isEmpty else {
        throw .plain("error reading [\(path)]: recognized file extensions are [.json .yaml .yml]")
      }
      for file in found {
        if case .file(let bytes) = files.read(file) { items.read(bytes, source: file) }
      }
    }
  }

  /// The files of a folder in name order, with those of the folders inside where `recursive`.
  private func manifestFiles(in folder: String, recursive: Bool) -> [String] {
    guard case .folder(let names) = files.read(folder) else { return [] }
    var found: [String] = []
    for name in names {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      if case .folder = files.read(path) {
        if recursive { found += manifestFiles(in: path, recursive: true) }
      } else if [".json", ".yaml", ".yml"].contains(where: { name.hasSuffix($0) }) {
        found.append(path)
      }
    }
    return found
  }
}
