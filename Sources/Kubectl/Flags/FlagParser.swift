/// A command's part of a line, with the flags taken out.
package struct ParsedArguments: Sendable {
  package var flags = FlagValues()
  package var arguments: [Word] = []
  /// How many of the arguments stood before `--`; nil where there was none.
  package var countBeforeDash: Int?

  package init() {}
}

extension FlagTable {
  /// Takes the flags out of `words`, which stand after the command.
  ///
  /// Mirrors `pflag.FlagSet.parseArgs`, flags and arguments interspersed.
  package func parse(_ words: some Sequence<Word>) throws(FlagError) -> ParsedArguments {
    var parser = FlagParser(table: self, words: Array(words))
    try parser.run()
    return parser.result
  }
}

private struct FlagParser {
  let table: FlagTable
  let words: [Word]
  var index = 0
  var result = ParsedArguments()

  init(table: FlagTable, words: [Word]) {
    self.table = table
    self.words = words
  }

  mutating func run() throws(FlagError) {
    while index < words.count {
      let word = words[index]
      index += 1
      if word.text == "--" {
        result.countBeforeDash = result.arguments.count
        result.arguments += words[index...]
        return
      }
      if word.text.hasPrefix("--") {
        try readLong(word)
      } else if word.text.hasPrefix("-"), word.text != "-" {
        try readShorts(word)
      } else {
        result.arguments.append(word)
      }
    }
  }

  private mutating func readLong(_ word: Word) throws(FlagError) {
    let body = word.text.dropFirst(2)
    guard let first = body.first, first != "-", first != "=" else {
      throw FlagError(problem: .badSyntax(word.text), range: word.range)
    }
    let parts = body.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let flag: any FlagDefinition
    switch table.match(long: name) {
    case .flag(let found): flag = found
    case .refused(let flag):
      if let harmless = flag.harmless, parts.count == 2, parts[1] == harmless { return }
      throw FlagError(problem: .notSimulated(flag: "--\(name)", long: name), range: word.range)
    case nil where name == "help": throw FlagError(problem: .help, range: word.range)
    case nil: throw FlagError(problem: .unknown(long: name), range: word.range)
    }
    if parts.count == 2 {
      try store(String(parts[1]), for: flag, at: word)
    } else if let bare = flag.whenBare {
      try store(bare, for: flag, at: word)
    } else if index < words.count {
      index += 1
      try store(words[index - 1].text, for: flag, at: words[index - 1])
    } else {
      throw FlagError(problem: .missingArgument(long: name), range: word.range)
    }
  }

  /// Reads a group of one-letter flags: `-w`, `-oyaml`, `-lapp=x`, `-Aw`, `-o=yaml`.
  private mutating func readShorts(_ word: Word) throws(FlagError) {
    var group = word.text.dropFirst()
    while let short = group.first {
      let flag: any FlagDefinition
      switch table.match(short: short) {
      case .flag(let found): flag = found
      case .refused(let flag):
        throw FlagError(problem: .notSimulated(flag: "-\(short)", long: flag.long), range: word.range)
      case nil where short == "h": throw FlagError(problem: .help, range: word.range)
      case nil: throw FlagError(problem: .unknownShort(short, group: String(group)), range: word.range)
      }
      let rest = group.dropFirst()
      if rest.first == "=", rest.count > 1 {
        return try store(String(rest.dropFirst()), for: flag, at: word)
      }
      if let bare = flag.whenBare {
        try store(bare, for: flag, at: word)
        group = rest
        continue
      }
      if !rest.isEmpty { return try store(String(rest), for: flag, at: word) }
      guard index < words.count else {
        throw FlagError(problem: .missingShortArgument(short, group: String(group)), range: word.range)
      }
      index += 1
      return try store(words[index - 1].text, for: flag, at: words[index - 1])
    }
  }

  private mutating func store(_ text: String, for flag: any FlagDefinition, at word: Word) throws(FlagError) {
    do throws(FlagTextError) {
      try flag.store(text, in: &result.flags)
    } catch {
      throw FlagError(problem: .invalidArgument(text, flag: flag.display, error), range: word.range)
    }
  }
}
