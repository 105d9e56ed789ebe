package import Basics

/// Paths of files: those at hand by a bare name, and those of the machine.
package struct FileCompletion {
  private let files: FileReader

  package init(_ files: FileReader) { self.files = files }

  private static let manifestSuffixes = [".json", ".yaml", ".yml"]

  package func manifests(_ word: TypedWord) -> [Candidate] {
    let known = word.text.contains("/") ? [] : files.bareNames
    return word.completed(word.text, by: known.map { Candidate($0) }) + paths(word, FileCompletion.manifestSuffixes)
  }

  package func files(_ word: TypedWord) -> [Candidate] { paths(word, [""]) }

  /// Files with one of these suffixes, and folders, of which one may go on into.
  private func paths(_ word: TypedWord, _ suffixes: [String]) -> [Candidate] {
    let end = String(word.end(behind: "/"))
    let folder = String(word.text.dropLast(end.count))
    guard case .folder(let names) = files.read(folder.isEmpty ? "." : folder) else { return [] }
    var found: [Candidate] = []
    for name in names where name.beginsByBytes(with: end) && (end.hasPrefix(".") || !name.hasPrefix(".")) {
      if case .folder = files.read("\(folder)\(name)/") {
        found.append(Candidate(name + "/", goesOn: true))
      } else if suffixes.contains(where: name.hasSuffix) {
        found.append(Candidate(name))
      }
    }
    return word.completed(end, by: found)
  }
}
