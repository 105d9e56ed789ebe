import APIServer
import Objects

/// A change of the environment of containers.
///
/// Mirrors `updateEnv` and `validateNoOverwrites` of `pkg/cmd/set/helper.go` and `set_env.go`.
struct EnvironmentChange {
  /// Variables as a container lists them.
  var assigned: [Value]
  /// Names.
  var removed: [String]

  /// Reads `NAME=VALUE` and `NAME-`; variables keep the order in which they are typed.
  init(_ changes: [String]) throws(KubectlError) {
    let change = try MapChange(environment: changes)
    var unplaced = change.assigned
    assigned = changes.compactMap { text in
      let name = String(text.prefix { $0 != "=" })
      guard let value = unplaced[name] else { return nil }
      unplaced[name] = nil
      return ["name": .string(name), "value": .string(value)]
    }
    removed = change.removed
  }

  mutating func prefix(with text: String) {
    guard !text.isEmpty else { return }
    for index in assigned.indices {
      assigned[index]["name"] = .string(text + EnvironmentChange.name(of: assigned[index]))
    }
  }

  /// Throws where a variable that is there would get another value.
  func checkOverwrite(_ old: [Value]) throws(KubectlError) {
    for variable in assigned {
      let name = EnvironmentChange.name(of: variable)
      guard let current = old.first(where: { EnvironmentChange.name(of: $0) == name }) else { continue }
      let value = current["value"]?.string ?? ""
      if value != variable["value"]?.string ?? "" {
        throw .plain("'\(name)' already has a value (\(value)), and --overwrite is false")
      }
    }
  }

  /// The variables after the change: those that were there in their places, the new ones behind them.
  func applied(to old: [Value]) -> [Value] {
    var variables = old.filter { !removed.contains(EnvironmentChange.name(of: $0)) }
    for variable in assigned {
      let name = EnvironmentChange.name(of: variable)
      if let index = variables.firstIndex(where: { EnvironmentChange.name(of: $0) == name }) {
        variables[index] = variable
      } else {
        variables.append(variable)
      }
    }
    return variables
  }

  /// The same as entries of a strategic merge patch: what is set in the order that it has in the end, then what goes.
  func patch(of old: [Value]) -> [Value] {
    var entries: [Value] = []
    for variable in applied(to: old) where !old.contains(variable) {
      var entry = variable
      // What tells the value in another way goes.
      let other = variable["value"] == nil ? "value" : "valueFrom"
      if old.contains(where: {
        EnvironmentChange.name(of: $0) == EnvironmentChange.name(of: variable) && $0[other] != nil
      }) {
        entry[other] = .null
      }
      entries.append(entry)
    }
    for name in removed where old.contains(where: { EnvironmentChange.name(of: $0) == name }) {
      entries.append(["name": .string(name), "$patch": "delete"])
    }
    return entries
  }

  private static func name(of variable: Value) -> String { variable["name"]?.string ?? "" }
}

/// `set env --from`: variables that take their values from the keys of a ConfigMap or a Secret.
enum ImportedEnvironment {
  static let from = Flag.string("from")
  static let keys = Flag.list("keys")
  static let prefix = Flag.string("prefix")

  static let flags: [any FlagDefinition] = [from, keys, prefix]

  static func variables(_ call: Invocation, _ context: inout KubectlContext) throws(KubectlError) -> [Value] {
    guard !call[from].isEmpty else {
      if !call[keys].isEmpty {
        throw .plain("when specifying --keys, a configmap or secret must be provided with --from")
      }
      return []
    }
    let selection = try ResourceArguments([Word(call[from], at: 0..<0)]).resolve()
    guard case .names(let names) = selection, let named = names.first else { return [] }
    guard [.configMap, .secret].contains(named.kind) else { throw .plain("unsupported resource specified in --from") }
    let object: Object
    do throws(APIError) {
      let namespace = call.namespace(in: context)
      object = try context.get(ObjectID(named.kind, namespace: namespace, name: named.name))
    } catch {
      throw .server(error)
    }
    let reference = named.kind == .secret ? "secretKeyRef" : "configMapKeyRef"
    let wanted = (object.body["data"]?.object ?? [:]).names.filter { call[keys].isEmpty || call[keys].contains($0) }
    return wanted.map { key in
      [
        "name": .string(variableName(of: key)),
        "valueFrom": [reference: ["key": .string(key), "name": .string(named.name)]],
      ]
    }
  }

  /// Mirrors `keyToEnvName`.
  private static func variableName(of key: String) -> String {
    let scalars = key.unicodeScalars.map { scalar -> Character in
      let isWord = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_")
      return isWord ? Character(scalar) : "_"
    }
    return String(scalars).uppercased()
  }
}
