import Basics

/// The places of the fields and items of one document, as a tree beside its value.
///
/// A tree and not a table by path: the paths of a deep document together are much longer than its text.
struct SourceMap: Sendable {
  private struct Place: Sendable {
    var position: SourcePosition
    var children: [String: Int] = [:]
  }

  private var tree: [Place]

  init(root: SourcePosition) { tree = [Place(position: root)] }

  /// The number of the root, the parent of the outermost fields.
  static let root = 0

  /// Notes the member or item `step` of `parent` and gives the number for its own children; a later member of the
  /// same name takes the place of the earlier one, as its value does.
  mutating func add(_ step: String, to parent: Int, at position: SourcePosition) -> Int {
    tree.append(Place(position: position))
    tree[parent].children[step] = tree.count - 1
    return tree.count - 1
  }

  /// The place of `path`, or of the nearest part around it.
  func position(of path: String) -> SourcePosition {
    var here = SourceMap.root
    for step in SourceMap.steps(of: path) {
      guard let next = tree[here].children[step] else { break }
      here = next
    }
    return tree[here].position
  }

  /// The member names and item numbers in `path`; a name with dots in it stands in brackets (`labels[app.io/name]`).
  private static func steps(of path: String) -> [String] {
    var steps: [String] = []
    var step = ""
    var isBracketed = false
    func finish() {
      if !step.isEmpty { steps.append(step) }
      step = ""
    }
    for character in path {
      switch (character, isBracketed) {
      case (".", false): finish()
      case ("[", false):
        finish()
        isBracketed = true
      case ("]", true):
        finish()
        isBracketed = false
      default: step.append(character)
      }
    }
    finish()
    return steps
  }
}
