import Basics
import Objects

/// Utilities about files and folders.
enum FileUtilities {
  static let table: [String: Utilities.Body] = [
    "basename": basename, "chmod": chmod, "chown": { _, _ in .ended(0) }, "cp": copy, "dirname": dirname, "ls": list,
    "mkdir": makeFolder, "mktemp": makeTemporary, "mv": move,
    "pwd": { call, _ in
      call.print(call.folder)
      return .ended(0)
    }, "readlink": readLink, "realpath": readLink, "rm": remove, "rmdir": removeFolder, "sync": { _, _ in .ended(0) },
    "touch": touch, "which": which,
  ]

  @Sendable private static func list(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    let options = call.options("1adAClh")
    if let unknown = options.unknown { return call.refuse("ls \(unknown)") }
    let shown = options.has("a") || options.has("A")
    var code = 0
    var blocks: [(name: String, names: [String])] = []
    var files: [String] = []
    for operand in options.operands.isEmpty ? ["."] : options.operands {
      let path = call.path(operand)
      switch world.node(at: path) {
      case nil:
        code = call.style == .busybox ? 1 : 2
        call.complain(
          call.style == .busybox
            ? "\(operand): No such file or directory" : "cannot access '\(operand)': No such file or directory"
        )
      case .folder? where !options.has("d"):
        var names = world.names(in: path).filter { shown || !$0.hasPrefix(".") }
        if path == "/bin" || path == "/usr/bin" { names = world.programs(in: path) }
        if options.has("a") { names = [".", ".."] + names }
        blocks.append((operand, names))
      default: files.append(operand)
      }
    }
    let isLong = options.has("l")
    for file in files { call.print(isLong ? world.longLine(file, at: call.path(file), call.style) : file) }
    for (index, block) in blocks.enumerated() {
      if blocks.count > 1 || !files.isEmpty {
        call.write("\(index > 0 || !files.isEmpty ? "\n" : "")\(block.name):\n")
      }
      let folder = call.path(block.name)
      if isLong { call.print("total \(block.names.reduce(0) { $0 + world.kibibytes(Path.resolve($1, in: folder)) })") }
      for name in block.names {
        call.print(isLong ? world.longLine(name, at: Path.resolve(name, in: folder), call.style) : name)
      }
    }
    return .ended(code)
  }

  @Sendable private static func touch(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    let options = call.options("cma")
    if let unknown = options.unknown { return call.refuse("touch \(unknown)") }
    if options.operands.isEmpty { return call.fail("missing file operand") }
    for operand in options.operands {
      let path = call.path(operand)
      if world.isReadOnly(path) {
        let subject = call.style == .busybox ? operand : "cannot touch '\(operand)'"
        return call.fail("\(subject): Read-only file system")
      }
      if world.node(at: path) != nil || options.has("c") { continue }
      guard world.node(at: Path.folder(of: path)) == .folder else {
        return call.fail(
          call.style == .busybox
            ? "\(operand): No such file or directory" : "cannot touch '\(operand)': No such file or directory"
        )
      }
      world.put(.file(""), at: path)
    }
    return .ended(0)
  }

  @Sendable private static func remove(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    let options = call.options("frRvi")
    var code = 0
    if options.operands.isEmpty, !options.has("f") { return call.fail("missing operand") }
    for operand in options.operands {
      let path = call.path(operand)
      let quoted = call.style == .busybox ? "can't remove '\(operand)'" : "cannot remove '\(operand)'"
      switch world.node(at: path) {
      case nil:
        if options.has("f") { continue }
        call.complain("\(quoted): No such file or directory")
        code = 1
      case .folder? where !options.has("r") && !options.has("R"):
        call.complain(call.style == .busybox ? "'\(operand)' is a directory" : "\(quoted): Is a directory")
        code = 1
      default:
        if path == "/" || world.isMountPoint(path) {
          call.complain("\(quoted): Device or resource busy")
          code = 1
        } else if world.isReadOnly(path) {
          call.complain("\(quoted): Read-only file system")
          code = 1
        } else {
          world.removeNode(at: path)
        }
      }
    }
    return .ended(code)
  }

  @Sendable private static func makeFolder(
    _ call: inout UtilityCall,
    _ world: inout ContainerWorld
  ) -> Utility.Outcome {
    let options = call.options("pv", valued: "m")
    var code = 0
    for operand in options.operands {
      let path = call.path(operand)
      let quoted =
        call.style == .busybox ? "can't create directory '\(operand)'" : "cannot create directory '\(operand)'"
      if options.has("p") {
        world.makeFolders(path)
      } else if world.node(at: path) != nil {
        call.complain("\(quoted): File exists")
        code = 1
      } else if world.node(at: Path.folder(of: path)) != .folder {
        call.complain("\(quoted): No such file or directory")
        code = 1
      } else if world.isReadOnly(path) {
        call.complain("\(quoted): Read-only file system")
        code = 1
      } else {
        world.put(.folder, at: path)
      }
    }
    return .ended(code)
  }

  @Sendable private static func removeFolder(
    _ call: inout UtilityCall,
    _ world: inout ContainerWorld
  ) -> Utility.Outcome {
    for operand in call.words.dropFirst() {
      let path = call.path(operand)
      guard world.node(at: path) == .folder else { return call.fail("'\(operand)': No such file or directory") }
      guard world.names(in: path).isEmpty else { return call.fail("'\(operand)': Directory not empty") }
      world.removeNode(at: path)
    }
    return .ended(0)
  }

  @Sendable private static func copy(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    transfer(&call, &world, options: call.options("rRafp"), verb: "copy", removes: false)
  }

  @Sendable private static func move(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    transfer(&call, &world, options: call.options("fn"), verb: "move", removes: true)
  }

  private static func transfer(
    _ call: inout UtilityCall,
    _ world: inout ContainerWorld,
    options: UtilityCall.Options,
    verb: String,
    removes: Bool
  ) -> Utility.Outcome {
    if let unknown = options.unknown { return call.refuse("\(call.name) \(unknown)") }
    guard options.operands.count > 1, let last = options.operands.last else { return call.fail("missing file operand") }
    let target = call.path(last)
    let goesInside = world.node(at: target) == .folder
    if options.operands.count > 2, !goesInside { return call.fail("target '\(last)': Not a directory") }
    for operand in options.operands.dropLast() {
      let source = call.path(operand)
      let place = goesInside ? Path.resolve(Path.name(of: source), in: target) : target
      guard let node = world.node(at: source) else {
        return call.fail(
          call.style == .busybox
            ? "can't \(removes ? "rename" : "stat") '\(operand)': No such file or directory"
            : "cannot stat '\(operand)': No such file or directory"
        )
      }
      guard world.node(at: Path.folder(of: place)) == .folder else {
        return call.fail("can't create '\(last)': Path does not exist")
      }
      if node == .folder, !removes, options.letters.isDisjoint(with: ["r", "R", "a"]) {
        return call.fail("omitting directory '\(operand)'")
      }
      if place == source || place.hasPrefix(source + "/") {
        return call.fail("can't \(verb) '\(operand)' into itself")
      }
      if world.isReadOnly(place) || removes && world.isReadOnly(source) {
        let subject =
          if removes {
            call.style == .busybox ? "can't rename '\(operand)'" : "cannot move '\(operand)' to '\(last)'"
          } else {
            call.style == .busybox ? "can't create '\(last)'" : "cannot create regular file '\(last)'"
          }
        return call.fail("\(subject): Read-only file system")
      }
      world.copyTree(from: source, to: place)
      if removes { world.removeNode(at: source) }
    }
    return .ended(0)
  }

  @Sendable private static func chmod(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    let operands = call.options("R").operands
    guard let mode = operands.first else { return call.fail("missing operand") }
    for operand in operands.dropFirst() {
      guard let node = world.node(at: call.path(operand)) else {
        return call.fail("\(operand): No such file or directory")
      }
      let isExecutable = mode.contains("x") ? !mode.contains("-") : mode.contains { "1357".contains($0) }
      if case .file(let text, _) = node { world.put(.file(text, isExecutable: isExecutable), at: call.path(operand)) }
    }
    return .ended(0)
  }

  @Sendable private static func basename(_ call: inout UtilityCall, _: inout ContainerWorld) -> Utility.Outcome {
    guard call.words.count > 1 else { return call.fail("missing operand") }
    var name = Path.name(of: call.words[1])
    if call.words.count > 2, name != call.words[2], name.hasSuffix(call.words[2]) {
      name = String(name.dropLast(call.words[2].count))
    }
    call.print(name)
    return .ended(0)
  }

  @Sendable private static func dirname(_ call: inout UtilityCall, _: inout ContainerWorld) -> Utility.Outcome {
    guard call.words.count > 1 else { return call.fail("missing operand") }
    call.print(call.words[1].contains("/") ? Path.folder(of: call.words[1]) : ".")
    return .ended(0)
  }

  @Sendable private static func readLink(_ call: inout UtilityCall, _: inout ContainerWorld) -> Utility.Outcome {
    let options = call.options("fem")
    guard let operand = options.operands.first else { return call.fail("missing operand") }
    if call.name == "readlink", options.letters.isEmpty { return .ended(1) }
    call.print(call.path(operand))
    return .ended(0)
  }

  @Sendable private static func makeTemporary(
    _ call: inout UtilityCall,
    _ world: inout ContainerWorld
  ) -> Utility.Outcome {
    let options = call.options("d")
    if options.unknown != nil || !options.operands.isEmpty { return call.refuse("mktemp with a template") }
    let path = "/tmp/tmp.\(padded(call.pid, 6))"
    world.put(options.has("d") ? .folder : .file(""), at: path)
    call.print(path)
    return .ended(0)
  }

  @Sendable private static func which(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    var code = 0
    for name in call.words.dropFirst() {
      if let path = world.pathOfProgram(name) { call.print(path) } else { code = 1 }
    }
    return .ended(code)
  }
}

extension ContainerWorld {
  /// The names of the programs that the image has, for listing its folder of programs.
  fileprivate func programs(in folder: String) -> [String] {
    let isBusybox = plan.image.tools == .busybox
    guard folder == (isBusybox ? "/bin" : "/usr/bin") else { return names(in: folder) }
    let all = Utilities.table.keys.filter { Utilities.has($0, plan.image.tools) && $0 != "[[" } + ["sh"]
    return all.sorted { $0.precedesByBytes($1) }
  }

  fileprivate func isMountPoint(_ path: String) -> Bool { plan.mounts.contains { $0.path == path } }

  fileprivate mutating func makeFolders(_ path: String) {
    var missing: [String] = []
    var rest = path
    while rest != "/", node(at: rest) == nil {
      missing.append(rest)
      rest = Path.folder(of: rest)
    }
    for folder in missing.reversed() { put(.folder, at: folder) }
  }

  fileprivate mutating func copyTree(from source: String, to target: String) {
    guard let node = node(at: source) else { return }
    put(node, at: target)
    guard node == .folder else { return }
    for name in names(in: source) { copyTree(from: source + "/" + name, to: target + "/" + name) }
  }
}
