import Basics
package import Machinery

extension Timeline {
  /// All branches in the order in which they began.
  package var branches: [Branch] {
    ([present] + others).sorted { $0.number < $1.number }
  }

  /// The branch of that name.
  package func branch(_ name: String) -> Branch? {
    present.name == name ? present : others.first { $0.name == name }
  }

  /// Where one is.
  package var moment: Moment { Moment(branch: present.name, position: position, time: now) }

  /// Leaves the future of the present moment for another one; it is kept.
  mutating func branchOff(_ prefix: String = "branch") {
    let branch = Branch(prefix, number: branches.count + 1, leaving: present, at: position, time: now)
    others.append(present)
    present = branch
  }

  /// Begins with another cluster, on a branch of its own; what was is kept.
  package mutating func beginAnew(_ configuration: Configuration) {
    let branch = Branch(configuration, number: branches.count + 1)
    others.append(present)
    take(branch)
  }

  /// Goes to the end of another branch; false where there is none of that name.
  package mutating func switchBranch(to name: String) -> Bool {
    guard let branch = branch(name) else { return false }
    go(to: branch.last)
    return true
  }

  /// Gives the present moment a name; an earlier one of that name is forgotten.
  package mutating func mark(_ name: String) {
    marks.removeAll { $0.name == name }
    marks.append(Mark(name: name, moment: moment))
  }

  /// Goes to a moment of any branch. One that the present branch has in common with it is gone to on the present one.
  package mutating func go(to moment: Moment) {
    if !isShared(moment), let index = others.firstIndex(where: { $0.name == moment.branch }) {
      let branch = others[index]
      others[index] = present
      take(branch)
    }
    arrive(at: moment.position)
    if let time = moment.time { rest(until: time) }
  }

  /// The moment just after record `id` of the present branch; nil where it has none such.
  package func moment(of id: RecordID) -> Moment? {
    guard id.number >= 1, let target = present.trace.position(of: id.number) else { return nil }
    return Moment(branch: present.name, position: target)
  }

  /// The cluster as it was at a moment of any branch.
  package func cluster(at moment: Moment) -> Cluster {
    var there = self
    there.go(to: moment)
    return there.cluster
  }

  /// Whether the present branch has gone through `moment`.
  private func isShared(_ moment: Moment) -> Bool {
    var branch = present
    var limit = Moment(branch: branch.name, position: .max)
    while branch.name != moment.branch {
      guard let origin = branch.origin, let next = self.branch(origin.branch) else { return false }
      if origin.position < limit.position {
        limit = Moment(branch: next.name, position: origin.position, time: origin.time)
      }
      branch = next
    }
    if moment.position != limit.position { return moment.position < limit.position }
    guard let time = moment.time, let end = limit.time else { return true }
    return time <= end
  }
}
