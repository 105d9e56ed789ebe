package import Objects

/// JSON patch (RFC 6902), as the library evanphx/json-patch v4 carries it out in the API server.
package struct JSONPatch: Hashable, Sendable {
  private var operations: [Operation]

  private struct Operation: Hashable, Sendable {
    let name: String
    let path: String?
    let from: String?
    /// Absent members read as null.
    let value: Value
  }

  /// The most operations that the API server takes.
  static let mostOperations = 10_000
  /// How many bytes of JSON all copies together may add, so that a short patch cannot make an endless object.
  static let mostCopiedBytes = 3 << 20

  /// Reads the operations; only their outer form is checked here, as in Go.
  package init(_ value: Value) throws(JSONPatchError) {
    guard case .array(let items) = value else { throw .notAList(value.jsonTypeName) }
    guard items.count <= JSONPatch.mostOperations else { throw .tooManyOperations(items.count) }
    operations = []
    for item in items {
      guard let fields = item.object else { throw .notAnOperation(item.jsonTypeName) }
      for name in ["from", "op", "path"] {
        guard let value = fields[name], !value.isNull, value.string == nil else { continue }
        throw .notAText(member: name, type: value.jsonTypeName)
      }
      operations.append(
        Operation(
          name: fields["op"]?.string ?? "unknown",
          path: fields["path"]?.string,
          from: fields["from"]?.string,
          value: fields["value"] ?? .null
        )
      )
    }
  }

  /// The document after all operations; at the first that does not apply nothing is done.
  package func apply(to document: Value) throws(JSONPatchError) -> Value {
    var document = document
    var copiedBytes = 0
    for operation in operations { try apply(operation, to: &document, &copiedBytes) }
    return document
  }

  private func apply(
    _ operation: Operation,
    to document: inout Value,
    _ copiedBytes: inout Int
  ) throws(JSONPatchError) {
    guard let path = operation.path else { throw .missingMember("path", operation: operation.name) }
    let target = JSONPointer(path)
    switch operation.name {
    case "add": try document.change(at: target, .add(operation.value), for: operation.name)
    case "remove": try document.change(at: target, .remove, for: operation.name)
    case "replace": try document.change(at: target, .replace(operation.value), for: operation.name)
    case "move", "copy":
      guard let from = operation.from else { throw .missingMember("from", operation: operation.name) }
      let source = JSONPointer(from)
      let value = try document.value(at: source, for: operation.name)
      if operation.name == "move" {
        try document.change(at: source, .remove, for: operation.name)
      } else {
        copiedBytes += value.json.utf8.count
        guard copiedBytes <= JSONPatch.mostCopiedBytes else { throw .tooMuchCopied(bytes: copiedBytes) }
      }
      try document.change(at: target, .add(value), for: operation.name)
    case "test":
      // A missing member counts as null, as in the library.
      let found = (try? document.value(at: target, for: operation.name)) ?? .null
      guard found == operation.value else { throw .testFailed(path: path) }
    default: throw .unknownOperation(operation.name)
    }
  }
}

/// What is wrong with a JSON patch or does not fit the document.
package enum JSONPatchError: Error, Hashable, Sendable {
  /// The patch is no list; the type is JSON's word for what it is.
  case notAList(String)
  case notAnOperation(String)
  /// A member of an operation that is to be a text and is none.
  case notAText(member: String, type: String)
  case unknownOperation(String)
  case missingMember(String, operation: String)
  case missingPath(String, operation: String)
  case missingKey(String, operation: String)
  case badIndex(String, operation: String)
  case testFailed(path: String)
  case tooManyOperations(Int)
  case tooMuchCopied(bytes: Int)

  /// Whether the patch itself is no JSON patch, whatever the document.
  var isMalformed: Bool {
    switch self {
    case .notAList, .notAnOperation, .notAText: true
    default: false
    }
  }

  /// Whether the server gives up because of the size.
  var isTooLarge: Bool {
    switch self {
    case .tooManyOperations, .tooMuchCopied: true
    default: false
    }
  }

  package var message: String {
    switch self {
    case .notAList(let type):
      "error decoding patch: json: cannot unmarshal \(type) into Go value of type []handlers.jsonPatchOp"
    case .notAnOperation(let type):
      "error decoding patch: json: cannot unmarshal \(type) into Go value of type handlers.jsonPatchOp"
    case .notAText(let member, let type):
      "error decoding patch: json: cannot unmarshal \(type) into Go struct field jsonPatchOp.\(member) of type string"
    case .unknownOperation(let name): "Unexpected kind: \(name)"
    case .missingMember(let member, let operation):
      "\(operation) operation failed to decode \(member): missing value"
    case .missingPath(let path, let operation):
      "\(operation) operation does not apply: doc is missing path: \(path): missing value"
    case .missingKey(let path, let operation):
      "\(operation) operation does not apply: doc is missing key: \(path): missing value"
    case .badIndex(let path, let operation):
      "\(operation) operation does not apply: \(path): invalid index referenced"
    case .testFailed(let path): "testing value \(path) failed: test failed"
    case .tooManyOperations(let count):
      "The allowed maximum operations in a JSON patch is \(JSONPatch.mostOperations), got \(count)"
    case .tooMuchCopied(let bytes):
      "Unable to complete the copy, the accumulated size increase of copy is \(bytes), exceeding the limit "
        + "\(JSONPatch.mostCopiedBytes)"
    }
  }
}

/// A path into a JSON document (RFC 6901).
struct JSONPointer {
  let text: String
  let tokens: [String]

  init(_ text: String) {
    self.text = text
    tokens = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(JSONPointer.unescaped)
  }

  /// Undoes `~1` for `/` and `~0` for `~`.
  private static func unescaped(_ token: Substring) -> String {
    var out = String.UnicodeScalarView()
    var tilde = false
    for scalar in token.unicodeScalars {
      switch (tilde, scalar) {
      case (true, "0"): out.append("~")
      case (true, "1"): out.append("/")
      case (true, _):
        out.append("~")
        out.append(scalar)
      case (false, "~"):
        tilde = true
        continue
      case (false, _): out.append(scalar)
      }
      tilde = false
    }
    if tilde { out.append("~") }
    return String(out)
  }
}
