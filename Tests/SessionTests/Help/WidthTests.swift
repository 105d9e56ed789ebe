import Basics
import Kubectl
import Lessons
import Narration
import Testing

@testable import Session

@Suite("Width of tables")
struct WidthTests {
  /// The prompt of the examples, with Hangul wherever names and texts may have it.
  private func console(_ language: Language) -> LessonConsole {
    var console = ExampleScene.console
    for line in [
      "set lang \(language == .korean ? "ko" : "en")", "mark 처음", "annotate pod web note=한글로쓴메모",
      "annotate rs web note=memo", "label pod web tier=front", "mark 레이블을-붙인-뒤", "break on pod/web Ready", "back 3",
      "scale rs web --replicas=4", "goto 처음",
    ] {
      let output = console.execute(line)
      #expect(output.exit == 0, "\(line): \(output.stderr)")
    }
    return console
  }

  @Test(
    "a line has 80 cells at the most",
    arguments: [
      "map", "timeline", "timeline rs/web", "tree deployment/shop", "tree pod/web", "branches", "breaks", "promise",
      "lesson", "help", "help topics", "help get", "help what-if", "get pods", "get nodes",
      "get pods -L tier", "api-versions", "config get-contexts", "rollout history deployment/shop",
    ]
  )
  func lines(command: String) {
    for language in Language.allCases {
      var console = console(language)
      let output = console.execute(command)
      #expect(output.exit == 0, "\(output.stderr)")
      #expect(!output.stdout.isEmpty)
      for line in output.stdout.split(separator: "\n") { #expect(line.cellWidth <= 80, "\(line)") }
    }
  }

  @Test("at a terminal of 80 cells, no table of kubectl's and no description has a wider line")
  func kubectlTables() {
    for language in Language.allCases {
      var console = console(language)
      console.layout = Layout(width: 80, folds: true)
      for command in [
        "get all", "get all -A -o wide", "get pods -A -o wide --show-labels", "get nodes -o wide", "get ds,cj -o wide",
        "get events", "get events -o wide", "events", "api-resources -o wide", "describe pod web", "describe rs web",
        "describe nodes", "describe deployments", "rollout history deployment/shop",
        "get pods -o custom-columns=NOTE:.metadata.annotations.note,NAME:.metadata.name,AGAIN:.metadata.annotations.note",
        "get pods -w --output-watch-events", "create cronjob 한글로-쓴-이름 --image=busybox --schedule=soon",
      ] {
        let output = console.execute(command)
        #expect(!output.stdout.isEmpty || !output.stderr.isEmpty, "\(command)")
        WidthTests.expectNarrow(output, of: command)
      }
    }
  }

  @Test(
    "at a terminal of 80 cells, the examples of help answer in no wider lines",
    arguments: ExampleScene.pages.map(\.name)
  )
  func examples(name: String) throws {
    let page = try #require(ExampleScene.pages.first { $0.name == name })
    for language in Language.allCases {
      var console = ExampleScene.console
      console.layout = Layout(width: 80, folds: true)
      _ = console.execute("set lang \(language == .korean ? "ko" : "en")")
      for example in page.examples
      where !["-o yaml", "-o json", "--raw", "exec ", "diff -f"].contains(where: example.contains) {
        WidthTests.expectNarrow(console.execute(example), of: example)
      }
    }
  }

  /// A word that is longer than a line, such as the digest of an image, is left to the terminal.
  private static func expectNarrow(_ output: CommandOutput, of command: String) {
    for line in (output.stdout + output.stderr).split(separator: "\n") {
      let longest = line.split(separator: " ").map(\.cellWidth).max() ?? 0
      #expect(line.cellWidth <= 80 || longest > 60, "\(command): \(line)")
    }
  }

  @Test("columns begin at the same cell in each row, whatever is in them")
  func columns() {
    var console = console(.english)
    _ = console.execute("goto 레이블을-붙인-뒤")
    let output = console.execute(
      "get pod,rs -o custom-columns=NOTE:.metadata.annotations.note,KIND:.kind,NAME:.metadata.name"
    )
    let rows = output.stdout.split(separator: "\n")
    #expect(rows.contains { $0.hasPrefix("한글로쓴메모 ") })
    let places = rows.map { row in
      row.firstRange(of: row.hasPrefix("NOTE") ? "KIND" : row.contains("ReplicaSet") ? "ReplicaSet" : "Pod")
        .map { row[..<$0.lowerBound].cellWidth }
    }
    #expect(Set(places).count == 1, "\(output.stdout)")
  }

  @Test("names of marks and branches stand under each other")
  func marks() {
    var console = console(.korean)
    let rows = console.execute("branches").stdout.split(separator: "\n")
    #expect(rows.contains { $0.contains("처음") })
    let places = rows.map { row in row.dropFirst(2).prefix { $0 != " " }.cellWidth }
    let texts = rows.compactMap { row -> Int? in
      let name = row.dropFirst(2).prefix { $0 != " " }
      let rest = row.dropFirst(2 + name.count)
      return 2 + name.cellWidth + rest.prefix { $0 == " " }.count
    }
    #expect(Set(texts).count == 1, "\(rows)")
    #expect(Set(places).count > 1)
  }
}
