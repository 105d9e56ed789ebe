import APIServer
import Basics
import Cluster
import Kubectl
import Machinery
import Narration
import Objects
import Session
import Testing

@Suite("The pictures in the terminal")
struct PictureTests {
  /// A ReplicaSet of three, a Pod that fits nowhere, and a node that fails with its Pods.
  private func session(_ layout: Layout = Layout(), language: Language = .english) -> Session {
    var session = Session.test(language: language, files: PictureTests.files)
    session.layout = layout
    for line in ["apply -f rs.yaml", "apply -f big.yaml", "sleep 10s", "fail node node-2", "sleep 3m"] {
      _ = session.execute(line)
    }
    return session
  }

  private static let files = MemoryFiles(files: [
    "rs.yaml": Manifests.replicaSet(),
    "big.yaml": """
    apiVersion: v1
    kind: Pod
    metadata: {name: big}
    spec:
      containers: [{name: main, image: nginx, resources: {requests: {cpu: "64"}}}]
    """,
  ]).reader

  @Test("the map shows every Pod once, below its node, with its state", arguments: Language.allCases)
  func map(language: Language) {
    var session = session(language: language)
    let lines = session.out("map").split(separator: "\n").map(String.init)
    let map = ClusterMap(session.timeline.cluster.store)
    #expect(map.pods.count == 4)
    for pod in map.pods { #expect(lines.count { $0.contains("| \(pod.name) ") } == 1, "\(pod.name)") }
    #expect(lines.contains { $0.contains("node-2: NotReady") })
    #expect(lines.contains { $0.contains("  Pending") })
    #expect(lines.contains { $0.contains("False") }, "a Pod whose node is lost is not Ready")
    for line in lines { #expect(line.cellWidth <= 80, "\(line)") }
  }

  @Test("boxes in one row end in the same column, in Hangul as well", arguments: [30, 60, 80, 200])
  func boxesAlign(width: Int) {
    var session = session(Layout(width: width), language: .korean)
    var rowWidth = 0
    for line in session.out("map").split(separator: "\n") {
      if line.hasPrefix("+- ") { rowWidth = line.cellWidth }
      if line.hasPrefix("|") { #expect(line.cellWidth == rowWidth, "\(line)") }
    }
    #expect(rowWidth > 0)
  }

  @Test("for a reader who listens there are sentences of names and values", arguments: ["map", "tree rs/web"])
  func accessible(command: String) {
    var session = session(Layout(isAccessible: true))
    for line in session.out(command).split(separator: "\n") {
      #expect(line.hasPrefix("node: ") || line.hasPrefix("name: "), "\(line)")
      #expect(!line.contains("|") && !line.contains("--"), "\(line)")
    }
    let map = session.out("map")
    #expect(map.contains("name: big, node: no node yet, ready: no, status: Pending"))
  }

  @Test("a tree goes from the owner down to containers")
  func tree() {
    var session = session()
    let lines = session.out("tree rs/web").split(separator: "\n").map(String.init)
    #expect(lines.first?.hasPrefix("rs/web: ready ") == true)
    #expect(lines.count { $0.contains("-- pod/web-") } == 3)
    #expect(lines.count { $0.contains("-- container nginx: running, ready yes") } == 3)
    let pod = session.timeline.cluster.store.list(.pod).last { $0.metadata.name != "big" }
    let podTree = session.out("tree pod/\(pod?.metadata.name ?? "")")
    #expect(podTree.hasPrefix("owned by: rs/web\npod/web-"))
    let failed = session.execute("tree rs/none")
    #expect(failed.exit == 1)
  }

  @Test("a tree on a narrow terminal keeps its branches beside what is folded", arguments: Language.allCases)
  func narrowTree(language: Language) {
    var session = session(Layout(width: 30, folds: true), language: language)
    let lines = session.out("tree rs/web").split(separator: "\n").map(String.init)
    #expect(lines.count > 7)
    for line in lines.dropFirst() {
      #expect(line.cellWidth <= 30, "\(line)")
      #expect(["|-- ", "`-- ", "|   ", "    "].contains(String(line.prefix(4))), "\(line)")
    }
  }

  @Test("objects that own each other in a circle are drawn once")
  func circle() {
    let metas = ["one", "two"].map { name in
      var meta = ObjectMeta(name: name, namespace: "default")
      meta.uid = UID(name)
      return meta
    }
    var store = Store()
    let objects = zip(metas, metas.reversed()).map { meta, owner in
      var meta = meta
      meta.ownerReferences = [OwnerReference(controller: .configMap, owner)]
      return Object(PassiveResource(kind: .configMap, metadata: meta, body: [:]))
    }
    for object in objects { store.put(object) }
    let tree = OwnershipTree(objects[0], in: store)
    #expect(tree.root.title.english == "cm/one")
    #expect(tree.root.branches.map(\.title.english) == ["cm/two"])
    #expect(tree.root.branches.first?.branches.isEmpty == true)
    #expect(tree.owners == [objects[1].id])
  }

  @Test("the lanes have a letter wherever a component did something, within the width", arguments: [40, 80, 132])
  func lanes(width: Int) {
    var session = session(Layout(width: width))
    let lines = session.out("timeline").split(separator: "\n").map(String.init)
    for line in lines { #expect(line.cellWidth <= max(width, 60), "\(line)") }
    let components = Set(session.timeline.records.filter { $0.time >= session.configuration.start }.map(\.component))
    for component in components {
      let lane = lines.first { $0.hasPrefix("\(component) ") }
      #expect(lane?.dropFirst(component.description.count).contains { $0.isLetter } == true, "\(component)")
    }
    let lanes = session.out("timeline pod/big")
    #expect(lanes.contains("default-scheduler"))
  }
}

@Suite("The axis of time")
struct TimeAxisTests {
  @Test("any times fit the columns and lie in order in columns that are not quiet", arguments: UInt64(1)...20)
  func fits(seed: UInt64) {
    var generator = Generator(seed: seed)
    var time = Configuration.defaultStart
    let times = (0..<(1 + Int(generator.below(300)))).map { _ in
      let unit: Interval = [.microseconds(10), .milliseconds(3), .seconds(2), .hours(30)][Int(generator.below(4))]
      time = time + unit * Int64(generator.below(20))
      return time
    }
    let axis = TimeAxis(times, columns: 40)
    #expect((1...40).contains(axis.columns.count), "seed \(seed)")
    var last = 0
    for time in times {
      let index = axis.index(of: time)
      let column = axis.columns[index]
      #expect(index >= last && !column.isQuiet, "seed \(seed)")
      #expect(column.start <= time && time < column.start + axis.slice, "seed \(seed)")
      last = index
    }
  }
}
