package import Basics

/// Paths of files: those at hand by a bare name, and those of the machine.
package struct FileCompletion {
  private let files: FileReader

  package init(_ files: FileReader) { self.files = files }

  private static let manifestSuffixes = [".json", ".yaml", ".yml"]

  /// The last of manifests with commas between.
  package func manifests(_ word: TypedWord) -> [Candidate] {
    let last = word.dropping(word.text.prefix(upTo: word.end(behind: ",").startIndex))
    let known = last.text.contains("/") ? [] : files.bareNames
    return last.completed(by: known.map { Candidate($0) }) + paths(last, FileCompletion.manifestSuffixes)
  }

  /// Any file; behind a `KEY=`, too.
  package func files(_ word: TypedWord) -> [Candidate] {
    paths(word.dropping(word.text.prefix(upTo: word.end(behind: "=").startIndex)), [""])
  }

  /// Files with one of these suffixes, and folders, of which one may go on into.
  private func paths(_ word: TypedWord, _ suffixes: [String]) -> [Candidate] {
    let end = String(word.end(behind: "/"))
    let folder = String(word.text.dropLast(end.count))
    guard case .folder(let names) = files.read(folder.isEmpty ? "." : folder) else { return [] }
    var fit = TypedWord.Fit(word, end)
    for name in names where end.hasPrefix(".") || !name.hasPrefix(".") {
      // Whether it is a folder takes a look at the disk.
      guard name.beginsIgnoringCase(with: end) else { continue }
      if case .folder = files.read("\(folder)\(name)/") {
        fit.add(name + "/", goesOn: true)
      } else if suffixes.contains(where: name.hasSuffix) {
        fit.add(name)
      }
    }
    return fit.candidates
  }
}
