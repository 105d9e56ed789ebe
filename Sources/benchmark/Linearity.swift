import APIServer
import Basics
import Cluster
import Objects

/// Runs that must grow with their size and not faster: each at half its size and at its size.
enum Linearity {
  static func measure() {
    compare("DaemonSet over nodes", 1_000) { size in
      var timeline = Timeline(Configuration(nodes: size))
      _ = try? timeline.perform(.create(daemonSet))
      timeline.settle()
      return timeline
    }
    compare("Job at parallelism 50, completions", 1_000) { size in
      var timeline = Timeline(Configuration(podsPerNode: size))
      _ = try? timeline.perform(.create(job(completions: size)))
      timeline.advance(to: timeline.now + .hours(2))
      return timeline
    }
    compare("CronJob each five minutes, days", 30) { size in
      var timeline = Timeline(Configuration())
      _ = try? timeline.perform(.create(cronJob))
      timeline.advance(to: timeline.now + .hours(24) * Int64(size))
      return timeline
    }
    compare("Pod of 50 containers with probes each second, hours", 6) { size in
      var timeline = Timeline(Configuration())
      _ = try? timeline.perform(.create(probed(containers: 50)))
      timeline.advance(to: timeline.now + .hours(Int64(size)))
      return timeline
    }
  }

  /// Prints the time of both sizes, and how much longer the whole takes than its half: at most 2.3 is the aim.
  private static func compare(_ name: String, _ size: Int, _ run: (Int) -> Timeline) {
    var times: [Double] = []
    for size in [size / 2, size] {
      var timeline: Timeline?
      let time = Benchmark.seconds { timeline = run(size) }
      times.append(time)
      Benchmark.row("\(name): \(size)", Benchmark.format(time, "s"))
      if let timeline { Benchmark.row("  virtual events", "\(timeline.trace.moves)") }
    }
    Benchmark.row("  whole to half", Benchmark.format(times[1] / times[0], ""))
    Benchmark.row("  peak memory so far", "\(Benchmark.peakMemoryMB()) MB")
  }

  private static let daemonSet = Object(
    kind: .daemonSet,
    fields: [
      "metadata": ["name": "agent", "namespace": "default"],
      "spec": [
        "selector": ["matchLabels": ["app": "agent"]],
        "template": [
          "metadata": ["labels": ["app": "agent"]], "spec": podSpec(image: "nginx:1.29", restartPolicy: "Always"),
        ],
      ],
    ]
  )

  private static func job(completions: Int) -> Object {
    Object(
      kind: .job,
      fields: [
        "metadata": ["name": "batch", "namespace": "default"],
        "spec": .object(jobSpec(completions: completions, parallelism: 50)),
      ]
    )
  }

  private static let cronJob = Object(
    kind: .cronJob,
    fields: [
      "metadata": ["name": "tick", "namespace": "default"],
      "spec": [
        "schedule": "*/5 * * * *",
        "concurrencyPolicy": "Allow",
        "suspend": false,
        "successfulJobsHistoryLimit": 3,
        "failedJobsHistoryLimit": 1,
        "jobTemplate": ["spec": .object(jobSpec(completions: 1, parallelism: 1))],
      ],
    ]
  )

  private static func probed(containers: Int) -> Object {
    let probe: Value = [
      "exec": ["command": ["cat", "/tmp/healthy"]], "periodSeconds": 1, "timeoutSeconds": 1, "successThreshold": 1,
      "failureThreshold": 3,
    ]
    let all = (0..<containers).map { index -> Value in
      [
        "name": .string("main-\(index)"), "image": "busybox:1.28", "imagePullPolicy": "IfNotPresent",
        "command": ["sh", "-c", "touch /tmp/healthy; sleep 1000000"], "livenessProbe": probe,
      ]
    }
    return Object(
      kind: .pod,
      fields: [
        "metadata": ["name": "probed", "namespace": "default"],
        "spec": [
          "containers": .array(all), "restartPolicy": "Always", "terminationGracePeriodSeconds": 30,
        ],
      ]
    )
  }

  private static func jobSpec(completions: Int, parallelism: Int) -> Fields {
    [
      "completions": .int(Int64(completions)),
      "parallelism": .int(Int64(parallelism)),
      "completionMode": "NonIndexed",
      "suspend": false,
      "template": [
        "metadata": ["annotations": ["sim/run-seconds": "4"]],
        "spec": podSpec(image: "busybox:1.36", restartPolicy: "Never"),
      ],
    ]
  }

  private static func podSpec(image: String, restartPolicy: String) -> Value {
    [
      "containers": [["name": "main", "image": .string(image), "imagePullPolicy": "IfNotPresent"]],
      "restartPolicy": .string(restartPolicy),
      "terminationGracePeriodSeconds": 30,
    ]
  }
}
