import Cluster
import Foundation
import Session
import Testing

@Suite("The same input gives the same output")
struct DeterminismTests {
  /// Fifty commands that touch every part: creation, scaling, labels, deletion, time travel, explanations.
  static let script = """
    create -f rs.yaml
    get rs,pods --show-labels
    sleep 3s
    get pods -o wide
    run alone --image=nginx --labels=app=other
    sleep 2s
    get pods -L app
    describe rs web
    scale rs web --replicas=6
    sleep 1s
    get rs
    get events
    label node node-1 disk=ssd
    get nodes --show-labels
    label pod alone app=web --overwrite
    sleep 2s
    get pods
    delete pod alone
    get pods -o name
    scale rs web --replicas=2
    sleep 5s
    get rs,pods
    explain
    why rs/web
    trace --object rs/web
    back 10
    get pods
    forward 3
    goto #60
    get pods
    goto 4s
    get pods -o yaml
    explain rs/web
    create -f pod.yaml
    get pods -w
    settle
    get pods -o json
    describe pod web
    logs web
    delete rs web --cascade=orphan
    sleep 2s
    get pods --show-labels
    delete pods --all
    sleep 1m
    get events --sort-by=.metadata.creationTimestamp
    get nodes -o yaml
    apply -f rs.yaml
    next
    step 20
    trace --output json
    """

  @Test("in two processes, and in debug and release builds, byte for byte")
  func acrossProcesses() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "kubestep-determinism-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Manifests.replicaSet(replicas: 4).write(
      to: folder.appending(path: "rs.yaml"),
      atomically: true,
      encoding: .utf8
    )
    try Manifests.pod.write(to: folder.appending(path: "pod.yaml"), atomically: true, encoding: .utf8)
    let script = DeterminismTests.script
      .replacing("rs.yaml", with: folder.appending(path: "rs.yaml").path)
      .replacing("pod.yaml", with: folder.appending(path: "pod.yaml").path)
    #expect(script.split(separator: "\n").count == 50)
    let first = try Executable.run(Executable.debug, ["run", "--output", "json", "-"], input: script)
    #expect(first.output.split(separator: "\n").count == 50)
    #expect(first.output.utf8.count > 100_000, "the trace as JSON is part of it")
    let second = try Executable.run(Executable.debug, ["run", "--output", "json", "-"], input: script)
    #expect(first == second)
    if Executable.hasRelease {
      let release = try Executable.run(Executable.release, ["run", "--output", "json", "-"], input: script)
      #expect(first == release, "the release build differs; is it of the same sources?")
    }
  }

  @Test("another seed gives other names")
  func seedsMatter() {
    var one = Session.test(seed: 1)
    var two = Session.test(seed: 2)
    _ = one.execute("create -f rs.yaml")
    _ = two.execute("create -f rs.yaml")
    let names = (one.out("get pods -o name"), two.out("get pods -o name"))
    #expect(names.0 != names.1)
  }

  @Test("reading opens no branch and leaves no trace")
  func readingLeavesNoTrace() {
    var session = Session.test(.auto)
    _ = session.execute("create -f rs.yaml")
    let records = session.timeline.records.count
    _ = session.execute("back 5")
    for line in ["get pods", "describe rs web", "explain", "why", "get pods -o yaml"] { _ = session.execute(line) }
    #expect(session.timeline.others.isEmpty)
    _ = session.execute("forward 5")
    #expect(session.timeline.records.count == records)
  }
}
