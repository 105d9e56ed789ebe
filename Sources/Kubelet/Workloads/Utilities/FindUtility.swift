import Basics
import Objects

/// `find` and `xargs`: commands for each of many files or words.
enum FindUtility {
  static let table: [String: Utilities.Body] = ["find": find, "xargs": passArguments]

  // MARK: find

  private enum Test {
    case name(ShellPattern)
    case path(ShellPattern)
    case type(isFolder: Bool)
    case empty
  }

  private enum Action {
    case print
    case delete
    /// A command with `{}` for the path; once for all where it ends in `+`.
    case execute([String], atOnce: Bool)
  }

  private struct Request {
    var roots: [String] = []
    var tests: [(test: Test, isNegated: Bool)] = []
    var depths = 0...Int.max
    var action = Action.print
  }

  @Sendable private static func find(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    guard let request = request(call.words.dropFirst()) else {
      return call.refuse(call.words.joined(separator: " "))
    }
    var code = 0
    var found: [String] = []
    for root in request.roots {
      if world.node(at: call.path(root)) == nil {
        let quoted = call.style == .busybox ? root : "'\(root)'"
        call.complain("\(quoted): No such file or directory")
        code = 1
      } else {
        collect(root, depth: 0, request, call, world, &found)
      }
    }
    switch request.action {
    case .print: found.forEach { call.print($0) }
    case .delete: for path in found.reversed() { world.removeNode(at: call.path(path)) }
    case .execute(let words, let atOnce):
      guard !found.isEmpty else { break }
      let calls =
        atOnce
        ? [words.flatMap { $0 == "{}" ? found : [$0] }]
        : found.map { path in words.map { $0.replacing("{}", with: path) } }
      return .becomes(script(calls, failure: 1), call.environment, deadline: nil)
    }
    return .ended(code)
  }

  /// nil for a line that has more in it.
  private static func request(_ words: ArraySlice<String>) -> Request? {
    var request = Request()
    var words = words
    while let word = words.first, !word.hasPrefix("-"), word != "!", word != "(" {
      request.roots.append(word)
      words.removeFirst()
    }
    if request.roots.isEmpty { request.roots = ["."] }
    var isNegated = false
    while let word = words.popFirst() {
      var test: Test?
      switch word {
      case "!", "-not":
        isNegated.toggle()
        continue
      case "-a", "-print": continue
      case "-name": test = words.popFirst().map { .name(ShellPattern($0)) }
      case "-path": test = words.popFirst().map { .path(ShellPattern($0)) }
      case "-empty": test = .empty
      case "-type":
        guard let kind = words.popFirst(), kind == "f" || kind == "d" else { return nil }
        test = .type(isFolder: kind == "d")
      case "-mindepth", "-maxdepth":
        guard let depth = words.popFirst().flatMap({ Int($0) }), depth >= 0 else { return nil }
        let (low, high) = (request.depths.lowerBound, request.depths.upperBound)
        request.depths = word == "-mindepth" ? min(depth, high)...high : low...max(depth, low)
        continue
      case "-delete":
        request.action = .delete
        continue
      case "-exec":
        let command = words.prefix { $0 != ";" && $0 != "+" }
        words = words.dropFirst(command.count)
        guard let end = words.popFirst(), !command.isEmpty else { return nil }
        request.action = .execute(Array(command), atOnce: end == "+")
        continue
      default: return nil
      }
      guard let test else { return nil }
      request.tests.append((test, isNegated))
      isNegated = false
    }
    return request
  }

  private static func collect(
    _ path: String,
    depth: Int,
    _ request: Request,
    _ call: UtilityCall,
    _ world: ContainerWorld,
    _ found: inout [String]
  ) {
    guard depth <= request.depths.upperBound else { return }
    let place = call.path(path)
    let isFolder = world.node(at: place) == .folder
    let passes = request.tests.allSatisfy { test, isNegated in
      let holds =
        switch test {
        case .name(let pattern): pattern.matches(path == "/" ? path : Path.name(of: path))
        case .path(let pattern): pattern.matches(path)
        case .type(let wanted): isFolder == wanted
        case .empty: isFolder ? world.names(in: place).isEmpty : world.file(place)?.isEmpty ?? false
        }
      return holds != isNegated
    }
    if passes, depth >= request.depths.lowerBound { found.append(path) }
    guard isFolder else { return }
    for name in world.names(in: place) {
      collect(path.hasSuffix("/") ? path + name : path + "/" + name, depth: depth + 1, request, call, world, &found)
    }
  }

  // MARK: xargs

  @Sendable private static func passArguments(
    _ call: inout UtilityCall,
    _ world: inout ContainerWorld
  ) -> Utility.Outcome {
    let options = call.options("0r", valued: "nI")
    if let unknown = options.unknown { return call.refuse("xargs \(unknown)") }
    let command = options.operands.isEmpty ? ["echo"] : options.operands
    guard world.pathOfProgram(command[0]) != nil else {
      return call.fail("\(command[0]): No such file or directory", code: 127)
    }
    let size = options.value("n").flatMap { Int($0) }
    let mark = options.value("I")
    let isZeroed = options.has("0")
    let skipsNothing = options.has("r")
    return .gathers { text in
      let items =
        isZeroed || mark != nil
        ? text.split(separator: isZeroed ? "\0" : "\n").map(String.init)
        : text.split { $0.isWhitespace }.map { $0.filter { $0 != "'" && $0 != "\"" } }
      if items.isEmpty, skipsNothing || mark != nil { return nil }
      if let mark {
        return script(items.map { item in command.map { $0.replacing(mark, with: item) } }, failure: 123)
      }
      guard let size, size > 0 else { return script([command + items], failure: 123) }
      let groups = stride(from: 0, to: items.count, by: size).map { items[$0..<min($0 + size, items.count)] }
      return script(groups.map { command + $0 }, failure: 123)
    }
  }

  /// A shell that runs commands one after the other and ends with `failure` where one has failed.
  private static func script(_ calls: [[String]], failure: Int) -> [String] {
    let lines = calls.map { words in
      words.map(\.shellQuoted).joined(separator: " ") + " || failed=\(failure)"
    }
    return ["sh", "-c", (["failed=0"] + lines + ["exit $failed"]).joined(separator: "\n")]
  }
}

extension String {
  /// As one word of a shell's line, whatever is in it.
  fileprivate var shellQuoted: String { "'" + replacing("'", with: "'\\''") + "'" }
}
