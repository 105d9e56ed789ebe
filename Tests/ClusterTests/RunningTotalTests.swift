import APIServer
import Basics
import Cluster
import Kubelet
import Machinery
import Objects
import Testing

/// What is kept along instead of being added up each time has to be what adding it up gives.
@Suite("Running totals")
struct RunningTotalTests {
  @Test("the numbers of a group of Pods are those of its Pods, whatever becomes of them", arguments: 1...40)
  func podGroup(_ seed: Int) throws {
    var generator = Generator(seed: UInt64(seed))
    var group = PodGroup()
    for _ in 0..<120 {
      let name = "web-\(generator.below(12))"
      if generator.below(5) == 0 {
        group.remove(ObjectKey(namespace: "default", name: name))
      } else {
        group.put(try Self.pod(name, &generator))
      }
      let pods = group.objects.sortedValues.compactMap { $0.as(Pod.self) }
      let active = pods.filter(\.isActive)
      #expect(group.count { _ in true } == active.count, "seed \(seed)")
      #expect(group.count { $0.isReady } == active.count { $0.isReady }, "seed \(seed)")
      for app in ["a", "b"] {
        let found = group.count { $0.labels["app"] == app && !$0.isReady }
        #expect(found == active.count { $0.metadata.labels["app"] == app && !$0.isReady }, "seed \(seed)")
      }
      let inactive = pods.filter { !$0.isActive }.map(\.metadata.key)
      #expect(group.inactive.sortedKeys == inactive, "seed \(seed)")
    }
  }

  private static func pod(_ name: String, _ generator: inout Generator) throws -> Object {
    let labels: StringMap = ["app": generator.below(2) == 0 ? "a" : "b"]
    var pod = try #require(Fixture.pod(name, labels: labels).as(Pod.self))
    pod.status.phase = generator.below(4) == 0 ? .failed : .running
    pod.status.conditions = [Condition(.ready, generator.below(2) == 0 ? .true : .false, lastTransitionTime: nil)]
    if generator.below(4) == 0 { pod.metadata.deletionTimestamp = Instant(unixSeconds: 0) }
    return Object(pod)
  }

  @Test("a kubelet's totals are the sums over its Pods, whatever becomes of them", arguments: 1...8)
  func kubelet(_ seed: Int) throws {
    var generator = Generator(seed: UInt64(seed))
    var timeline = Timeline(Configuration(seed: UInt64(seed), nodes: 2))
    var mostAdmitted = 0
    for number in 0..<25 {
      if generator.below(4) == 0, let pod = timeline.pods.first {
        let options = DeleteOptions(gracePeriodSeconds: generator.below(3) == 0 ? 0 : 2)
        _ = try timeline.perform(.delete(ObjectID(.pod, pod.metadata.key), options))
      } else {
        _ = try timeline.perform(.create(Self.consumer("web-\(number)", &generator)))
      }
      for _ in 0..<generator.below(6) {
        timeline.advance(to: timeline.now + .milliseconds(200))
        expectSums(timeline, "seed \(seed)")
      }
      mostAdmitted = max(mostAdmitted, timeline.cluster.kubelets.sortedValues.map(\.workers.admitted).max() ?? 0)
    }
    #expect(mostAdmitted > 2, "seed \(seed)")
    timeline.run(seconds: 2_000)
    expectSums(timeline, "seed \(seed)")
  }

  private func expectSums(_ timeline: Timeline, _ about: String) {
    for kubelet in timeline.cluster.kubelets.sortedValues {
      let users = kubelet.workers.sorted.map(\.value.value).filter(\.usesNode)
      var requested = ResourceList()
      for worker in users { if let pod = worker.pod { requested.add(pod.spec.value.totalRequests) } }
      #expect(kubelet.workers.admitted == users.count, "\(about)")
      for name in ["cpu", "memory", "example.com/gpu"] {
        #expect(kubelet.workers.requested[name] ?? .zero == requested[name] ?? .zero, "\(about)")
      }
    }
  }

  /// A Pod that asks for something, half of the time of a node that nobody was asked about.
  private static func consumer(_ name: String, _ generator: inout Generator) -> Object {
    var requests: Fields = [:]
    if generator.below(4) > 0 { requests["cpu"] = .string("\(200 + generator.below(900))m") }
    if generator.below(3) == 0 { requests["memory"] = .string("\(generator.below(2_000))Mi") }
    var spec: Fields = [
      "containers": [
        [
          "name": "main", "image": "busybox:1.36", "imagePullPolicy": "IfNotPresent",
          "resources": ["requests": .object(requests)],
        ]
      ],
      "restartPolicy": "Never", "terminationGracePeriodSeconds": 2,
    ]
    if generator.below(2) == 0 { spec["nodeName"] = "node-1" }
    let annotations: Value = generator.below(3) == 0 ? ["sim/run-seconds": "2"] : ["sim/run-seconds": "1000"]
    return Object(
      kind: .pod,
      fields: [
        "metadata": ["name": .string(name), "namespace": "default", "annotations": annotations],
        "spec": .object(spec),
      ]
    )
  }
}
