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
    let sick = """
      apiVersion: v1
      kind: Pod
      metadata: {name: sick}
      spec:
        containers:
        - {name: main, image: nginx, livenessProbe: {httpGet: {port: 8080}, periodSeconds: 5}}
      """
    var session = Session.test(.script, files: MemoryFiles(files: ["sick.yaml": sick]).reader)
    _ = session.execute("apply -f sick.yaml")
    let before = session.out("explain pod/sick probes")
    #expect(before.contains("GET :8080"))
    _ = session.execute("delete pod sick --now")
    let after = session.out("explain pod/sick probes")
    #expect(after == "pod/sick has gone; this is how it was last\n" + before)
  }

  private static let crashing = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: crash}
    spec:
      replicas: 1
      selector: {matchLabels: {app: crash}}
      template:
        metadata: {labels: {app: crash}}
        spec:
          containers: [{name: main, image: busybox, command: [sh, -c, "sleep 2; exit 3"]}]
    """

  @Test("keeps what went wrong, and folds what only hands it on")
  func telling() {
    var session = Session.test(files: MemoryFiles(files: ["crash.yaml": WhyTests.crashing]).reader)
    for line in ["apply -f crash.yaml", "sleep 40s"] { _ = session.execute(line) }
    let lines = session.out("why deploy/crash status.unavailableReplicas").split(separator: "\n")
    #expect(lines.count <= Narrator.whyLimit)
    #expect(lines.contains { $0.contains("exit code 3") }, "\(lines)")
    #expect(!lines.dropFirst(2).contains { $0.contains("ends its reconcile") || $0.contains("does nothing") })
    #expect(lines.last?.contains("you typed: apply -f crash.yaml") == true)
    let story = session.out("explain deploy/crash").split(separator: "\n")
    #expect(story.count < 20 && story.contains { $0.contains("status copies") }, "\(story)")
  }

  @Test("tells lists by the names in them")
  func lists() {
    var session = Session.test()
    for line in ["taint nodes node-1 dedicated=x:NoSchedule"] { _ = session.execute(line) }
    #expect(session.out("why node/node-1 spec.taints").hasPrefix("node/node-1 spec.taints: none → [dedicated]\n"))
  }
}
