import Basics
import Narration
import Testing

@testable import Kubectl

@Suite("Tables on terminals")
struct TableTextTests {
  private static let header = ["NAME", "NODE SELECTOR", "AGE"]
  private static let rows = [["logger-of-all-nodes", "<none>", "5s"], ["web", "disk=ssd", "12s"]]

  private func text(width: Int, folds: Bool = true) -> String {
    var table = TableText(TableTextTests.header, Layout(width: width, folds: folds))
    return table.text(of: TableTextTests.rows)
  }

  @Test("a table is kubectl's where it fits, or where lines are not folded")
  func wide() {
    let expected = """
      NAME                  NODE SELECTOR   AGE
      logger-of-all-nodes   <none>          5s
      web                   disk=ssd        12s

      """
    #expect(text(width: 41) == expected)
    #expect(text(width: 20, folds: false) == expected)
  }

  @Test("columns come closer together first")
  func closer() {
    #expect(
      text(width: 40) == """
        NAME                 NODE SELECTOR  AGE
        logger-of-all-nodes  <none>         5s
        web                  disk=ssd       12s

        """
    )
  }

  @Test("rows are broken before the same column then")
  func broken() {
    #expect(
      text(width: 38) == """
        NAME                 NODE SELECTOR
            AGE
        logger-of-all-nodes  <none>
            5s
        web                  disk=ssd
            12s

        """
    )
  }

  @Test("words of the last column are folded under it")
  func prose() {
    var table = TableText(["OBJECT", "MESSAGE"], Layout(width: 30, folds: true))
    #expect(
      table.text(of: [["pod/web", "one two three four five six seven eight nine"]]) == """
        OBJECT
            MESSAGE
        pod/web
            one two three four five
            six seven eight nine

        """
    )
  }

  @Test("what comes later in a watch does not get wider than the terminal")
  func watched() {
    var table = TableText(["NAME", "STATUS", "AGE"], Layout(width: 24, folds: true))
    #expect(table.text(of: [["web", "Pending", "0s"]]) == "NAME   STATUS    AGE\nweb    Pending   0s\n")
    let later = table.text(of: [["web", "ContainerCreating", "0s"], ["web", "Running", "1s"]])
    #expect(later == "web   ContainerCreating\n    0s\nweb   Running\n    1s\n")
  }

  @Test("Hangul takes two cells")
  func hangul() {
    var table = TableText(["NOTE", "NAME"], Layout(width: 20, folds: true))
    #expect(table.text(of: [["한글로 쓴 메모", "web"]]) == "NOTE            NAME\n한글로 쓴 메모  web\n")
  }

  @Test("no line is wider than the terminal, and no word is lost, whatever the table")
  func property() {
    for seed in 0..<300 {
      var generator = Generator(seed: UInt64(seed))
      let columns = 1 + generator.below(9)
      let rows = (0..<1 + generator.below(4)).map { _ in
        (0..<columns).map { _ in
          String(repeating: generator.below(2) == 0 ? "가" : "x", count: 1 + generator.below(10))
        }
      }
      let width = 24 + generator.below(80)
      var table = TableText(rows[0], Layout(width: width, folds: true))
      let lines = table.text(of: Array(rows.dropFirst())).split(separator: "\n")
      #expect(lines.allSatisfy { $0.cellWidth <= width }, "seed \(seed): \(lines)")
      let words = lines.flatMap { $0.split(separator: " ") }.map(String.init)
      #expect(words == rows.flatMap { $0 }, "seed \(seed)")
    }
  }

  @Test("a reader who listens hears the names with the values")
  func spoken() {
    var table = TableText(TableTextTests.header, noHeaders: true, Layout(isAccessible: true))
    #expect(
      table.text(of: TableTextTests.rows) == """
        name: logger-of-all-nodes, node selector: <none>, age: 5s
        name: web, node selector: disk=ssd, age: 12s

        """
    )
  }
}
