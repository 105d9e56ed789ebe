import Basics
import Kubectl
import Testing

@Suite struct FlagParserTests {
  private static let all = Flag.bool("all-namespaces", "A")
  private static let watch = Flag.bool("watch", "w")
  private static let output = Flag.string("output", "o")
  private static let selector = Flag.string("selector", "l")
  private static let files = Flag.list("filename", "f")
  private static let env = Flag.repeated("env")
  private static let tail = Flag.int("tail", default: -1)
  private static let since = Flag.duration("since")
  private static let dryRun = Flag.string("dry-run", default: "none", whenBare: "unchanged")
  private let table = FlagTable(
    [
      FlagParserTests.all, FlagParserTests.watch, FlagParserTests.output, FlagParserTests.selector,
      FlagParserTests.files, FlagParserTests.env, FlagParserTests.tail, FlagParserTests.since, FlagParserTests.dryRun,
    ],
    refused: ["prune", .init("kustomize", "k")]
  )

  private func parse(_ line: String) throws -> ParsedArguments {
    try table.parse(try ShellWords.split(line).words)
  }

  @Test func flagsAndArgumentsMayBeMixed() throws {
    let parsed = try parse("pods -oyaml x -l app=x --tail 5 -Aw y --since=1m30s")
    #expect(parsed.arguments.map(\.text) == ["pods", "x", "y"])
    #expect(parsed.flags[Self.output] == "yaml")
    #expect(parsed.flags[Self.selector] == "app=x")
    #expect(parsed.flags[Self.tail] == 5)
    #expect(parsed.flags[Self.all] && parsed.flags[Self.watch])
    #expect(parsed.flags[Self.since] == .seconds(90))
    #expect(parsed.flags[Self.dryRun] == "none")
    #expect(parsed.flags.given(Self.dryRun) == nil)
  }

  @Test func listsGrowAndSplitAtCommas() throws {
    let flags = try parse("-f a.yaml -f b.yaml,c.yaml --filename=d.yaml --env A=1,2 --env B=3").flags
    #expect(flags[Self.files] == ["a.yaml", "b.yaml", "c.yaml", "d.yaml"])
    #expect(flags[Self.env] == ["A=1,2", "B=3"])
  }

  @Test func optionalArgumentsAreOnlyTakenWithAnEqualsSign() throws {
    let parsed = try parse("--dry-run client --watch=false -o=json")
    #expect(parsed.flags[Self.dryRun] == "unchanged")
    #expect(parsed.flags.given(Self.watch) == false)
    #expect(parsed.flags[Self.output] == "json")
    #expect(parsed.arguments.map(\.text) == ["client"])
  }

  @Test func aDoubleDashEndsTheFlags() throws {
    let parsed = try parse("pod -A -- sh -c 'x'")
    #expect(parsed.arguments.map(\.text) == ["pod", "sh", "-c", "x"])
    #expect(parsed.countBeforeDash == 1)
  }

  @Test(arguments: [
    ("--nope", "error: unknown flag: --nope"),
    ("-zz", "error: unknown shorthand flag: 'z' in -zz"),
    ("-wzo", "error: unknown shorthand flag: 'z' in -zo"),
    ("--output", "error: flag needs an argument: --output"),
    ("-wo", "error: flag needs an argument: 'o' in -o"),
    ("---x", "error: bad flag syntax: ---x"),
    ("--=x", "error: bad flag syntax: --=x"),
    (
      "-A=x",
      "error: invalid argument \"x\" for \"-A, --all-namespaces\" flag: strconv.ParseBool: parsing \"x\": invalid syntax"
    ),
    (
      "--tail=abc",
      "error: invalid argument \"abc\" for \"--tail\" flag: strconv.ParseInt: parsing \"abc\": invalid syntax"
    ),
    (
      "--tail=99999999999999999999",
      "error: invalid argument \"99999999999999999999\" for \"--tail\" flag: "
        + "strconv.ParseInt: parsing \"99999999999999999999\": value out of range"
    ),
    ("--since=xyz", "error: invalid argument \"xyz\" for \"--since\" flag: time: invalid duration \"xyz\""),
    ("--since=5", "error: invalid argument \"5\" for \"--since\" flag: time: missing unit in duration \"5\""),
    ("--since=5y", "error: invalid argument \"5y\" for \"--since\" flag: time: unknown unit \"y\" in duration \"5y\""),
  ])
  func refuses(line: String, text: String) throws {
    let error = try #require(throws: FlagError.self) { try parse(line) }
    #expect(error.message(path: "kubectl get") == text + "\nSee 'kubectl get --help' for usage.\n")
  }

  @Test(arguments: ["--prune", "-k dir", "--kustomize=dir"])
  func namesWhatIsNotSimulated(line: String) throws {
    let error = try #require(throws: FlagError.self) { try parse(line) }
    #expect(error.message(path: "kubectl apply").hasPrefix("error: not simulated: -"))
  }

  @Test(arguments: [
    ("0x1F", 31), ("010", 8), ("0b101", 5), ("1_000", 1000), ("-9223372036854775808", Int64.min), ("+7", 7), ("0", 0),
  ])
  func readsNumbersAsGoDoes(text: String, number: Int64) throws {
    #expect(try parse("--tail=\(text)").flags[Self.tail] == number)
  }

  @Test(arguments: ["1__0", "_1", "1_", "0x", "08", "--", "9223372036854775808", "1.5", "٣"])
  func refusesWhatGoRefuses(text: String) {
    #expect(throws: FlagError.self) { try parse("--tail=\(text)") }
  }

  @Test func anyWordsAreParsedOrRefused() {
    let pieces = ["-", "--", "=", "o", "A", "w", "tail", "since", "f", "x", ",", "é", "\u{301}", "\u{0}", "9", "1h"]
    for seed in UInt64(1)...500 {
      var generator = Generator(seed: seed)
      let words = (0..<generator.below(6)).map { _ in
        Word((0..<generator.below(6)).map { _ in pieces[generator.below(pieces.count)] }.joined(), at: 0..<0)
      }
      guard let parsed = try? table.parse(words) else { continue }
      #expect(parsed.arguments.count <= words.count, "seed \(seed)")
    }
  }
}
