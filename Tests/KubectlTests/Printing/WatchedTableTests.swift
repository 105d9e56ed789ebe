import Basics
import Objects
import Testing

@testable import Kubectl

@Suite struct WatchedTableTests {
  static let start = Instant(unixSeconds: 1_800_000_000)

  private func pod(_ state: Value?) -> Object {
    var status: Fields = ["phase": state == nil ? "Pending" : "Running"]
    if let state {
      status["containerStatuses"] = [["name": "main", "ready": true, "restartCount": 0, "state": state]]
    }
    return Object(
      kind: .pod,
      fields: [
        "metadata": [
          "name": "kubia-b598l", "namespace": "default", "creationTimestamp": .string(WatchedTableTests.start.rfc3339),
        ],
        "spec": ["containers": [["name": "main", "image": "luksa/kubia"]]], "status": .object(status),
      ]
    )
  }

  @Test func columnsGetWiderInMidStream() {
    var printer = TablePrinter(TableOptions())
    let (pending, now) = (pod(nil), WatchedTableTests.start)
    var text = printer.text(of: [pending], at: now)
    text += printer.text(of: [pod(["waiting": ["reason": "ContainerCreating"]])], at: now)
    let running = pod(["running": ["startedAt": .string(now.rfc3339)]])
    text += printer.text(of: [running], at: now + .seconds(1))
    #expect(
      text == """
        NAME          READY   STATUS    RESTARTS   AGE
        kubia-b598l   0/1     Pending   0          0s
        kubia-b598l   0/1     ContainerCreating   0          0s
        kubia-b598l   1/1     Running             0          1s

        """
    )
  }

  @Test func changesHaveAColumnOfTheirOwn() {
    var options = TableOptions()
    options.showNamespace = true
    var printer = TablePrinter(options)
    let now = WatchedTableTests.start
    var text = printer.text(of: [pod(nil)], change: .added, at: now)
    text += printer.text(of: [pod(nil)], change: .modified, at: now)
    #expect(
      text == """
        EVENT      NAMESPACE   NAME          READY   STATUS    RESTARTS   AGE
        ADDED      default     kubia-b598l   0/1     Pending   0          0s
        MODIFIED   default     kubia-b598l   0/1     Pending   0          0s

        """
    )
  }

  @Test func nothingToPrintIsNoHeader() {
    var printer = TablePrinter(TableOptions())
    #expect(printer.text(of: [], at: WatchedTableTests.start).isEmpty)
    #expect(printer.text(of: [pod(nil)], at: WatchedTableTests.start).hasPrefix("NAME"))
  }
}
