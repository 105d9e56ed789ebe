import Basics
import Cluster
import Kubelet
import Machinery
import Objects
import Testing

/// Random probes and random hangs, held against a computation of its own.
@Suite("The time of a restart after a hang")
struct ProbeReferenceTests {
  /// The settings of one liveness probe, in seconds.
  struct Settings: CustomStringConvertible {
    var delay: Int64
    var period: Int64
    var timeout: Int64
    var failures: Int

    var description: String { "delay \(delay) period \(period) timeout \(timeout) failures \(failures)" }
  }

  /// When the last of enough failures in a row is known, by the rules as the documentation has them: the clock ticks
  /// every period from `takenUp` on; nothing is asked in the first `delay` whole seconds of the container; one
  /// question at a time, and a tick during a question is made up for once.
  static func restart(
    _ settings: Settings,
    takenUp: Instant,
    started: Instant,
    broken: Instant,
    answersAtOnce: Bool
  ) -> Instant {
    var time = takenUp + .seconds(settings.period)
    var failed = 0
    while true {
      let age = (time - started.wholeSecond).wholeSeconds
      let isAsked = time > started && age >= settings.delay
      let hangs = isAsked && time >= broken && !answersAtOnce
      let took: Interval = hangs ? .seconds(settings.timeout) : .zero
      if isAsked {
        failed = time >= broken ? failed + 1 : 0
        if failed == settings.failures { return time + took }
      }
      let periods = (time - takenUp).microseconds / (settings.period * 1_000_000)
      let next = takenUp + .seconds((periods + 1) * settings.period)
      time = max(next, time + took)
    }
  }

  @Test("is what a computation apart says", arguments: [UInt64(20_260_101), 7, 4_711])
  func matches(seed: UInt64) throws {
    var random = Generator(seed: seed)
    for round in 0..<40 {
      let settings = Settings(
        delay: Int64(random.below(25)),
        period: Int64(1 + random.below(15)),
        timeout: Int64(1 + random.below(20)),
        failures: 1 + random.below(4)
      )
      let breakages = [Breakage.timeout, .refuse, .status(500)]
      let breakage = breakages[random.below(3)]
      var timeline = try ProbeTests.timeline(
        image: "nginx",
        probes: [
          "livenessProbe": [
            "httpGet": ["path": "/", "port": 80], "initialDelaySeconds": .int(settings.delay),
            "periodSeconds": .int(settings.period), "timeoutSeconds": .int(settings.timeout),
            "failureThreshold": .int(Int64(settings.failures)),
          ]
        ]
      )
      timeline.advance(to: timeline.now + .milliseconds(Int64(1_000 + random.below(90_000))))
      let broken = timeline.now
      _ = try timeline.perform(
        .fault(.container(ObjectKey(namespace: "default", name: "web"), nil, .breaks(breakage)))
      )
      timeline.advance(to: timeline.now + .minutes(5))
      let steps = timeline.records.compactMap { record -> (time: Instant, step: PodStep)? in
        if case .pod(_, let step) = record.happening { (record.time, step) } else { nil }
      }
      // Its clock begins once the volumes of the Pod are there.
      let takenUp = try #require(steps.first { $0.step == .admitted }?.time) + .milliseconds(290)
      let started = try #require(steps.first { $0.step == .started(container: "main") }?.time)
      let restarted = steps.first { entry in
        if case .probed(let probe) = entry.step { probe.consequence == .restart } else { false }
      }
      let expected = Self.restart(
        settings,
        takenUp: takenUp,
        started: started,
        broken: broken,
        answersAtOnce: breakage != .timeout
      )
      #expect(restarted?.time == expected, "seed \(seed), round \(round): \(settings), \(breakage)")
    }
  }
}
