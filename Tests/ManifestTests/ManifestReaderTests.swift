import Basics
import Manifest
import Objects
import Testing

@Suite struct ManifestReaderTests {
  private func value(_ text: String) throws -> Value {
    let documents = ManifestReader.documents(text)
    try #require(documents.count == 1)
    return try documents[0].get().value
  }

  @Test(
    arguments: [
      ("yes", .bool(true)), ("y", .bool(true)), ("Off", .bool(false)), ("N", .bool(false)), ("yEs", "yEs"),
      ("~", .null), ("", .null), ("Null", .null), ("nULL", "nULL"),
      ("010", .int(8)), ("0o10", .int(8)), ("08", .int(8)), ("0x1F", .int(31)), ("-0b11", .int(-3)), ("0b1+1", "0b1+1"),
      ("1_000", .int(1000)), ("1.0", .int(1)), ("1e3", .int(1000)), ("1.5", .double(1.5)), (".5", .double(0.5)),
      ("-9.223372036854776e+18", .double(-9.223372036854776e18)),
      ("9.223372036854774784e18", .int(9_223_372_036_854_775_000)),
      ("1e400", "1e400"), ("+", "+"), ("0x", "0x"), ("--1", "--1"),
      ("18446744073709551615", .double(18446744073709551616)), ("9223372036854775807", .int(.max)),
      ("2026-11-24", "2026-11-24"), ("2026-11-24T04:31:19Z", "2026-11-24T04:31:19Z"), ("190:20:30", "190:20:30"),
      ("'yes'", "yes"), ("\"010\"", "010"), ("!!str 10", "10"), ("!!int '3'", .int(3)), ("!!float 3", .int(3)),
      ("!own 3", "3"), ("! 3", "3"), ("!!binary aGk=", "hi"), ("<<", "<<"), ("가나", "가나"),
    ] as [(String, Value)]
  )
  func readsScalarsAsKubectlDoes(text: String, expected: Value) throws {
    #expect(try value("key: \(text)\n") == ["key": expected])
  }

  @Test func keysBecomeStrings() throws {
    let text = "{on: 1, n: 2, 010: 3, 1.50: 4, 1e30: 5, .inf: 6, 2026-01-01: 7, -0x10: 8}"
    let expected: Value = [
      "true": 1, "false": 2, "8": 3, "1.5": 4, "1e+30": 5, ".inf": 6, "2026-01-01": 7, "-16": 8,
    ]
    #expect(try value(text) == expected)
  }

  @Test func theLastOfEqualKeysWins() throws {
    #expect(try value("b: 1\na: 1\nb: {c: 2}\n\"b\": 3\n") == ["a": 1, "b": 3])
  }

  @Test func aliasesAndMergesAreCopiedIn() throws {
    #expect(try value("a: &x [1]\nb: *x\n") == ["a": [1], "b": [1]])
    #expect(try value("{a: &x {k: 1, l: 2}, b: {<<: *x, k: 3}}")["b"] == ["k": 3, "l": 2])
    #expect(try value("{a: &x {k: 1}, b: {k: 3, <<: *x}}")["b"] == ["k": 1], "a merge wins over keys before it")
    #expect(try value("{a: &x {k: 1}, b: &y {k: 2, l: 2}, c: {<<: [*x, *y]}}")["c"] == ["k": 1, "l": 2])
    #expect(try value("{a: &x [&x 1], b: *x}")["b"] == 1, "the name belongs to the node that took it last")
    #expect(try value("{a: &x key, *x : 1}") == ["a": "key", "key": 1])
  }

  @Test func emptyDocumentsArePassedOver() {
    #expect(ManifestReader.documents("").isEmpty)
    #expect(ManifestReader.documents("# nothing\n---\n---\n~\n--- # end\n\n").isEmpty)
    #expect(ManifestReader.documents("---\na: 1\n---\n---\nb: 2\n---\n").count == 2)
  }

  @Test func readsJSONValuesOneAfterAnother() throws {
    let results = ManifestReader.documents(#" {"a": "\ud83d\ude00\/"}  {"b": [1, 1e2]} []"# + "{}")
    #expect(try results.map { try $0.get().value } == [["a": "😀/"], ["b": [1, .double(100)]], [], [:]])
    let document = try ManifestReader.documents("{\n \"a\":\n {\"b\": [1,\n 2]}}")[0].get()
    #expect(document.position(of: "a.b[1]") == SourcePosition(line: 4, column: 2))
  }

  @Test func whatBeginsAsJSONCanGoOnAsYAML() throws {
    let results = ManifestReader.documents("{\"a\": 1}\n---\nb: 2\n---\nc: 3\n")
    #expect(try results.map { try $0.get().value } == [["a": 1], ["b": 2], ["c": 3]])
    #expect(try results[1].get().position(of: "b") == SourcePosition(line: 3, column: 1))
    #expect(try value("{a: 1}") == ["a": 1])
  }

  @Test func bytesAreMadeText() throws {
    func value(_ bytes: [UInt8]) throws -> Value { try ManifestReader.documents(bytes: bytes)[0].get().value }
    #expect(try value([0xEF, 0xBB, 0xBF] + Array("a: 1\r\nb: |\r\n  x\r\n".utf8)) == ["a": 1, "b": "x\n"])
    #expect(try value(Array("a: b".utf8) + [0xFF]) == ["a": "b\u{FFFD}"])
  }

  @Test func tellsWhereFieldsAre() throws {
    let text = """
      # first
      a: 1
      ---
      spec:
        containers:
        - name: one
          가: {image: x}
        - name: two
        labels: {app.io/name: x}
      copy: &c {deep: 1}
      alias: *c
      """
    let document = try ManifestReader.documents(text)[1].get()
    #expect(document.firstLine == 4)
    for (path, line, column) in [
      ("spec", 4, 1), ("spec.containers", 5, 3), ("spec.containers[0]", 6, 5), ("spec.containers[0].name", 6, 5),
      ("spec.containers[0].가.image", 7, 9), ("spec.containers[1].name", 8, 5), ("spec.containers[1].missing", 8, 5),
      ("spec.labels[app.io/name]", 9, 12), ("alias.deep", 11, 1), ("nowhere", 4, 1), ("", 4, 1),
    ] {
      #expect(document.position(of: path) == SourcePosition(line: line, column: column), "\(path)")
    }
  }
}
