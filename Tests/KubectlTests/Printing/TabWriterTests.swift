import Foundation
import Testing

@testable import Kubectl

@Suite struct TabWriterTests {
  @Test func columnsEndWhereALineHasNoCell() {
    var writer = TabWriter.description
    writer.write("Name:\tx\nIPs:\n  IP:\t10.0.0.1\nLonger name:\ty\n")
    #expect(writer.flush() == "Name:  x\nIPs:\n  IP:         10.0.0.1\nLonger name:  y\n")
  }

  @Test func emptyCellsAndTheLastCell() {
    var writer = TabWriter.table
    writer.write("NAME\tDURATION\tAGE\nok\t\t0s\nlong-name\t5s\t\n")
    #expect(writer.flush() == "NAME        DURATION   AGE\nok                     0s\nlong-name   5s         \n")
  }

  @Test func shortColumnsAreSixWide() {
    var writer = TabWriter.table
    writer.write("kubia\t3\t3\t7s\n")
    #expect(writer.flush() == "kubia   3     3     7s\n")
  }

  @Test func watchedColumnsOnlyGetWider() {
    var writer = TabWriter.table
    writer.write("NAME\tSTATUS\tAGE\na\tPending\t0s\n")
    #expect(writer.flush() == "NAME   STATUS    AGE\na      Pending   0s\n")
    writer.write("a\tContainerCreating\t0s\n")
    #expect(writer.flush() == "a      ContainerCreating   0s\n")
    writer.write("a\tRunning\t1s\n")
    #expect(writer.flush() == "a      Running             1s\n")
  }

  /// `get pods -w -o wide` as recorded: the first two lines came together, each other by itself.
  @Test func aRecordedWatch() throws {
    let file = RecordedOutputTests.folder.appendingPathComponent("watch-pods-wide.txt")
    let recorded = try String(contentsOf: file, encoding: .utf8)
    var writer = TabWriter.table
    var text = ""
    for (index, row) in recorded.split(separator: "\n").enumerated() {
      let cells = row.split(separator: try Regex(" {3,}")).joined(separator: "\t")
      writer.write(cells + "\n")
      if index > 0 { text += writer.flush() }
    }
    #expect(text == recorded)
  }

  @Test func widthsCountTerminalCells() {
    var writer = TabWriter.table
    writer.write("가나\tx\nabcd\ty\n")
    #expect(writer.flush() == "가나   x\nabcd   y\n")
  }
}
