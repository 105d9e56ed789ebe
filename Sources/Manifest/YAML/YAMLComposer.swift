import Basics
import Objects

/// Builds the JSON value of one YAML document from its events.
///
/// Mirrors what go-yaml v2 and sigs.k8s.io/yaml do together: the last of two equal keys wins, keys become strings,
/// aliases and merges are copied in. It keeps its own stack, so that depth is bounded by the parser's limit.
struct YAMLComposer {
  private let parser: YAMLParser
  private var places: SourceMap
  private var open: [YAMLContainer] = []
  private var root: YAMLNode?
  private var anchors: [String: Anchor] = [:]
  private var aliases = AliasBudget()
  private var failure: Failure?

  private enum Anchor {
    /// The node, the list or mapping of this number in the source map, has begun and not ended.
    case open(place: Int)
    case done(YAMLNode)
  }

  /// The first failure of the earliest stage: kubectl runs each stage over the whole document before the next.
  private struct Failure {
    /// In the order of kubectl's stages.
    enum Stage: Int {
      case decoding, keys, writing
    }
    var stage: Stage
    var error: ManifestError
  }

  /// The document in `chunk`; its value is null where the chunk holds none.
  static func document(_ chunk: StreamLines.Chunk) throws(ManifestError) -> ManifestDocument {
    var composer = YAMLComposer(chunk)
    let value = try composer.compose()
    return ManifestDocument(value: value, firstLine: chunk.firstLine, places: composer.places)
  }

  private init(_ chunk: StreamLines.Chunk) {
    parser = YAMLParser(chunk.bytes, firstLine: chunk.firstLine)
    places = SourceMap(root: SourcePosition(line: chunk.firstLine, column: 1))
  }

  private mutating func compose() throws(ManifestError) -> Value {
    reading: while true {
      let event = try parser.next()
      aliases.count(1)
      switch event.content {
      case .streamEnd: break reading
      case .boundary: if root != nil { break reading }
      case .alias(let name):
        notePlace(of: event)
        finish(try node(ofAlias: name, event), at: event, isAlias: true)
      case .scalar(let scalar):
        notePlace(of: event)
        let node = node(of: scalar, event)
        if let anchor = event.anchor { anchors[anchor] = .done(node) }
        finish(node, at: event)
      case .sequenceStart: begin(.sequence, event)
      case .mappingStart: begin(.mapping, event)
      case .sequenceEnd, .mappingEnd: end()
      }
    }
    if let failure { throw failure.error }
    return root?.value ?? .null
  }

  private mutating func begin(_ kind: YAMLContainer.Kind, _ event: YAMLEvent) {
    let place = place(of: event)
    if let anchor = event.anchor { anchors[anchor] = .open(place: place) }
    open.append(YAMLContainer(kind, start: event, place: place))
  }

  private mutating func end() {
    guard let container = open.popLast() else { return }
    let node = container.node
    // The name may have gone to a node within.
    if let anchor = container.start.anchor, case .open(container.place) = anchors[anchor] {
      anchors[anchor] = .done(node)
    }
    finish(node, at: container.start)
  }

  /// Notes where a node that is an item or a member's value begins; gives the number for its children.
  private mutating func place(of event: YAMLEvent) -> Int {
    guard let parent = open.last else { return SourceMap.root }
    let position = parent.keyStart.map(parser.position(of:)) ?? parser.position(of: event)
    return places.add(parent.step, to: parent.place, at: position)
  }

  /// Notes where an item or a member's value is that has no children.
  private mutating func notePlace(of event: YAMLEvent) {
    if open.last?.awaitsKey == false { _ = place(of: event) }
  }

  /// Gives a whole node, which began at `event`, to the container around it.
  private mutating func finish(_ node: YAMLNode, at event: YAMLEvent, isAlias: Bool = false) {
    guard let last = open.indices.last else {
      root = node
      return
    }
    do throws(YAMLContainer.Problem) {
      try open[last].take(node, at: event, isAlias: isAlias)
    } catch {
      switch error {
      case .decoding(let problem): fail(problem, at: event)
      case .key(let problem): fail(.keys, .notJSON(problem: problem, position: parser.position(of: event)))
      }
    }
  }

  private mutating func node(of scalar: YAMLScalar, _ event: YAMLEvent) -> YAMLNode {
    do throws(YAMLScalar.TagError) {
      let node = YAMLNode(try scalar.meaning(), isMerge: scalar.isMerge)
      if case .float(let number) = node.meaning, !number.isFinite, open.last?.awaitsKey != true {
        let problem = "json: unsupported value: \(number.goGeneralText)"
        fail(.writing, .notJSON(problem: problem, position: parser.position(of: event)))
      }
      return node
    } catch {
      fail(error.problem, at: event)
      return .null
    }
  }

  private mutating func node(ofAlias name: String, _ event: YAMLEvent) throws(ManifestError) -> YAMLNode {
    switch anchors[name] {
    case nil:
      throw .yaml(problem: "unknown anchor '\(name)' referenced", line: nil, position: parser.position(of: event))
    case .open: fail("anchor '\(name)' value contains itself", at: event)
    case .done(let node):
      if open.count + node.depth > ManifestReader.maxDepth {
        fail("exceeded max depth of \(ManifestReader.maxDepth)", at: event)
      } else if aliases.take(node.size) {
        return node
      } else {
        fail("document contains excessive aliasing", at: event)
      }
    }
    return .null
  }

  private mutating func fail(_ problem: String, at event: YAMLEvent) {
    fail(.decoding, .yaml(problem: problem, line: nil, position: parser.position(of: event)))
  }

  private mutating func fail(_ stage: Failure.Stage, _ error: ManifestError) {
    if let failure, failure.stage.rawValue <= stage.rawValue { return }
    failure = Failure(stage: stage, error: error)
  }
}

/// How much of a document may come from aliases. Mirrors the guard in `decoder.unmarshal` of go-yaml.
private struct AliasBudget {
  private var nodes = 0
  private var copied = 0
  private var isExhausted = false

  mutating func count(_ more: Int) { nodes += more }

  /// Whether another copy of `size` nodes is allowed.
  mutating func take(_ size: Int) -> Bool {
    if isExhausted { return false }
    nodes += size
    copied += size
    isExhausted = copied > 100 && nodes > 1000 && Double(copied) / Double(nodes) > allowedShare
    return !isExhausted
  }

  /// Almost everything in a small document, a tenth in a very large one.
  private var allowedShare: Double {
    let small = 400_000.0
    let large = 4_000_000.0
    let progress = (Double(nodes) - small) / (large - small)
    return 0.99 - 0.89 * min(max(progress, 0), 1)
  }
}
