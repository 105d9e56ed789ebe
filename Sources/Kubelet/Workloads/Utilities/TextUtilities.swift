import Basics

/// Utilities that read text, from files or from their standard input, and write some of it.
enum TextUtilities {
  static let table: [String: Utilities.Body] = [
    "cat": cat, "cut": cut, "grep": grep, "egrep": grep, "fgrep": grep, "head": head, "nl": number, "rev": reverse,
    "sed": sed, "sort": SortUtility.sort, "tac": backwards, "tail": tail, "tee": tee,
    "tr": TranslationUtility.translate,
    "uniq": unique, "wc": count,
  ]

  /// Puts the text of files through a filter, or leaves the filter to read standard input.
  static func filter(
    _ paths: [String],
    _ kind: TextFilter.Kind,
    _ call: inout UtilityCall,
    _ world: inout ContainerWorld
  ) -> Utility.Outcome {
    var filter = TextFilter(kind)
    if paths.isEmpty || paths == ["-"] { return .filters(filter) }
    var code = 0
    var text = ""
    for path in paths {
      if let found = read(path, &call, &world) { text += found } else { code = call.name.hasSuffix("grep") ? 2 : 1 }
      if call.path(path) == "/dev/urandom" { return call.refuse("\(call.name) /dev/urandom") }
      if call.path(path) == "/dev/zero" { return zeros(kind, &call, world) }
    }
    call.write(filter.take(text))
    if !filter.isDone { call.write(filter.finish()) }
    if let complaint = filter.complaint { call.complain(complaint) }
    return .ended(code != 0 ? code : filter.exitCode)
  }

  /// What reads bytes of zero without an end: it takes some, or holds a line that never ends in memory.
  private static func zeros(
    _ kind: TextFilter.Kind,
    _ call: inout UtilityCall,
    _ world: ContainerWorld
  ) -> Utility.Outcome {
    switch kind {
    case .headBytes(let count) where count <= 1 << 20:
      call.write(String(repeating: "\0", count: count))
      return .ended(0)
    case .copy, .headBytes, .text: return call.refuse(call.words.joined(separator: " "))
    default: return world.devouring(from: call.now)
    }
  }

  /// The text of a file; an error is told.
  static func read(_ path: String, _ call: inout UtilityCall, _ world: inout ContainerWorld) -> String? {
    switch world.node(at: call.path(path)) {
    case .file(let text, _)?: return text
    case .folder?:
      call.complain(call.style == .busybox ? "read error: Is a directory" : "\(path): Is a directory")
    case nil:
      if ["/dev/null", "/dev/stdin", "/dev/urandom", "/dev/zero"].contains(call.path(path)) { return "" }
      let isBusyboxOpen = call.style == .busybox && !call.name.hasSuffix("grep")
      if call.name == "cat" || isBusyboxOpen, call.style == .busybox {
        call.complain("can't open '\(path)': No such file or directory")
      } else if call.style == .gnu, call.name == "head" || call.name == "tail" {
        call.complain("cannot open '\(path)' for reading: No such file or directory")
      } else {
        call.complain("\(path): No such file or directory")
      }
    }
    return nil
  }

  @Sendable private static func cat(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    let options = call.options("un")
    if let unknown = options.unknown { return call.refuse("cat \(unknown)") }
    return filter(options.operands, options.has("n") ? .whole(numbered) : .copy, &call, &world)
  }

  @Sendable private static func numbered(_ text: String) -> String {
    lines(text).enumerated().map { "\(padded(left: $0.offset + 1, 6))\t\($0.element)\n" }.joined()
  }

  static func padded(left number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }

  static func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  @Sendable private static func grep(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    let options = call.options("cvinqoEFxwhHlsa", valued: "em")
    if let unknown = options.unknown { return call.refuse("grep \(unknown)") }
    var operands = options.operands
    var patterns = options.values.filter { $0.letter == "e" }.map(\.value)
    if patterns.isEmpty {
      guard !operands.isEmpty else { return call.fail("missing pattern", code: 2) }
      patterns = [operands.removeFirst()]
    }
    var expressions: [RegularExpression] = []
    for pattern in patterns {
      guard
        let expression = RegularExpression(
          pattern,
          isExtended: options.has("E") || call.name == "egrep",
          isCaseless: options.has("i"),
          isFixed: options.has("F") || call.name == "fgrep"
        )
      else { return call.fail("bad regex '\(pattern)'", code: 2) }
      expressions.append(expression)
    }
    let limit = options.value("m").flatMap { Int($0) }
    let grep = GrepFilter(expressions, options: options.letters, limit: limit)
    let namesFiles = options.has("H") || options.has("l") || (operands.count > 1 && !options.has("h"))
    guard namesFiles, !operands.isEmpty, operands != ["/dev/zero"] else {
      return filter(operands, .grep(grep), &call, &world)
    }
    return search(operands, grep, onlyNames: options.has("l"), &call, &world)
  }

  /// Searches files one by one and tells which each line is from, or only which have one.
  private static func search(
    _ paths: [String],
    _ grep: GrepFilter,
    onlyNames: Bool,
    _ call: inout UtilityCall,
    _ world: inout ContainerWorld
  ) -> Utility.Outcome {
    var (isMissing, isFound) = (false, false)
    for path in paths {
      guard let text = read(path, &call, &world) else {
        isMissing = true
        continue
      }
      var filter = TextFilter(.grep(grep))
      let found = filter.take(text) + (filter.isDone ? "" : filter.finish())
      if filter.exitCode == 0 {
        isFound = true
        if onlyNames { call.print(path) }
      }
      if !onlyNames { for line in lines(found) { call.print("\(path):\(line)") } }
    }
    return .ended(isMissing ? 2 : isFound ? 0 : 1)
  }

  @Sendable private static func head(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    let options = lineOptions(call)
    if let unknown = options.unknown { return call.refuse("head \(unknown)") }
    if let bytes = options.bytes {
      guard let count = Int(bytes), count >= 0 else { return call.refuse("head -c \(bytes)") }
      return filter(options.operands, .headBytes(left: count), &call, &world)
    }
    guard let count = Int(options.count ?? "10"), count >= 0 else {
      return call.refuse("head -n \(options.count ?? "")")
    }
    return filter(options.operands, .head(left: count), &call, &world)
  }

  @Sendable private static func tail(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    let options = lineOptions(call)
    if let unknown = options.unknown { return call.refuse("tail \(unknown)") }
    let asked = options.count ?? "10"
    guard let number = Int(asked.drop { $0 == "+" || $0 == "-" }) else {
      return call.fail("invalid number '\(asked)'")
    }
    if let bytes = options.bytes {
      guard let count = Int(bytes), count >= 0 else { return call.refuse("tail -c \(bytes)") }
      let kind = TextFilter.Kind.whole { String(decoding: Array($0.utf8.suffix(count)), as: UTF8.self) }
      return filter(options.operands, kind, &call, &world)
    }
    let kind: TextFilter.Kind =
      asked.hasPrefix("+")
      ? .tailFrom(skips: max(0, number - 1))
      : .whole { text in lines(text).suffix(number).map { $0 + "\n" }.joined() }
    guard options.follows else { return filter(options.operands, kind, &call, &world) }
    guard let path = options.operands.first, options.operands.count == 1 else {
      return options.operands.isEmpty ? .forever : call.refuse("tail -f of several files")
    }
    if call.path(path) == "/dev/null" { return .forever }
    guard let text = world.file(call.path(path)) else {
      if read(path, &call, &world) != nil { return .forever }
      return .ended(1)
    }
    call.write(lines(text).suffix(number).map { $0 + "\n" }.joined())
    return .follows(path: call.path(path), seen: text.count)
  }

  private struct LineOptions {
    var count: String?
    var bytes: String?
    var follows = false
    var operands: [String] = []
    var unknown: String?
  }

  /// The options that `head` and `tail` share, with `-5` for `-n 5`.
  private static func lineOptions(_ call: UtilityCall) -> LineOptions {
    var out = LineOptions()
    var words = call.words.dropFirst()
    while let word = words.popFirst() {
      if word == "-n" || word == "-c" {
        let value = words.popFirst() ?? ""
        if word == "-n" { out.count = value } else { out.bytes = value }
      } else if word.hasPrefix("-n"), word.count > 2 {
        out.count = String(word.dropFirst(2))
      } else if word == "-f" || word == "-F" {
        out.follows = true
      } else if word.hasPrefix("-"), let number = Int(word.dropFirst()) {
        out.count = String(number)
      } else if word.hasPrefix("+"), Int(word) != nil {
        out.count = word
      } else if word.hasPrefix("-"), word.count > 1 {
        out.unknown = word
      } else {
        out.operands.append(word)
      }
    }
    return out
  }

  @Sendable private static func unique(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    let options = call.options("cdu")
    if let unknown = options.unknown { return call.refuse("uniq \(unknown)") }
    let letters = options.letters
    return filter(
      options.operands,
      .whole { text in
        var runs: [(line: String, count: Int)] = []
        for line in lines(text) {
          if runs.last?.line == line { runs[runs.count - 1].count += 1 } else { runs.append((line, 1)) }
        }
        if letters.contains("d") { runs.removeAll { $0.count == 1 } }
        if letters.contains("u") { runs.removeAll { $0.count > 1 } }
        return runs.map { (letters.contains("c") ? padded(left: $0.count, 7) + " " : "") + $0.line + "\n" }.joined()
      },
      &call,
      &world
    )
  }

  @Sendable private static func count(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    let options = call.options("lwcm")
    if let unknown = options.unknown { return call.refuse("wc \(unknown)") }
    let asked = options.letters.isEmpty ? ["l", "w", "c"] : options.letters
    let paths = options.operands
    let isGNU = call.style == .gnu
    @Sendable func row(_ text: String, _ name: String?) -> String {
      var numbers: [Int] = []
      if asked.contains("l") { numbers.append(text.utf8.count { $0 == 10 }) }
      if asked.contains("w") { numbers.append(text.split { $0.isWhitespace }.count) }
      if asked.contains("m") { numbers.append(text.unicodeScalars.count) }
      if asked.contains("c") { numbers.append(text.utf8.count) }
      let width = numbers.count == 1 ? 0 : isGNU ? 7 : 9
      let texts = numbers.enumerated().map { index, number in
        padded(left: number, index == 0 && !isGNU ? width : max(0, width))
      }
      return texts.joined(separator: " ") + (name.map { " \($0)" } ?? "") + "\n"
    }
    if paths.isEmpty { return .filters(TextFilter(.whole { row($0, nil) })) }
    var code = 0
    for path in paths {
      if let text = read(path, &call, &world) { call.write(row(text, path)) } else { code = 1 }
    }
    return .ended(code)
  }

  @Sendable private static func cut(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    let options = call.options("s", valued: "dfcb")
    if let unknown = options.unknown { return call.refuse("cut \(unknown)") }
    let byCharacter = options.value("c") ?? options.value("b")
    guard let text = options.value("f") ?? byCharacter, let ranges = ranges(text) else {
      return call.fail("expected a list of bytes, characters, or fields")
    }
    let separator = options.value("d")?.first ?? "\t"
    let skips = options.has("s")
    return filter(
      options.operands,
      .lines { line in
        if byCharacter != nil {
          return String(
            line.enumerated().filter { item in ranges.contains { $0.contains(item.offset + 1) } }.map(\.element)
          )
        }
        guard line.contains(separator) else { return skips ? nil : line }
        let parts = line.split(separator: separator, omittingEmptySubsequences: false)
        return parts.enumerated().filter { item in ranges.contains { $0.contains(item.offset + 1) } }
          .map { String($0.element) }.joined(separator: String(separator))
      },
      &call,
      &world
    )
  }

  /// `1,3-5,7-`
  private static func ranges(_ text: String) -> [ClosedRange<Int>]? {
    var out: [ClosedRange<Int>] = []
    for part in text.split(separator: ",") {
      let ends = part.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
      let low = ends[0].isEmpty ? 1 : Int(ends[0])
      let high = ends.count == 1 ? low : ends[1].isEmpty ? Int.max : Int(ends[1])
      guard let low, let high, low > 0, low <= high else { return nil }
      out.append(low...high)
    }
    return out.isEmpty ? nil : out
  }

  @Sendable private static func tee(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    let options = call.options("ai")
    var filter = TextFilter(.copy)
    for operand in options.operands {
      let path = call.path(operand)
      guard world.node(at: Path.folder(of: path)) == .folder, world.node(at: path) != .folder else {
        return call.fail("\(operand): No such file or directory")
      }
      if world.isReadOnly(path) { return call.fail("\(operand): Read-only file system") }
      if !options.has("a") || world.node(at: path) == nil { world.put(.file(""), at: path) }
      filter.copies.append(path)
    }
    return .filters(filter)
  }

  @Sendable private static func sed(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    let options = call.options("nErzi", valued: "e")
    if let unknown = options.unknown { return call.refuse("sed \(unknown)") }
    if options.has("z") { return call.refuse("sed -z") }
    var operands = options.operands
    var scripts = options.values.map(\.value)
    if scripts.isEmpty {
      guard !operands.isEmpty else { return call.fail("no script") }
      scripts = [operands.removeFirst()]
    }
    let isExtended = options.has("E") || options.has("r")
    guard let editor = StreamEditor(scripts, isExtended: isExtended, isQuiet: options.has("n")) else {
      return call.refuse("sed '\(scripts.joined(separator: "; "))'")
    }
    guard options.has("i") else { return filter(operands, .edit(editor), &call, &world) }
    for operand in operands {
      guard let text = read(operand, &call, &world) else { return .ended(1) }
      if world.isReadOnly(call.path(operand)) { return call.fail("can't create temp file: Read-only file system") }
      var filter = TextFilter(.edit(editor))
      world.put(.file(filter.take(text) + filter.finish()), at: call.path(operand))
    }
    return .ended(0)
  }

  @Sendable private static func number(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    filter(Array(call.words.dropFirst()), .whole(numbered), &call, &world)
  }

  @Sendable private static func reverse(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    filter(Array(call.words.dropFirst()), .lines { String($0.reversed()) }, &call, &world)
  }

  @Sendable private static func backwards(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    filter(
      Array(call.words.dropFirst()),
      .whole { text in lines(text).reversed().map { $0 + "\n" }.joined() },
      &call,
      &world
    )
  }
}
