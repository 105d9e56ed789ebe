package import Objects

/// What a word on a line stands for: a place that completion knows words for.
package enum Slot: Hashable, Sendable {
  /// Whatever one likes, of this name in usage lines: `NAME`.
  case free(String)
  /// One of these; where the last sign is `=`, `:` or `/` the word goes on behind it.
  case words([String])
  /// As `words`, several with commas between.
  case list([String])
  /// A resource type, or several with commas between. Of these kinds, or of all where there are none.
  case type([Kind] = [])
  /// The name of an object of the type that stands before.
  case name
  /// `TYPE/NAME`, of these kinds or of all where there are none.
  case object([Kind] = [])
  /// The name of an object of this kind.
  case named(Kind)
  /// A container of the Pods that the line is about.
  case container
  /// `CONTAINER=IMAGE`.
  case image
  /// An image.
  case imageName
  /// A label selector of what the line is about.
  case labels
  /// A label selector of Pods.
  case podLabels
  /// Keys of labels, with commas between.
  case labelKeys
  case fieldSelector
  /// `KEY=VALUE` or `KEY-`, of labels.
  case labelChange
  case annotationChange
  /// `KEY=VALUE:EFFECT` or `KEY:EFFECT-`.
  case taint
  /// A field of a type: `pods.spec.containers`.
  case typeField
  /// What `-o` takes.
  case output(OutputForm.Family)
  /// A path in JSONPath, from each object: what `--sort-by` takes.
  case jsonPath
  /// What `wait --for` takes.
  case waitGoal
  /// What `--subresource` takes.
  case subresource
  /// A file or folder with manifests.
  case manifest
  /// Any file.
  case file

  /// What stands for it in usage lines.
  package var placeholder: String {
    switch self {
    case .free(let name): name
    case .words(let words), .list(let words):
      // Longer lists are for the Tab key.
      words.reduce(0) { $0 + $1.utf8.count + 1 } <= 50 ? words.joined(separator: "|") : "WORD"
    case .type: "TYPE"
    case .name: "NAME"
    case .object: "TYPE/NAME"
    case .named(let kind): kind.names.singular.uppercased()
    case .container: "CONTAINER"
    case .image: "CONTAINER=IMAGE"
    case .imageName: "IMAGE"
    case .labels, .podLabels, .labelKeys: "LABELS"
    case .fieldSelector: "FIELDS"
    case .labelChange, .annotationChange: "KEY=VALUE|KEY-"
    case .taint: "KEY=VALUE:EFFECT|KEY:EFFECT-"
    case .typeField: "TYPE[.FIELD…]"
    case .output: "FORM"
    case .jsonPath: "PATH"
    case .waitGoal: "GOAL"
    case .subresource: "status|scale"
    case .manifest, .file: "FILE"
    }
  }
}

/// A place on a line that can tell which words it takes.
package protocol Place: Sendable {
  /// Whether a word that has been typed can stand here, so that what follows this place follows the word.
  func admits(_ word: String) -> Bool
  /// Whether it may be taken again and again where it stands last.
  var repeats: Bool { get }
}

extension Slot: Place {
  package func admits(_ word: String) -> Bool {
    switch self {
    case .words(let words): words.contains(word)
    case .object: word.contains("/")
    case .type: !word.contains("/")
    default: true
    }
  }

  package var repeats: Bool {
    switch self {
    case .name, .object, .named, .image, .labelChange, .annotationChange, .taint: true
    default: false
    }
  }
}

/// The words that a command takes, in one or several ways: `TYPE NAME…` or `TYPE/NAME…`.
package struct Grammar<P: Place>: Sendable {
  /// The ways.
  package var ways: [[P]]
  /// Whether the last place of a way may be taken again and again, where its kind allows that.
  package var repeats = true

  package init(_ ways: [P]...) { self.ways = ways }

  /// Ways that end with their last place.
  package static func once(_ ways: [P]...) -> Grammar {
    var grammar = Grammar()
    grammar.ways = ways
    grammar.repeats = false
    return grammar
  }

  /// The places that the next word may take behind `words`.
  package func next(after words: [String]) -> [P] {
    ways.compactMap { way in
      guard let last = way.last, words.count < way.count || last.repeats && repeats else { return nil }
      let fits = words.enumerated().allSatisfy { index, word in
        (index < way.count ? way[index] : last).admits(word)
      }
      return fits ? (words.count < way.count ? way[words.count] : last) : nil
    }
  }
}
