import APIServer
import Cluster
import Foundation
import Kubectl
import Lessons
import Machinery
import Narration
import Objects
import Testing

@testable import Session

@Suite("Why a field has its value")
struct WhyTests {
  static let job = """
    apiVersion: batch/v1
    kind: Job
    metadata:
      name: pi
    spec:
      backoffLimit: 2
      template:
        spec:
          restartPolicy: Never
          containers:
          - name: main
            image: busybox
            command: [sh, -c, "sleep 2; exit 1"]
    """
  static let sick = """
    apiVersion: v1
    kind: Pod
    metadata:
      name: sick
    spec:
      containers:
      - name: main
        image: nginx
        livenessProbe:
          httpGet:
            port: 8080
          periodSeconds: 5
    """
  static let files: FileReader = {
    var files = MemoryFiles()
    files.files = ["rs.yaml": Manifests.replicaSet(), "pod.yaml": Manifests.pod, "job.yaml": job, "sick.yaml": sick]
    return files.reader
  }()

  static let scripts: [[String]] = [
    ["apply -f rs.yaml", "sleep 3s", "scale rs web --replicas=1", "sleep 5s", "delete rs web", "sleep 40s"],
    ["apply -f job.yaml", "sleep 60s"],
    ["apply -f sick.yaml", "apply -f pod.yaml", "sleep 40s", "delete pod web", "annotate pod sick note=x", "sleep 5s"],
    [
      "create deployment site --image=nginx --replicas=2", "sleep 3s", "set image deployment/site nginx=nginx:1.29",
      "sleep 9s",
    ],
    ["apply -f rs.yaml", "sleep 3s", "fail node node-2", "sleep 400s", "heal node node-2", "sleep 20s"],
  ]

  /// Follows a run move by move and asks why of the fields of each object that a move has written.
  ///
  /// What no move has touched has the why that it had before, so this is every field at every event. A part of them is
  /// drawn by a seed, for the time it takes; all with KUBESTEP_WHOLE set.
  private func follow(_ end: Timeline, _ name: String) {
    let isWhole = ProcessInfo.processInfo.environment["KUBESTEP_WHOLE"] != nil
    var seed = UInt64.random(in: 1...UInt64.max)
    let first = seed
    var timeline = end
    timeline.go(to: 0)
    var asked = 0
    while timeline.position < end.position, timeline.move() {
      for record in timeline.trace.made(at: timeline.position) {
        // Of several writes of an object in one move the last has its say.
        guard case .wrote(_, let id, let change?) = record.happening, change.kind != .deleted,
          timeline.writes(of: id).first(where: { _ in true })?.id == record.id
        else { continue }
        for entry in FieldDiff(old: nil, new: change.object.value).entries {
          seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          guard isWhole || (seed >> 33) % 16 == 0 else { continue }
          asked += 1
          expectWhy(id, entry, in: timeline, "\(name), seed \(first), move \(timeline.position)")
        }
      }
    }
    #expect(asked > 20, "\(name)")
  }

  private func expectWhy(_ id: ObjectID, _ entry: FieldDiff.Entry, in timeline: Timeline, _ place: String) {
    // A bare object kind has no writer of its own words.
    if ["apiVersion", "kind"].contains(entry.path) { return }
    guard let path = try? ValuePath(entry.path), let write = timeline.writer(of: id, path) else {
      Issue.record("\(place): no why of \(id.text) \(entry.path)")
      return
    }
    #expect(write.entry.new == entry.new, "\(place): \(id.text) \(entry.path)")
    let chain = timeline.causes(of: write.record.id)
    #expect(zip(chain, chain.dropFirst()).allSatisfy { $0.id > $1.id }, "\(place): \(id.text) \(entry.path)")
    #expect(chain.last.map { [.began, .command].contains($0.kind) } ?? false, "\(place): \(id.text) \(entry.path)")
  }

  @Test("goes back to a command, a fixture or the clock", arguments: scripts.indices)
  func property(script: Int) {
    var session = Session.test(.script, files: WhyTests.files)
    for line in WhyTests.scripts[script] { _ = session.execute(line) }
    follow(session.timeline, "script \(script)")
  }

  @Test("is at most nine lines, under what the field is and was; --all shows each record")
  func lines() {
    var session = Session.test(.auto)
    _ = session.execute("apply -f rs.yaml")
    let short = session.out("why rs/web status.readyReplicas").split(separator: "\n")
    #expect(short.count <= 9)
    #expect(short.first == "rs/web status.readyReplicas: 2 → 3")
    #expect(short.contains { $0.contains("⋯") })
    #expect(short.last?.hasSuffix("you typed: apply -f rs.yaml") == true)
    let all = session.out("why rs/web {.status.readyReplicas} --all").split(separator: "\n")
    #expect(all.count > 9 && !all.contains { $0.contains("⋯") })
    #expect(session.out("why rs/web readyReplicas") == session.out("why rs/web .status.readyReplicas"))
  }

  @Test("tells of what is gone, of another namespace, and of what never was")
  func edges() {
    var session = Session.test(.auto)
    for line in ["create ns prod", "apply -f pod.yaml -n prod", "delete pod web -n prod"] { _ = session.execute(line) }
    #expect(session.out("why pod/web -n prod").contains("you typed: delete pod web -n prod"))
    #expect(session.out("why pod/web status.phase -n prod").hasPrefix("pod/web (prod) status.phase: Succeeded → none"))
    #expect(session.execute("why pod/web").stderr == "error: no pod/web was ever seen in this run\n")
    #expect(session.execute("why pod/web spec.nonsense -n prod").stderr.contains("has no field spec.nonsense"))
    #expect(session.execute("why pod/web a..b -n prod").stderr.contains("is no path"))
    #expect(session.execute("explain pod/web -n prod").exit == 0)
    #expect(session.execute("config set-context --current --namespace=prod").exit == 0)
    #expect(session.execute("why pod/web").exit == 0, "the session's namespace counts")
  }

  @Test("tells of the probes of a Pod that has gone")
  func probes() {
    var session = Session.test(.script, files: WhyTests.files)
    _ = session.execute("apply -f sick.yaml")
    let before = session.out("explain pod/sick probes")
    #expect(before.contains("GET :8080"))
    _ = session.execute("delete pod sick --now")
    let after = session.out("explain pod/sick probes")
    #expect(after == "pod/sick has gone; this is how it was last\n" + before)
  }
}
