import APIServer
import Basics
import Cluster
import Foundation
import Objects

/// Measures the simulator and prints a table; best read in a release build. `linear` measures the growth alone, `time`
/// the moving about in time alone, `completion` the Tab key alone, numbers so many Pods alone; `time 1000` runs of so
/// many events.
@main
enum Benchmark {
  static func main() {
    let machine = ProcessInfo.processInfo
    row("processors", "\(machine.activeProcessorCount)")
    row("memory", "\(machine.physicalMemory >> 30) GiB")
    if let time = StartUp.measure() { row("start to the first prompt", format(time * 1_000, "ms")) }
    let arguments = CommandLine.arguments.dropFirst()
    let counts = arguments.compactMap { Int($0) }
    if arguments.contains("time") {
      TimeTravel.measure(counts.isEmpty ? TimeTravel.sizes : counts)
      return
    }
    if arguments.contains("completion") {
      for count in counts.isEmpty ? [10_000] : counts { CompletionSpeed.measure(count) }
      return
    }
    let onlyLinearity = arguments.contains("linear")
    for count in counts.isEmpty && !onlyLinearity ? [1_000, 10_000] : counts { replicaSet(count) }
    if counts.isEmpty { Linearity.measure() }
    if counts.isEmpty, !onlyLinearity { TimeTravel.measure(TimeTravel.sizes) }
  }

  static func row(_ name: String, _ value: String) {
    print(name.padded(toCells: 44) + " " + value)
  }

  static func seconds(_ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    let time = clock.measure(body)
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }

  /// A ReplicaSet from its creation until all of its Pods run, with the trace kept.
  static func replicaSet(_ count: Int) {
    var timeline = Timeline(Configuration(podsPerNode: count))
    let start = timeline.now
    let time = seconds {
      _ = try? timeline.perform(.create(object(count)))
      timeline.settle()
    }
    let events = timeline.trace.moves
    row("\(count) Pods, apply to all Running", format(time, "s"))
    row("  virtual events", "\(events)")
    row("  events a second", "\(Int(Double(events) / time))")
    row("  virtual time", format((timeline.now - start).fractionalSeconds, "s"))
    row("  Pods running", "\(running(timeline))")
    row("  state", hex(timeline.cluster.stateHash))
    row("  peak memory", "\(peakMemoryMB()) MB")
    var there = timeline
    row("  back 1", format(seconds { there.back(1) } * 1_000, "ms"))
    row("  goto the middle", format(seconds { there.go(to: events / 2) } * 1_000, "ms"))
    row("  back 1 there", format(seconds { there.back(1) } * 1_000, "ms"))
  }

  static func running(_ timeline: Timeline) -> Int {
    var count = 0
    timeline.cluster.store.forEachUnordered(.pod) { object in
      if object.as(Pod.self)?.status.phase == .running { count += 1 }
    }
    return count
  }

  static func format(_ number: Double, _ unit: String) -> String {
    let thousandths = Int((number * 1_000).rounded())
    return "\(thousandths / 1_000).\(padded(thousandths % 1_000, 3)) \(unit)"
  }

  static func object(_ replicas: Int) -> Object {
    Object(
      kind: .replicaSet,
      fields: [
        "metadata": ["name": "web", "namespace": "default"],
        "spec": [
          "replicas": .int(Int64(replicas)),
          "selector": ["matchLabels": ["app": "web"]],
          "template": [
            "metadata": ["labels": ["app": "web"]],
            "spec": [
              "containers": [["name": "nginx", "image": "nginx:1.29", "imagePullPolicy": "IfNotPresent"]],
              "restartPolicy": "Always",
              "terminationGracePeriodSeconds": 30,
            ],
          ],
        ],
      ]
    )
  }

  /// Peak resident memory of this process in MB, from /proc (0 elsewhere).
  static func peakMemoryMB() -> Int {
    guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM") }),
      let kilobytes = line.split(separator: " ").dropFirst().compactMap({ Int($0) }).first
    else { return 0 }
    return kilobytes / 1_024
  }
}
