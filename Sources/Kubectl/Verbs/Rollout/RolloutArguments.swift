import Objects

/// What the commands under `kubectl rollout` have in common.
enum RolloutArguments {
  static let flags = FlagTable([CommonFlags.selector]) + CommonFlags.files

  /// Flags of those that print an object which they have changed.
  static let change = FlagTable([CommonFlags.fieldManager]) + flags + CommonFlags.print

  /// The objects that a line is about.
  static func find(_ call: Invocation, _ context: inout KubectlContext) throws(KubectlError) -> FoundObjects {
    if call.words.isEmpty, call[CommonFlags.filename].isEmpty, call[CommonFlags.selector].isEmpty {
      throw .plain("required resource not specified")
    }
    return try context.find(try ObjectQuery(call, typeMeansAll: true, context: context), call)
  }
}

extension Object {
  /// A number of the object's status or spec; 0 where there is none.
  func number(_ part: String, _ field: String) -> Int64 { body[part]?[field]?.int ?? 0 }
}
