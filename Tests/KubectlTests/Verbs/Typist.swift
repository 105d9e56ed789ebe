import Basics
import Cluster
import Kubectl

/// Types kubectl lines at a small cluster, with files that live in memory.
struct Typist {
  private(set) var timeline: Timeline
  private(set) var namespace = "default"
  var files: [String: String]
  var editor = TextEditor.none
  /// Whether commands may let time pass.
  var mayWait = true
  /// How often what runs long may ask whether it goes on before the user interrupts it; nil for ever.
  var asks: Int?

  init(files: [String: String] = [:], nodes: Int = 2) {
    self.files = files
    timeline = Timeline(Configuration(nodes: nodes))
    timeline.settle(limit: 10_000)
  }

  /// What the line answers. `seconds` of virtual time pass afterwards.
  @discardableResult
  mutating func type(_ line: String, then seconds: Int64 = 0, interruptAfter limit: Int64? = nil) -> CommandOutput {
    let files = files
    var context = KubectlContext(command: line, files: FileReader { path in Typist.entry(path, in: files) })
    context.namespace = namespace
    context.editor = editor
    context.interruptAt = limit.map { timeline.now + .seconds($0) }
    context.mayWait = mayWait
    if let asks {
      var left = asks
      context.stops = { _, _ in
        left -= 1
        return left < 0
      }
    }
    if let words = try? ShellWords.split(line) {
      context.assignments = words.assignments
      context.standardInput = words.input.flatMap { files[$0.text].map { Array($0.utf8) } }
      Kubectl.run(words.command, in: &context, on: &timeline)
    }
    timeline.advance(to: timeline.now + .seconds(seconds))
    namespace = context.namespace
    return context.output
  }

  private static func entry(_ path: String, in files: [String: String]) -> FileReader.Entry {
    if let text = files[path] { return .file(Array(text.utf8)) }
    let inside = files.keys.filter { $0.hasPrefix(path + "/") }.map { String($0.dropFirst(path.count + 1)) }.sorted()
    return inside.isEmpty ? .missing : .folder(inside)
  }

  static let pod = """
    apiVersion: v1
    kind: Pod
    metadata: {name: web, labels: {app: web}}
    spec:
      containers:
      - {name: main, image: nginx}
    """

  static let replicaSet = """
    apiVersion: apps/v1
    kind: ReplicaSet
    metadata: {name: kubia}
    spec:
      replicas: 2
      selector: {matchLabels: {app: kubia}}
      template:
        metadata: {labels: {app: kubia}}
        spec:
          containers: [{name: kubia, image: luksa/kubia}]
    """
}
