import Basics
import Objects

/// One column of a kind's table.
struct Column: Hashable, Sendable {
  /// As it is printed at the top: `NOMINATED NODE`.
  let name: String
  /// Whether it shows only with `-o wide`.
  let wideOnly: Bool

  init(_ name: String, wideOnly: Bool = false) {
    self.name = name
    self.wideOnly = wideOnly
  }
}

/// How `kubectl get` shows objects of one kind: the columns, and the cells of a row.
///
/// A server makes these tables in Kubernetes; the row functions mirror `pkg/printers/internalversion/printers.go`.
struct KindTable: Sendable {
  let kind: Kind
  let columns: [Column]
  /// One cell a column, those for `-o wide` included.
  let row: @Sendable (Object, Instant) -> [String]

  init(
    _ kind: Kind,
    _ columns: [String],
    wide: [String] = [],
    row: @escaping @Sendable (Object, Instant) -> [String]
  ) {
    self.init(kind, columns: columns.map { Column($0) } + wide.map { Column($0, wideOnly: true) }, row: row)
  }

  init(_ kind: Kind, columns: [Column], row: @escaping @Sendable (Object, Instant) -> [String]) {
    self.kind = kind
    self.columns = columns
    self.row = row
  }

  /// The table of `kind`; kinds without one of their own show name and age, as a custom resource does.
  static func of(_ kind: Kind) -> KindTable {
    all.first { $0.kind == kind }
      ?? KindTable(kind, ["NAME", "AGE"]) { object, now in [object.metadata.name, object.age(at: now)] }
  }

  /// One line a kind, by name.
  private static let all: [KindTable] = [
    .componentStatuses,
    .configMaps,
    .controllerRevisions,
    .cronJobs,
    .daemonSets,
    .deployments,
    .endpoints,
    .endpointSlices,
    .events,
    .jobs,
    .leases,
    .namespaces,
    .newEvents,
    .nodes,
    .podDisruptionBudgets,
    .pods,
    .priorityClasses,
    .replicaSets,
    .replicationControllers,
    .resourceQuotas,
    .secrets,
    .services,
    .statefulSets,
  ]
}

extension Object {
  /// How old the object is, for the AGE column.
  func age(at now: Instant) -> String { metadata.creationTimestamp.age(at: now) }
}

extension Reading {
  /// Names and images of a template's containers, for the wide columns.
  ///
  /// Mirrors `layoutContainerCells`.
  var containerCells: [String] {
    let containers = self.spec.containers.list
    return [
      containers.map { $0.name.text ?? "" }.joined(separator: ","),
      containers.map { $0.image.text ?? "" }.joined(separator: ","),
    ]
  }
}
