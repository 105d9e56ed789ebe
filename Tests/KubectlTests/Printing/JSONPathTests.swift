import Basics
import Objects
import Testing

@testable import Kubectl

@Suite struct JSONPathTests {
  static let pods: Value = [
    "apiVersion": "v1", "kind": "List", "metadata": ["resourceVersion": ""],
    "items": [
      [
        "kind": "Pod", "metadata": ["name": "bare", "labels": ["app": "bare", "a.b/c": "x"]],
        "spec": [
          "containers": [["name": "one", "image": "nginx"], ["name": "two", "image": "perl"]], "priority": 5,
        ],
        "status": ["podIP": "10.0.0.1", "ready": true, "message": .null],
      ],
      [
        "kind": "Pod", "metadata": ["name": "batch"],
        "spec": ["containers": [["name": "main", "image": "busybox"]], "priority": 10],
        "status": ["podIP": "10.0.0.2", "ready": false],
      ],
    ],
  ]

  @Test(arguments: [
    ("{.items[*].metadata.name}", "bare batch"),
    ("{range .items[*]}{.metadata.name}{\"\\t\"}{.status.podIP}{\"\\n\"}{end}", "bare\t10.0.0.1\nbatch\t10.0.0.2\n"),
    ("{.items[0].metadata.labels}", #"{"a.b/c":"x","app":"bare"}"#),
    (#"{.items[0].metadata.labels.a\.b/c}"#, "x"),
    ("{.items[0].metadata.labels['a.b/c']}", ""),
    (#"{.items[0].metadata.labels['a\.b/c']}"#, "x"),
    ("{.items[?(@.metadata.name==\"bare\")].status.podIP}", "10.0.0.1"),
    ("{.items[?(@.metadata.name=='batch')].status.podIP}", "10.0.0.2"),
    ("{.items[?(@.metadata.name!=\"bare\")].metadata.name}", "batch"),
    ("{.items[?(@.spec.priority>5)].metadata.name}", "batch"),
    ("{.items[?(@.spec.priority<=10)].metadata.name}", "bare batch"),
    ("{.items[?(@.status.ready==true)].metadata.name}", "bare"),
    ("{.items[?(@.metadata.labels)].metadata.name}", "bare"),
    ("{.items[?(@.metadata.labels.app==\"bare\")].metadata.name}", "bare"),
    ("{..image}", "nginx perl busybox"),
    ("{.nope}", ""),
    ("{.items[-1].metadata.name}", "batch"),
    ("{.items[-1:].metadata.name}", "batch"),
    ("{.items[0:1].metadata.name}", "bare"),
    ("{.items[0:0].metadata.name}", ""),
    ("{.items[::2].metadata.name}", "bare"),
    ("{.items[0,1].metadata.name}", "bare batch"),
    ("{.items[0]['metadata.name', 'status.podIP']}", "bare 10.0.0.1"),
    ("{.items[0].spec.containers[*].name}", "one two"),
    ("{.items[0].status.message}", "<nil>"),
    ("{.items[0].status.ready}", "true"),
    ("{.items[0].spec.priority}", "5"),
    ("name={.items[0].metadata.name}!", "name=bare!"),
    ("plain", "plain"),
    ("{'single'} {\"double\"}", "single double"),
    ("{$.kind}", "List"),
    ("{@.kind}", "List"),
    (
      "{range .items[*]}{.metadata.name}:{range .spec.containers[*]}{.name},{end};{end}.", "bare:one,two,;batch:main,;."
    ),
    ("{range .none[*]}{.x}{end}after", "after"),
    ("{.items[*].spec.containers[0].name}", "one main"),
    ("{.metadata.*}", ""),
    ("{1}{2.5}{true}", "12.5true"),
  ])
  func finds(template: String, text: String) throws {
    #expect(try JSONPath(template).text(for: JSONPathTests.pods) == text)
  }

  @Test(arguments: [
    ("{.items[*", "unterminated array"),
    ("{.items", "unclosed action"),
    ("{.items[0]\n}", "unclosed action"),
    ("{.items[?(@.a==\"b\"]}", "unterminated filter"),
    ("{.items[?(@.a==\"b\")}", "unclosed array expect ]"),
    ("{.items[a]}", "invalid array index a"),
    ("{.items[1:2:3:4]}", "invalid array index 1:2:3:4"),
    ("{\"open}", "unterminated quoted string"),
    ("{....x}", "invalid multiple recursive descent"),
    ("{#}", "unrecognized character in action: U+0023 '#'"),
    ("{1.2.3}", "cannot parse number 1.2.3"),
    ("{.items[?(@.a==\"x\" && @.b==\"y\")]}", "unrecognized character in action: U+0026 '&'"),
  ])
  func refuses(template: String, message: String) {
    #expect(throws: JSONPath.PathError(message: message)) { try JSONPath(template) }
  }

  @Test(arguments: [
    ("{.items[99].metadata.name}", "array index out of bounds: index 99, length 2"),
    ("{.items[0:3]}", "array index out of bounds: index 2, length 2"),
    ("{.items[-3]}", "array index out of bounds: index -1, length 2"),
    ("{.kind[0]}", "string is not array or slice"),
    ("{.metadata[0]}", "map[string]interface {} is not array or slice"),
    ("{end}", "not in range, nothing to end"),
    ("{nonsense}", "unrecognized identifier nonsense"),
    ("{.items[?(@.spec.priority==\"5\")]}", "incompatible types for comparison"),
    ("{.items[?(@.metadata.name=<\"5\")]}", "unrecognized filter operator =<"),
    ("{.items[?(@.metadata==\"5\")]}", "invalid type for comparison"),
    ("{.kind[?(@.a==1)]}", "List is not array or slice and cannot be filtered"),
  ])
  func failsOnTheWay(template: String, message: String) throws {
    let path = try JSONPath(template)
    #expect(throws: JSONPath.PathError(message: message)) { try path.text(for: JSONPathTests.pods) }
  }

  @Test(arguments: ["{.items[9223372036854775807]}", "{.items[0:-9223372036854775808]}"])
  func extremeBounds(template: String) throws {
    let path = try JSONPath(template)
    #expect(throws: JSONPath.PathError.self) { try path.text(for: ["items": [1, 2]]) }
    #expect(throws: JSONPath.PathError.self) { try path.text(for: ["items": []]) }
  }

  /// Any text is read or refused, and what is read can be followed.
  @Test(arguments: [UInt64(1), 2, 3]) func anyTextIsAnsweredOrRefused(seed: UInt64) {
    let pieces = [
      "{", "}", "[", "]", "(", ")", "?", "@", ".", "..", ",", ":", "*", "-1", "0", "99", "'", "\"", "\\", "==", "<",
      " ",
      "range", "end", "items", "metadata", "name", "true", "1.5", "+", "\n", "가", "[?(@.a==1)]", "{.items[*]}",
    ]
    var generator = Generator(seed: seed)
    var read = 0
    for _ in 0..<3_000 {
      let text = (0..<generator.below(12)).map { _ in pieces[generator.below(pieces.count)] }.joined()
      guard let path = try? JSONPath(text) else { continue }
      read += 1
      _ = try? path.text(for: JSONPathTests.pods)
    }
    #expect(read > 100, "seed \(seed)")
  }

  @Test func asJSON() throws {
    let text = try JSONPath("{.items[0].metadata.name}{.items[*].kind}").jsonText(for: JSONPathTests.pods)
    #expect(text == "[\n    \"bare\"\n]\n[\n    \"Pod\",\n    \"Pod\"\n]\n")
  }

  @Test(arguments: [".metadata.name", "metadata.name", "{.metadata.name}", "{metadata.name}"])
  func relaxedPaths(text: String) throws {
    let pod = try #require(JSONPathTests.pods["items"]?.array?.first)
    #expect(try JSONPath(relaxed: text).text(for: pod) == "bare")
  }

  @Test func relaxedPathsHaveNoBracesInside() {
    #expect(throws: JSONPath.PathError.self) { try JSONPath(relaxed: "{.a}{.b}") }
  }
}
