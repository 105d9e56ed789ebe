import APIServer
import Objects

/// The three patch appliers, on objects of the schema.
struct PatchTarget: FuzzTarget {
  static let name = "patches"
  private let objects: [Object]

  init() { objects = PatchDraw.kinds.flatMap(World().objects) }

  func input(seed: UInt64) -> FuzzInput {
    var draw = Draw(seed: seed)
    let template = draw.pick(objects)
    let object = draw.object(of: template.kind, like: template.value.object)
    let (form, patch) = PatchDraw.patch(for: object, of: template.kind, &draw)
    return .patch(form, type: template.kind.name, object: object.json, patch: patch.json)
  }

  func run(_ input: FuzzInput) -> FuzzOutcome {
    guard case .patch(let form, let type, let object, let patch) = input, let target = try? JSONText.parse(object),
      let change = try? JSONText.parse(patch)
    else { return .broken("no JSON") }
    switch form {
    case .merge:
      let once = JSONMergePatch.apply(change, to: target)
      return JSONMergePatch.apply(change, to: once) == once ? .accepted : .broken("a merge patch is not idempotent")
    case .json: return json(change, target)
    case .strategic:
      guard let change = change.object, let target = target.object else { return .refused }
      return strategic(change, target, type)
    }
  }

  private func json(_ patch: Value, _ target: Value) -> FuzzOutcome {
    do throws(JSONPatchError) {
      _ = try JSONPatch(patch).apply(to: target)
      return .accepted
    } catch {
      return error.message.isEmpty ? .broken("refused without a word") : .refused
    }
  }

  private func strategic(_ patch: Fields, _ target: Fields, _ type: String) -> FuzzOutcome {
    do throws(PatchError) {
      let patched = try StrategicMergePatch.apply(patch, to: target, type: type, rules: .schema)
      // What apply would send to come from the one to the other must be readable as well.
      _ = try ThreeWayMerge(rules: .schema).patch(original: target, modified: patched, current: target, type: type)
      return .accepted
    } catch {
      return error.message.isEmpty ? .broken("refused without a word") : .refused
    }
  }
}

/// `kubectl patch`, with the same patches.
struct PatchVerbTarget: FuzzTarget {
  static let name = "patch-verb"
  private let world = World()
  private let objects: [Object]

  init() { objects = PatchDraw.kinds.flatMap(world.objects) }

  func input(seed: UInt64) -> FuzzInput {
    var draw = Draw(seed: seed)
    let object = draw.pick(objects)
    let (form, patch) = PatchDraw.patch(for: object.value, of: object.kind, &draw)
    let text = draw.once(in: 6) ? draw.changed(patch.json) : patch.json
    let namespace = object.metadata.namespace.isEmpty ? "" : " -n \(object.metadata.namespace)"
    let subresource = draw.once(in: 6) ? " --subresource=" + draw.pick(["status", "scale", "nope"]) : ""
    let name = "\(object.kind.plural)/\(object.metadata.name)"
    return .line("patch \(name)\(namespace)\(subresource) --type=\(form.rawValue) -p \(text.shellQuoted)")
  }

  func run(_ input: FuzzInput) -> FuzzOutcome {
    guard case .line(let line, let standardInput) = input else { return .broken("no line") }
    return world.run(line, standardInput: standardInput)
  }
}

/// Draws patches.
private enum PatchDraw {
  static let kinds: [Kind] = [
    .pod, .replicaSet, .replicationController, .daemonSet, .deployment, .job, .cronJob, .node, .service, .namespace,
  ]

  static func patch(for object: Value, of kind: Kind, _ draw: inout Draw) -> (FuzzInput.PatchForm, Value) {
    let form = draw.pick(FuzzInput.PatchForm.allCases)
    if form == .json { return (form, operations(on: object, &draw)) }
    let changed = draw.changed(object, structure: Schema.structure(of: kind))
    var patch = part(of: draw.once(in: 3) ? object : changed, &draw)
    for _ in 0..<draw.below(3) { patch = draw.changed(patch, structure: Schema.structure(of: kind)) }
    return (form, form == .strategic && draw.once(in: 2) ? directed(patch, &draw) : patch)
  }

  /// Some of the members of `value`, and of those in it.
  private static func part(of value: Value, _ draw: inout Draw) -> Value {
    switch value {
    case .object(let fields):
      var out = Fields()
      for field in fields where draw.once(in: 2) {
        out[field.name] = draw.once(in: 10) ? .null : part(of: field.value, &draw)
      }
      return .object(out)
    case .array(let items): return .array(items.filter { _ in !draw.once(in: 4) })
    default: return value
    }
  }

  /// `patch` with directives here and there.
  private static func directed(_ patch: Value, _ draw: inout Draw) -> Value {
    switch patch {
    case .object(var fields):
      for field in fields { fields[field.name] = directed(field.value, &draw) }
      let name = fields.isEmpty ? "containers" : draw.pick(fields).name
      switch draw.below(12) {
      case 0: fields["$patch"] = draw.pick(["delete", "replace", "merge", "nope", 3])
      case 1: fields["$retainKeys"] = .array(fields.names.map(Value.string))
      case 2: fields["$deleteFromPrimitiveList/\(name)"] = draw.pick([["a"], [], "a", ["a", 1]])
      case 3: fields["$setElementOrder/\(name)"] = draw.pick([["a"], [["name": "main"]], [], 1, [["x": 1]]])
      default: break
      }
      return .object(fields)
    case .array(let items):
      var items = items.map { directed($0, &draw) }
      if draw.once(in: 6) { items.append(["$patch": draw.pick(["delete", "replace", "merge"]), "name": "main"]) }
      return .array(items)
    default: return patch
    }
  }

  private static func operations(on object: Value, _ draw: inout Draw) -> Value {
    let names = ["add", "remove", "replace", "move", "copy", "test", "nope"]
    let operations: [Value] = (0..<(1 + draw.below(4))).map { _ in
      var operation: Fields = ["op": .string(draw.pick(names)), "path": .string(pointer(into: object, &draw))]
      if !draw.once(in: 6) { operation["value"] = draw.once(in: 3) ? draw.oddValue() : part(of: object, &draw) }
      if draw.once(in: 2) { operation["from"] = .string(pointer(into: object, &draw)) }
      return draw.once(in: 20) ? draw.oddValue() : .object(operation)
    }
    return draw.once(in: 30) ? draw.oddValue() : .array(operations)
  }

  /// A path that leads somewhere in `value`, or nearly.
  private static func pointer(into value: Value, _ draw: inout Draw) -> String {
    var pointer = ""
    var value = value
    while !draw.once(in: 5) {
      switch value {
      case .object(let fields) where !fields.isEmpty:
        let field = draw.pick(fields)
        pointer += "/" + field.name.replacing("~", with: "~0").replacing("/", with: "~1")
        value = field.value
      case .array(let items) where !items.isEmpty:
        let index = draw.below(items.count)
        pointer += draw.once(in: 6) ? draw.pick(["/-", "/-1", "/99", "/01"]) : "/\(index)"
        value = items[index]
      default: return draw.once(in: 4) ? draw.changed(pointer) : pointer
      }
    }
    return draw.once(in: 6) ? draw.changed(pointer) : pointer
  }
}

extension String {
  /// In single quotes, as a shell reads it back.
  var shellQuoted: String { "'" + replacing("'", with: "'\\''") + "'" }
}
