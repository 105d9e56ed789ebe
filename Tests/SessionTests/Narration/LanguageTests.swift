import Basics
import Narration
import Objects
import Testing

@Suite("Languages")
struct LanguageTests {
  @Test(
    "are read as people write them",
    arguments: [
      ("ko", .korean), ("ko_KR.UTF-8", .korean), ("Korean", .korean), ("한국어", .korean), ("en", .english),
      ("en_US.UTF-8", .english), ("C", .english), ("C.UTF-8", .english), ("POSIX", .english), ("fr_FR", nil), ("", nil),
    ] as [(String, Language?)]
  )
  func reading(_ text: String, _ language: Language?) { #expect(Language(text) == language) }

  @Test("follow the environment as the C library does")
  func environment() {
    #expect(Language { ["LANG": "ko_KR.UTF-8"][$0] } == .korean)
    #expect(Language { ["LANG": "ko_KR.UTF-8", "LC_ALL": "C"][$0] } == .english)
    #expect(Language { ["LANG": "ko_KR.UTF-8", "LC_ALL": ""][$0] } == .korean)
    #expect(Language { ["LANG": "fr_FR.UTF-8"][$0] } == .english)
    #expect(Language { _ in nil } == .english)
  }

  @Test(
    "particles fit the word before them",
    arguments: [
      ("파드", "파드를", "파드가", "파드로"), ("레플리카셋", "레플리카셋을", "레플리카셋이", "레플리카셋으로"),
      ("노드 풀", "노드 풀을", "노드 풀이", "노드 풀로"), ("rs/web", "rs/web을", "rs/web이", "rs/web으로"),
      ("node-1", "node-1을", "node-1이", "node-1로"), ("node-2", "node-2를", "node-2가", "node-2로"),
      ("node-3", "node-3을", "node-3이", "node-3으로"),
      ("pod/web-x7k2p", "pod/web-x7k2p를", "pod/web-x7k2p가", "pod/web-x7k2p로"),
      ("web-bcdfl", "web-bcdfl을", "web-bcdfl이", "web-bcdfl로"), ("nginx", "nginx를", "nginx가", "nginx로"),
      ("image", "image를", "image가", "image로"), ("file", "file을", "file이", "file로"),
      ("main", "main을", "main이", "main으로"),
      ("default", "default를", "default가", "default로"), ("job", "job을", "job이", "job으로"),
      ("rs/web (prod)", "rs/web (prod)를", "rs/web (prod)가", "rs/web (prod)로"), ("", "를", "가", "로"),
    ]
  )
  func particles(_ word: String, _ object: String, _ subject: String, _ direction: String) {
    #expect(word.josa(.object) == object)
    #expect(word.josa(.subject) == subject)
    #expect(word.josa(.direction) == direction)
  }

  @Test("a length of time is said with the digits that matter")
  func lengths() {
    #expect(Interval.milliseconds(4).spoken == Localized("0.004 s", "0.004초"))
    #expect(Interval.milliseconds(1_234).spoken == Localized("1.2 s", "1.2초"))
    #expect(Interval.seconds(30).spoken.english == "30 s")
    #expect(Interval.milliseconds(-1_500).seconds(decimals: 3) == "-1.500")
  }

  @Test("the fields that differ are found at any depth, items by their name")
  func diff() {
    let old: Value = ["spec": ["c": [["name": "a", "x": 1], ["name": "b", "x": 2]], "gone": true], "same": 1]
    let new: Value = ["spec": ["c": [["name": "b", "x": 3], ["name": "d", "x": 4]], "list": [1]], "same": 1]
    let entries = FieldDiff(old: old, new: new).entries.map {
      "\($0.path) \($0.old?.json ?? "-") \($0.new?.json ?? "-")"
    }
    #expect(
      entries == [
        "spec.c[a] {\"name\":\"a\",\"x\":1} -", "spec.c[b].x 2 3", "spec.c[d].name - \"d\"", "spec.c[d].x - 4",
        "spec.gone true -", "spec.list[0] - 1",
      ]
    )
    #expect(FieldDiff(old: old, new: old).entries.isEmpty)
  }
}
