import Basics
import Manifest
import Objects
import Testing

@Suite struct ManifestErrorTests {
  private func error(_ text: String) throws -> ManifestError {
    let last = try #require(ManifestReader.documents(text).last)
    return try #require(throws: ManifestError.self) { _ = try last.get() }
  }

  /// The texts are kubectl's for the same input.
  @Test(
    arguments: [
      ("x: 1\na: b: c\n", "yaml: line 2: mapping values are not allowed in this context", 2, 5),
      ("a:\n  b: c\n bad: d\n", "yaml: line 2: did not find expected key", 3, 2),
      ("spec:\n  a:\n  ...\n", "yaml: line 4: could not find expected ':'", 4, 1),
      ("a:\n\tb: c\n", "yaml: line 2: found character that cannot start any token", 2, 1),
      ("x: 1\na: \"abc\n", "yaml: line 3: found unexpected end of stream", 3, 1),
      ("x: 1\na: [a, b\n", "yaml: line 2: did not find expected ',' or ']'", 3, 1),
      ("a: \"\\q\"\n", "yaml: found unknown escape character", 1, 5),
      ("a: \u{0}\n", "yaml: control characters are not allowed", 1, 4),
      ("a: *b\n", "yaml: unknown anchor 'b' referenced", 1, 4),
      ("a: &b [*b]\n", "yaml: anchor 'b' value contains itself", 1, 8),
      ("a: {<<: [1]}\n", "yaml: map merge requires map or sequence of maps as the value", 1, 9),
      ("? [a, 1]\n: b\n", "yaml: invalid map key: []interface {}{\"a\", 1}", 1, 3),
      ("a: !!int x\n", "yaml: cannot decode !!str `x` as a !!int", 1, 4),
      ("a: !!binary '*'\n", "yaml: !!binary value contains invalid base64 data", 1, 4),
      ("~: 1\n", "unsupported map key of type: %!s(<nil>), key: <nil>, value: 1", 1, 4),
      ("a: -.inf\n", "json: unsupported value: -Inf", 1, 4),
    ]
  )
  func tellsProblemsAsKubectlDoes(text: String, problem: String, line: Int, column: Int) throws {
    let error = try error(text)
    #expect(error.text == "error converting YAML to JSON: " + problem)
    #expect(error.position == SourcePosition(line: line, column: column))
  }

  @Test func aProblemOfSyntaxComesBeforeOneOfMeaning() throws {
    #expect(try error("a: {? [b] : c}\nd: &x [*x\n").text.hasSuffix("did not find expected ',' or ']'"))
  }

  @Test func documentsBeforeTheBadOneAreReadAndNoneBehindIt() throws {
    let results = ManifestReader.documents("a: 1\n---\nb: [\n---\nc: 1\n")
    #expect(results.count == 2)
    #expect(try results[0].get().value == ["a": 1])
    #expect(try error("a: 1\n---\nb: [\n---\nc: 1\n").position == SourcePosition(line: 4, column: 1))
  }

  /// The texts are kubectl's for the same input.
  @Test(
    arguments: [
      ("{\"a\": {\"b\": [1]]}}", "json: offset 16: invalid character ']' after object key:value pair", 1, 16),
      ("{\"a\": 1}\n{\"b\": [1]]}", "json: offset 19: invalid character ']' after object key:value pair", 2, 10),
      ("{\"a\": [", "unexpected EOF", 1, 8),
      ("{}{}{}\n}", "invalid character '}' looking for beginning of value", 2, 1),
    ]
  )
  func tellsProblemsOfJSONAsKubectlDoes(text: String, problem: String, line: Int, column: Int) throws {
    let error = try error(text)
    #expect(error.text == problem)
    #expect(error.position == SourcePosition(line: line, column: column))
  }

  @Test func onlyACommentMayFollowTheSeparator() throws {
    let error = try error("a: 1\n--- b\n")
    #expect(error == .separator(text: "b", position: SourcePosition(line: 2, column: 1)))
    #expect(error.text == "invalid Yaml document separator: b")
  }

  @Test func aliasBombsAreRefused() throws {
    var text = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
    for level in 1...30 {
      text += "a\(level): &a\(level) [" + String(repeating: "*a\(level - 1),", count: 9) + "]\n"
    }
    #expect(try error(text).text.hasSuffix("yaml: document contains excessive aliasing"))
  }

  @Test func depthIsBounded() throws {
    let brackets = String(repeating: "[", count: 100_000)
    #expect(try error("a: " + brackets).text.hasSuffix("yaml: line 1: exceeded max depth of 1000"))
    let json = "{}\n{\"a\": " + brackets
    #expect(try error(json) == .tooDeep(position: SourcePosition(line: 2, column: 1006)))
    let brackets400 = (String(repeating: "[", count: 400), String(repeating: "]", count: 400))
    let chain = (1...3).map { "a\($0): &a\($0) \(brackets400.0)*a\($0 - 1)\(brackets400.1)\n" }.joined()
    #expect(try error("a0: &a0 1\n" + chain).text.hasSuffix("yaml: exceeded max depth of 1000"))
  }

  @Test(
    arguments: [
      "[", "{", "{\"a\":", "- ", "? ", "&a ", "*a ", ":", "\"", "'", "a: |\n", "%", "!", "---\n", "...\n", "{}", "\t",
      "\r",
      "\u{0}", "\u{FEFF}", "\u{85}", "a: &a *a\n", "<<: ", "[a]: b\n", "# ", "@", "`", "a\n", "}", "]", ",",
    ]
  )
  func anyTextGivesAnAnswer(part: String) {
    let text = String(repeating: part, count: 3000)
    for text in [text, "a: " + text, "a: &x 1\n" + text, "[" + text, "{" + text, "{}" + text] {
      for case .success(let document) in ManifestReader.documents(text) {
        #expect(!document.value.isNull)
      }
    }
  }
}
