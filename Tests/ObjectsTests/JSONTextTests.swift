import Basics
import Objects
import Testing

@Suite struct JSONTextTests {
  @Test(arguments: [
    (#"{"b":[1,2.5,"x"],"a":{}}"#, #"{"a":{},"b":[1,2.5,"x"]}"#),
    (#" [ ] "#, "[]"),
    (#"{"a":1,"a":2}"#, #"{"a":2}"#),
    (#""\u00e9\ud83d\ude00\ud800x\/""#, "\"é😀\u{FFFD}x/\""),
    (
      "[9223372036854775807,9223372036854775808,1e3,-0,1e21,1e-7,0.000001]",
      "[9223372036854775807,9223372036854776000,1000,0,1e+21,1e-7,0.000001]"
    ),
    (#""<a>&\u2028\b\f\u0001""#, #""\u003ca\u003e\u0026\u2028\b\f\u0001""#),
  ])
  func writesWhatItReads(text: String, written: String) throws {
    #expect(try JSONText.parse(text).json == written)
  }

  @Test(arguments: [
    ("", "unexpected end of JSON input", 1, 1),
    ("{", "unexpected end of JSON input", 1, 2),
    ("x", "invalid character 'x' looking for beginning of value", 1, 1),
    ("{\n  'a': 1}", #"invalid character '\'' looking for beginning of object key string"#, 2, 3),
    (#"{"a" 1}"#, "invalid character '1' after object key", 1, 6),
    (#"{"a":1 "b":2}"#, "invalid character '\"' after object key:value pair", 1, 8),
    (#"{"a":1,}"#, "invalid character '}' looking for beginning of object key string", 1, 8),
    ("[1,]", "invalid character ']' looking for beginning of value", 1, 4),
    ("[1 2]", "invalid character '2' after array element", 1, 4),
    ("tru}", "invalid character '}' in literal true (expecting 'e')", 1, 4),
    ("\"a\nb\"", #"invalid character '\n' in string literal"#, 1, 3),
    (#""\q""#, "invalid character 'q' in string escape code", 1, 3),
    (#""\u12g""#, #"invalid character 'g' in \u hexadecimal character escape"#, 1, 6),
    ("-x", "invalid character 'x' in numeric literal", 1, 2),
    ("1.x", "invalid character 'x' after decimal point in numeric literal", 1, 3),
    ("1ex", "invalid character 'x' in exponent of numeric literal", 1, 3),
    ("01", "invalid character '1' after top-level value", 1, 2),
    ("1e999", "json: cannot unmarshal number 1e999 into Go value of type float64", 1, 1),
  ])
  func errorsAreThoseOfGo(text: String, message: String, line: Int, column: Int) {
    let error = #expect(throws: JSONSyntaxError.self) { try JSONText.parse(text) }
    #expect(error?.text == message)
    #expect(error?.position == SourcePosition(line: line, column: column))
  }

  @Test func depthIsLimited() throws {
    let deepest = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
    #expect(try JSONText.parse(deepest).json == deepest)
    let error = #expect(throws: JSONSyntaxError.self) { try JSONText.parse("[" + deepest + "]") }
    #expect(error?.problem == .tooDeep)
  }

  @Test func indentsByFour() throws {
    #expect(
      try JSONText.parse(#"{"a":[1,{}],"b":[],"c":{"d":null}}"#).prettyJSON
        == "{\n    \"a\": [\n        1,\n        {}\n    ],\n    \"b\": [],\n    \"c\": {\n        \"d\": null\n    }\n}"
    )
  }

  /// Random bytes never trap, and what is read is written and read again unchanged.
  @Test func survivesAnyBytes() {
    let seed: UInt64 = 20_261_124
    var generator = Generator(seed: seed)
    let alphabet = Array(#"{}[]",:0123456789.eE+-truefalsn\u "#.utf8) + [0, 10, 0x80, 0xC3, 0xFF]
    for _ in 0..<20_000 {
      let bytes = (0..<generator.below(12)).map { _ in alphabet[generator.below(alphabet.count)] }
      if let value = try? JSONText.parse(bytes: bytes) {
        #expect((try? JSONText.parse(value.json))?.json == value.json, "seed \(seed), bytes \(bytes)")
      }
    }
  }
}
