import Basics
import Objects
import Testing

@testable import Kubectl

@Suite struct EventTableTests {
  static let now = Instant(unixSeconds: 1_800_000_000)

  /// What a kubelet says again, and what the scheduler says once, in the order of a list.
  static let events: [Event] = {
    let pod = ObjectMeta(name: "web", namespace: "default")
    func event(_ name: String, _ reason: String, _ message: String, fieldPath: String = "") -> Event {
      Event(
        metadata: ObjectMeta(name: name, namespace: "default"),
        involvedObject: Event.Involved(.pod, pod, fieldPath: fieldPath),
        type: "Normal",
        reason: reason,
        message: message
      )
    }
    var pulling = event("web.1", "Pulling", "Pulling image \"nginx\"\n", fieldPath: "spec.containers{web}")
    pulling.source = "kubelet"
    pulling.sourceHost = "node-1"
    pulling.firstTimestamp = now - .seconds(90)
    pulling.lastTimestamp = now - .seconds(30)
    pulling.count = 3
    var scheduled = event("web.2", "Scheduled", "Successfully assigned default/web to node-1")
    scheduled.source = "default-scheduler"
    scheduled.reportingInstance = "default-scheduler-vm"
    scheduled.eventTime = now - .milliseconds(90_500)
    return [pulling, scheduled]
  }()

  private func printed(_ objects: [Object], _ options: TableOptions) -> String {
    var printer = TablePrinter(options)
    return printer.text(of: objects, at: EventTableTests.now)
  }

  @Test func getEvents() {
    var options = TableOptions()
    let objects = EventTableTests.events.map { Object($0) }
    #expect(
      printed(objects, options) == """
        LAST SEEN   TYPE     REASON      OBJECT    MESSAGE
        30s         Normal   Pulling     pod/web   Pulling image "nginx"
        90s         Normal   Scheduled   pod/web   Successfully assigned default/web to node-1

        """
    )
    options.wide = true
    options.noHeaders = true
    let wide = printed(objects, options)
    let rows = wide.split(separator: "\n").map { line in line.split(separator: "  ").map { String($0).trimmingSpaces } }
    #expect(
      rows == [
        [
          "30s", "Normal", "Pulling", "pod/web", "spec.containers{web}", "kubelet, node-1", "Pulling image \"nginx\"",
          "90s", "3", "web.1",
        ],
        [
          "90s", "Normal", "Scheduled", "pod/web", "default-scheduler, default-scheduler-vm",
          "Successfully assigned default/web to node-1", "90s", "1", "web.2",
        ],
      ]
    )
  }

  @Test func kubectlEvents() {
    var lines = EventLines(showNamespace: true)
    #expect(
      lines.text(of: EventTableTests.events, at: EventTableTests.now) == """
        NAMESPACE   LAST SEEN           TYPE     REASON      OBJECT    MESSAGE
        default     90s                 Normal   Scheduled   Pod/web   Successfully assigned default/web to node-1
        default     30s (x3 over 90s)   Normal   Pulling     Pod/web   Pulling image "nginx"

        """
    )
    #expect(lines.text(of: [], at: EventTableTests.now).isEmpty)
  }
}
