import Basics

extension Narrator {
  /// What an object owns, as a tree; for a reader who listens a line with its level for each.
  package func picture(of tree: OwnershipTree, _ layout: Layout) -> [String] {
    var lines: [String] = []
    if !tree.owners.isEmpty { lines.append(text(.ownedBy) + tree.owners.map(\.text).joined(separator: " <- ")) }
    if layout.isAccessible {
      add(tree.root, level: 1, owner: nil, &lines)
    } else {
      add(tree.root, lead: "", rest: "", layout, &lines)
    }
    if tree.root.branches.isEmpty { lines.append(text(.ownsNothing)) }
    return lines
  }

  /// `lead` stands before the branch itself, `rest` before what belongs to it and before what is folded.
  private func add(
    _ branch: OwnershipTree.Branch,
    lead: String,
    rest: String,
    _ layout: Layout,
    _ lines: inout [String]
  ) {
    let facts = short(branch.facts)
    let line = text(branch.title) + (facts.isEmpty ? "" : ": " + facts)
    let hanging = branch.branches.isEmpty ? "    " : "|   "
    let width = layout.folds ? layout.width - lead.cellWidth : line.cellWidth
    let folded = line.folded(toCells: width, indent: hanging.count)
    lines.append(lead + folded[0])
    for part in folded.dropFirst() { lines.append(rest + hanging + part.dropFirst(hanging.count)) }
    for (index, next) in branch.branches.enumerated() {
      let isLast = index + 1 == branch.branches.count
      add(next, lead: rest + (isLast ? "`-- " : "|-- "), rest: rest + (isLast ? "    " : "|   "), layout, &lines)
    }
  }

  private func add(_ branch: OwnershipTree.Branch, level: Int, owner: Localized?, _ lines: inout [String]) {
    var facts = [Fact(.name, branch.title), Fact(.level, "\(level)")]
    if let owner { facts.append(Fact(.owner, owner)) }
    lines.append(spoken(facts + branch.facts))
    for next in branch.branches { add(next, level: level + 1, owner: branch.title, &lines) }
  }
}
