import Foundation
import Manifest
import Objects
import Testing

@Suite struct YAMLWriterTests {
  /// Answers of `kubectl get -o yaml`.
  @Test(arguments: ["jobs", "node", "pod-image-pull", "pod-managed-fields"])
  func writesBackWhatKubectlWrote(name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let text = try String(contentsOf: folder.appending(path: "Data/\(name).yaml"), encoding: .utf8)
    let document = try ManifestReader.documents(text)[0].get()
    #expect(YAMLWriter.text(document.value) == text)
  }

  /// The texts are kubectl's for the same value.
  @Test(
    arguments: [
      ("", #""""#), ("plain text", "plain text"), ("yes", #""yes""#), ("y", #""y""#), ("True", #""True""#),
      ("null", #""null""#), ("~", #""~""#), ("1", #""1""#), ("010", #""010""#), ("1e3", #""1e3""#), ("1e400", "1e400"),
      ("2026-11-24T04:31:19Z", #""2026-11-24T04:31:19Z""#), ("2026-02-30", "2026-02-30"),
      ("190:20:30", #""190:20:30""#),
      ("a: b", "'a: b'"), ("a #b", "'a #b'"), ("- a", "'- a'"), ("-a", "-a"), ("*a", "'*a'"), ("it's", "it's"),
      (" a", "' a'"), ("'a'", "'''a'''"), ("a\tb", #""a\tb""#), ("a\u{7}", #""a\a""#), ("😀", #""\U0001F600""#),
      ("가", "가"),
      ("<<", "<<"), ("=", "="), ("%a", "'%a'"), ("---", "'---'"), ("{}", "'{}'"), ("a\nb", "|-\n  a\n  b"),
      ("a\n", "|\n  a"), ("a\n\n", "|+\n  a\n"), ("\n a", "|2-\n\n   a"),
    ]
  )
  func quotesWhatKubectlQuotes(text: String, expected: String) {
    #expect(YAMLWriter.text(["key": .string(text)]) == "key: \(expected)\n")
  }

  @Test func listsStandUnderTheirKeyWithoutIndent() {
    let value: Value = ["list": [["b": 1, "a": [[], [:]]], .null, .double(1.5), true], "on": "x"]
    let expected = """
      list:
      - a:
        - []
        - {}
        b: 1
      - null
      - 1.5
      - true
      "on": x

      """
    #expect(YAMLWriter.text(value) == expected)
  }

  @Test func keysStandInTheOrderOfGoYAML() {
    let keys = ["a", "B", "web-10", "web-2", "web-02", "1", "10", "2", "~", "/", "a/b", "ab", "가", "a1", "a01", "a10"]
    let value = Value.object(Fields(keys.map { ($0, 0) }))
    let expected = [
      "/", "~", "1", "2", "10", "B", "a", "a/b", "a1", "a01", "a10", "ab", "web-2", "web-02", "web-10", "가",
    ]
    let written = YAMLWriter.text(value).split(separator: "\n").map { $0.filter { $0 != "\"" }.dropLast(3) }
    #expect(written.map(String.init) == expected)
  }

  @Test(
    arguments: [
      (0.0001, "0.0001"), (0.00001, "1e-05"), (123456.5, "123456.5"), (1234567.5, "1.2345675e+06"), (1e21, "1e+21"),
      (-0.5, "-0.5"), (.leastNonzeroMagnitude, "5e-324"), (1.7976931348623157e308, "1.7976931348623157e+308"),
      (100000, "100000"),
      (12345678, "12345678"), (12_345_678_901_234_567_168, "12345678901234567000"), (1e20, "1e+20"),
      (9_223_372_036_854_775_808, "9223372036854776000"), (-9_223_372_036_854_775_808, "-9.223372036854776e+18"),
      (-0.0, "0"),
    ]
  )
  func writesNumbersAsGoDoes(number: Double, expected: String) {
    #expect(YAMLWriter.text(.double(number)) == expected + "\n")
  }
}
