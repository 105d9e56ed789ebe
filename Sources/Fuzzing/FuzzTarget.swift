import Basics

/// A part of the program that takes what people type, tried with random input.
///
/// An input follows from its seed alone, so that a failure can be tried again.
package protocol FuzzTarget {
  /// How it is asked for: `yaml`.
  static var name: String { get }

  /// Prepares what all inputs share.
  init()

  /// The input of `seed`.
  func input(seed: UInt64) -> FuzzInput

  /// Hands `input` to the part, and looks at what came of it. It must not trap, whatever the input.
  func run(_ input: FuzzInput) -> FuzzOutcome
}

/// One random input.
package enum FuzzInput: Hashable, Sendable {
  /// A command line, and what stands on its standard input.
  case line(String, standardInput: [UInt8]? = nil)
  case labelSelector(String)
  case fieldSelector(String)
  /// A template, and the JSON that it is followed through.
  case jsonPath(String, json: String)
  /// A patch for an object of the type, both as JSON.
  case patch(PatchForm, type: String, object: String, patch: String)
  case manifest([UInt8])

  package enum PatchForm: String, Hashable, Sendable, CaseIterable {
    case strategic, merge, json
  }
}

/// What came of one input.
package enum FuzzOutcome: Hashable, Sendable {
  case accepted
  case refused
  /// What must hold did not; in words for a developer.
  case broken(String)
}

extension FuzzTarget {
  /// Tries the input of `seed`.
  package func run(seed: UInt64) -> FuzzOutcome { run(input(seed: seed)) }
}

/// All that can be tried.
package enum FuzzTargetList {
  package static var all: [any FuzzTarget.Type] {
    [
      ApplyTarget.self, CommandLineTarget.self, JSONPathTarget.self, PatchTarget.self, PatchVerbTarget.self,
      SelectorTarget.self, YAMLTarget.self,
    ]
  }

  /// The target of this name.
  package static func target(_ name: String) -> (any FuzzTarget.Type)? { all.first { $0.name == name } }
}
