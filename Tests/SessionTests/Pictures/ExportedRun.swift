import Cluster
import Machinery
import Narration
import Objects
import Session

/// A run to export, and what an exported page must show of it.
enum ExportedRun {
  /// Pods come, go, move, wait for a node, end badly and are evicted; a node fails, comes back and is taken away.
  static func session() -> Session {
    var session = Session.test(files: files)
    let lines = [
      "apply -f rs.yaml", "apply -f pod.yaml", "apply -f big.yaml", "apply -f bad.yaml", "sleep 20s",
      "annotate pod bad note='</script><b>&amp;'", "delete pod bad --grace-period=0 --force",
      "scale rs web --replicas=5",
      "sleep 5s", "cordon node-1", "fail node node-2", "sleep 7m", "heal node node-2", "scale rs web --replicas=1",
      "sleep 1m", "remove node node-3", "sleep 2m",
    ]
    for line in lines { _ = session.execute(line) }
    return session
  }

  /// The same, run once for all tests.
  static let timeline = session().timeline

  private static let files = MemoryFiles(files: [
    "rs.yaml": Manifests.replicaSet(),
    "pod.yaml": Manifests.pod,
    "big.yaml": pod("big", #"image: nginx, resources: {requests: {cpu: "64"}}"#),
    "bad.yaml": pod("bad", #"image: busybox, command: [sh, -c, "exit 3"]"#),
  ]).reader

  private static func pod(_ name: String, _ container: String) -> String {
    "{apiVersion: v1, kind: Pod, metadata: {name: \(name)}, spec: {containers: [{name: main, \(container)}]}}"
  }

  /// A picture in words: `node node-1 Ready`, `pod web-x node-1 Running 1/1 …`.
  static func words(_ map: ClusterMap) -> Set<String> {
    let nodes = map.nodes.map { "node \($0.name) \($0.status)" }
    let pods = map.pods.map { "pod \($0.name) \($0.node) \($0.status) \($0.containersReady) \($0.restarts)" }
    return Set(nodes + pods)
  }

  /// The picture of the cluster itself after each move that made a record, by that move's last record.
  static func truth(_ timeline: Timeline) -> [Int: Set<String>] {
    var walker = timeline
    walker.go(to: 0)
    var truth: [Int: Set<String>] = [:]
    repeat {
      truth[walker.lastRecord.number] = words(ClusterMap(walker.cluster.store))
    } while walker.isInThePast && walker.move()
    return truth
  }
}
