import Basics
import Foundation
import Objects
import Testing

@testable import Kubectl

/// Objects as a real cluster had them, and what kubectl v1.36.2 printed of them: `Data/NAME.json` and `Data/NAME.txt`.
@Suite struct RecordedOutputTests {
  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }()
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Data")

  @Test(arguments: names) func printsWhatKubectlPrinted(name: String) throws {
    let file = RecordedOutputTests.folder.appendingPathComponent(name)
    let bytes = Array(try Data(contentsOf: file.appendingPathExtension("json")))
    let expected = try String(contentsOf: file.appendingPathExtension("txt"), encoding: .utf8)
    let recording = Recording(try JSONText.parse(bytes: bytes))
    #expect(recording.text == expected)
  }

  @Test func recordingsAreThere() { #expect(RecordedOutputTests.names.count > 20) }
}

private struct Recording {
  let value: Value

  init(_ value: Value) { self.value = value }

  func objects(_ name: String) -> [Object] {
    (value[name]?.array ?? []).compactMap { $0.object.flatMap { Object(fields: $0) } }
  }

  func moment(_ name: String) -> Instant? { value[name]?.string.flatMap(Instant.init(rfc3339:)) }

  var now: Instant { moment("now") ?? Instant(unixSeconds: 0) }

  var text: String {
    guard let get = value["get"] else {
      return objects("describe").map { Describer.text(of: $0, context) }.joined(separator: "\n\n")
    }
    var options = TableOptions()
    options.wide = get["wide"]?.bool ?? false
    options.noHeaders = get["noHeaders"]?.bool ?? false
    options.showLabels = get["showLabels"]?.bool ?? false
    options.showNamespace = get["showNamespace"]?.bool ?? false
    options.labelColumns = get["labelColumns"]?.array?.compactMap(\.string) ?? []
    return blocks(of: objects("objects"), options)
  }

  /// A table for each run of objects of one kind.
  func blocks(of objects: [Object], _ options: TableOptions) -> String {
    var options = options
    options.showKind = Set(objects.map(\.kind)).count > 1
    var blocks: [[Object]] = []
    for object in objects {
      if blocks.last?.first?.kind != object.kind { blocks.append([]) }
      blocks[blocks.count - 1].append(object)
    }
    return blocks.map { block in
      var printer = TablePrinter(options)
      return printer.text(of: block, at: now)
    }.joined(separator: "\n")
  }

  var context: DescribeContext {
    var context = DescribeContext(now: now)
    if value["events"] != nil { context.events = objects("events").compactMap { $0.as(Event.self) } }
    context.pods = objects("pods").compactMap { $0.as(Pod.self) }
    context.replicaSets = objects("replicaSets").compactMap { $0.as(ReplicaSet.self) }
    context.leaseRenewTime = moment("leaseRenewTime")
    return context
  }
}
