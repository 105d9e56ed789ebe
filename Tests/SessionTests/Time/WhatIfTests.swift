import APIServer
import Cluster
import Kubectl
import Machinery
import Narration
import Objects
import Session
import Testing

@Suite("What if")
struct WhatIfTests {
  private static let manifest = """
    apiVersion: v1
    kind: Pod
    metadata:
      name: ill
    spec:
      containers:
      - name: main
        image: busybox:1.36
        command: ["sh", "-c", "touch /tmp/ok; sleep 20; rm /tmp/ok; sleep 600"]
        livenessProbe:
          exec:
            command: ["cat", "/tmp/ok"]
          periodSeconds: 5
          failureThreshold: 3
    """

  /// A Pod that is restarted once its probe has failed three times, and a later command.
  private static func ill() -> Session {
    let files = MemoryFiles(files: ["ill.yaml": manifest, "rs.yaml": Manifests.replicaSet()]).reader
    var session = Session.test(.auto, files: files)
    for line in ["create -f ill.yaml", "advance 30s", "apply -f rs.yaml", "advance 30s", "scale rs web --replicas=4"] {
      _ = session.execute(line)
    }
    return session
  }

  private static func creation(_ session: Session) -> RecordID? {
    session.timeline.records.first { record in
      if case .wrote(.create, _, let change?) = record.happening { change.object.metadata.name == "ill" } else { false }
    }?.id
  }

  @Test("nothing is otherwise, nothing differs", arguments: [3, 30])
  func nullChange(commands: Int) throws {
    var session = WhatIfTests.ill()
    let id = try #require(WhatIfTests.creation(session))
    let output = session.execute("what-if \(id.text) pod/ill spec.containers[0].livenessProbe.failureThreshold=3")
    #expect(output.exit == 0, "\(output.stderr)")
    #expect(output.stdout.contains("Every record is the same."))
    #expect(output.stdout.contains("The end is the same"))
    #expect(session.timeline.present.name == "main")
    #expect(session.timeline.others.map(\.name) == ["what-if-2"])
    let branch = try #require(session.timeline.branch("what-if-2"))
    let end = session.timeline.cluster
    #expect(session.timeline.cluster(at: branch.last).now == end.now)
  }

  @Test("a probe that gives up at once restarts earlier, the same each time")
  func sameTwice() throws {
    var session = WhatIfTests.ill()
    let id = try #require(WhatIfTests.creation(session))
    let line = "what-if \(id.text) pod/ill spec.containers[0].livenessProbe.failureThreshold=1"
    let first = session.execute(line).stdout
    let second = session.execute(line).stdout
    #expect(first.contains("The first divergence:"))
    #expect(first.contains("pod/ill differs:"))
    #expect(first.contains("restartCount"))
    #expect(first == second.replacing("what-if-3", with: "what-if-2"))
  }

  @Test("what may not change later is supposed from its creation on")
  func fromTheCreation() throws {
    var session = WhatIfTests.ill()
    let last = session.timeline.lastRecord
    let output = session.execute("what-if \(last.text) pod/ill spec.containers[0].livenessProbe.failureThreshold=1")
    #expect(output.stdout.contains("run again from its creation"))
    #expect(output.stdout.contains("pod/ill differs:"))
  }

  @Test("what may change later is changed then, and later commands act on it")
  func update() throws {
    var session = WhatIfTests.ill()
    let store = session.timeline.cluster.store
    #expect(store.count(of: .pod) == 5)
    let place = session.timeline.records.last { record in
      if case .command("apply -f rs.yaml") = record.happening { true } else { false }
    }
    let id = try #require(place).id
    let later = RecordID(id.number + 30)
    let output = session.execute("what-if \(later.text) rs/web spec.replicas=1")
    #expect(output.stdout.contains("The first divergence:"))
    let branch = try #require(session.timeline.branch("what-if-2"))
    #expect(session.timeline.cluster(at: branch.last).store.count(of: .pod) == 5, "the later scale acts again")
  }

  @Test("a command put in, and one left out")
  func commands() throws {
    var session = WhatIfTests.ill()
    let scale = try #require(
      session.timeline.records.last {
        if case .command("scale rs web --replicas=4") = $0.happening { true } else { false }
      }
    )
    let without = session.execute("what-if \(scale.id.text) -")
    #expect(without.stdout.contains("    spec.replicas: 4 → 3\n"), "\(without)")
    let with = session.execute("what-if \(scale.id.text) + delete pod ill --wait=false")
    #expect(with.stdout.contains("pod/ill"), "\(with)")
    let wrong = session.execute("what-if \(scale.id.text) + delete pod none")
    #expect(wrong.exit == 1)
    #expect(session.timeline.others.count == 2)
  }

  @Test(
    "nonsense is refused and nothing is kept",
    arguments: [
      "what-if #1 pod/ill spec.containers[0].livenessProbe.failureThreshold=-1",
      "what-if #1 pod/ill spec.containers[9].image=x", "what-if #1 pod/ill spec.nope=1", "what-if #1 pod/none spec.x=1",
      "what-if #99999 pod/ill spec.x=1", "what-if #1 pod/ill nonsense", "what-if #1 -",
    ]
  )
  func refused(line: String) {
    var session = WhatIfTests.ill()
    let output = session.execute(line)
    #expect(output.exit != 0)
    #expect(!output.stderr.isEmpty)
    #expect(session.timeline.others.isEmpty)
  }
}
