import APIServer
import Basics
import Objects

/// Which objects a command is about, by arguments, selectors and files.
struct ObjectQuery {
  /// An object that is asked for, and the file that asks for it.
  struct Target: Hashable, Sendable {
    var id: ObjectID
    var source: String?
  }

  var selection: ResourceSelection
  /// nil for all namespaces.
  var namespace: String?
  var labels: String
  var fields: String

  /// What kubectl and the server warn of where these types are asked for.
  private(set) var warnings: [String]

  /// Whether exactly one object is named.
  var isSingle: Bool {
    if case .names(let names) = selection { names.count == 1 } else { false }
  }

  /// The kinds whose lists are asked for.
  var kinds: [Kind] { if case .kinds(let kinds) = selection { kinds } else { [] } }

  /// Mirrors `resource.LocalResourceError`.
  private static let needsFile = """
    error: you must specify resources by --filename when --local is set.
    Example resource specifications include:
       '-f rsrc.yaml'
       '--filename=rsrc.json'
    """

  /// Reads a line's arguments with the flags that bear on them; `selects` says whether `--selector` is one.
  init(
    _ call: Invocation,
    words: [Word]? = nil,
    typeMeansAll: Bool = false,
    all: Bool = false,
    selects: Bool = true,
    context: KubectlContext
  ) throws(KubectlError) {
    var arguments = ResourceArguments(words ?? call.words)
    labels = selects ? call[CommonFlags.selector] : ""
    fields = call[CommonFlags.fieldSelector]
    let everywhere = call[CommonFlags.allNamespaces]
    arguments.hasFiles = !call[CommonFlags.filename].isEmpty
    arguments.hasSelector = !labels.isEmpty || !fields.isEmpty
    arguments.all = all
    arguments.allNamespaces = everywhere
    arguments.typeMeansAll = typeMeansAll
    if call[CommonFlags.local], !arguments.words.isEmpty || !arguments.hasFiles { throw .plain(ObjectQuery.needsFile) }
    selection = try arguments.resolve()
    warnings = ResourceType.ambiguities(in: arguments.words) + ObjectQuery.deprecations(in: selection)
    namespace = everywhere ? nil : call.namespace(in: context)
  }
}

extension ObjectQuery {
  /// Mirrors `WarningsOnGet` of the kinds that have been given up.
  private static func deprecations(in selection: ResourceSelection) -> [String] {
    let kinds = selection.kinds
    let warnings: [(Kind, String)] = [
      (.componentStatus, "v1 ComponentStatus is deprecated in v1.19+"),
      (.endpoints, "v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice"),
    ]
    return warnings.filter { kinds.contains($0.0) }.map(\.1)
  }
}

/// What a query found, and what went wrong on the way; the one does not exclude the other.
struct FoundObjects {
  var objects: [(object: Object, source: String?)] = []
  var errors: [KubectlError] = []

  /// Throws where anything went wrong.
  func throwErrors() throws(KubectlError) {
    if !errors.isEmpty { throw .several(errors) }
  }

  /// Does something with each object. What goes wrong with one does not keep it from the others; it is thrown at the
  /// end, beside what went wrong before.
  func each(_ visit: (Object) throws(KubectlError) -> Void) throws(KubectlError) {
    var found = self
    for (object, _) in objects {
      do throws(KubectlError) { try visit(object) } catch { found.errors.append(error) }
    }
    try found.throwErrors()
  }
}

extension KubectlContext {
  /// The objects that `query` asks for, as far as they are there.
  mutating func find(_ query: ObjectQuery, _ call: Invocation) throws(KubectlError) -> FoundObjects {
    var found = FoundObjects()
    if call[CommonFlags.local] {
      let manifests = try manifests(call, selects: false)
      found.errors = manifests.errors
      found.objects = manifests.items.map { (Object(unread: $0.fields, kind: $0.kind), $0.source) }
      return found
    }
    let targets = try self.targets(query, call, errors: &found.errors)
    for target in targets {
      do throws(APIError) {
        found.objects.append((try get(target.id), target.source))
      } catch {
        found.errors.append(.server(error))
      }
    }
    return found
  }

  /// The objects that `query` names or lists; those that are named need not be there.
  mutating func targets(
    _ query: ObjectQuery,
    _ call: Invocation,
    errors: inout [KubectlError]
  ) throws(KubectlError) -> [ObjectQuery.Target] {
    for warning in query.warnings { output.warn("Warning: \(warning)") }
    switch query.selection {
    case .names(let names):
      return names.map { named in
        let namespace = named.kind.isNamespaced ? query.namespace ?? "" : ""
        return .init(id: ObjectID(named.kind, namespace: namespace, name: named.name))
      }
    case .files:
      let manifests = try manifests(call, selects: !query.labels.isEmpty)
      errors += manifests.errors
      return manifests.items.map { .init(id: $0.id, source: $0.source) }
    case .kinds(let kinds):
      var targets: [ObjectQuery.Target] = []
      for kind in kinds {
        do throws(KubectlError) {
          targets += try list(kind, query).map { .init(id: $0.id) }
        } catch {
          errors.append(error)
        }
      }
      return targets
    }
  }

  /// The objects of `kind` that the query's selectors let through.
  func list(_ kind: Kind, _ query: ObjectQuery) throws(KubectlError) -> [Object] {
    let filter = try ObjectFilter(query, kind)
    return list(kind, in: query.namespace).filter(filter.matches)
  }
}

/// The selectors of a query, read for one kind.
struct ObjectFilter {
  private let labels: LabelQuery
  private let fields: FieldSelector

  /// Throws as the server does, which is the one to read selectors.
  init(_ query: ObjectQuery, _ kind: Kind) throws(KubectlError) {
    func refusal(_ text: String) -> KubectlError {
      .server(
        .badRequest(
          "Unable to find \(kind.groupVersionResource.goQuoted) that match label selector \(query.labels.goQuoted), "
            + "field selector \(query.fields.goQuoted): \(text)"
        )
      )
    }
    do throws(LabelQueryError) {
      labels = try LabelQuery.parse(query.labels)
    } catch {
      throw refusal(error.text)
    }
    do throws(FieldSelectorError) {
      fields = try FieldSelector.parse(query.fields)
      try fields.check(for: kind)
    } catch {
      throw refusal(error.text)
    }
  }

  func matches(_ object: Object) -> Bool {
    labels.matches(object.metadata.labels) && (fields.isEmpty || fields.matches(object.fields))
  }
}
