/// An object as the API server has it after decoding: unknown fields dropped, quantities and times in their canonical
/// form, empty lists, maps and zero values left out where Go's `omitempty` leaves them out.
package struct Decoding: Hashable, Sendable {
  package var fields: Fields
  /// The fields that the kind does not have, in the order in which the server meets them:
  /// `spec.containers[0].httpGet`.
  package var unknownFields: [String]

  /// The texts of strict decoding; also those of the warnings under `--validate=warn`.
  package var strictErrors: [String] { unknownFields.map { "unknown field \($0.goQuoted)" } }

  /// What `cannot be handled as a Pod: ` is followed by under `--validate=strict`; nil where nothing is wrong.
  ///
  /// Mirrors `runtime.NewStrictDecodingError`.
  package var strictError: String? {
    unknownFields.isEmpty ? nil : "strict decoding error: " + strictErrors.joined(separator: ", ")
  }
}

/// Why a value is no object of its kind: one of its fields has the wrong type.
///
/// The texts are those of Go's `encoding/json` as the API server uses it.
package enum DecodingError: Error, Hashable, Sendable {
  /// A value of another JSON type than the field has; `structure` and `path` are empty for the object itself.
  case mismatch(value: String, structure: String, path: String, type: String)
  case quantity(QuantityError)
  case time(String)
  case base64(offset: Int)

  package var text: String {
    switch self {
    case .mismatch(let value, let structure, let path, let type):
      path.isEmpty
        ? "json: cannot unmarshal \(value) into Go value of type \(type)"
        : "json: cannot unmarshal \(value) into Go struct field \(structure).\(path) of type \(type)"
    case .quantity(let error): error.text
    case .time(let text):
      "parsing time \(text.goQuoted) as \"2006-01-02T15:04:05Z07:00\": cannot parse \(text.goQuoted) as \"2006\""
    case .base64(let offset): "illegal base64 data at input byte \(offset)"
    }
  }
}

extension Schema {
  /// Reads `value` as an object of `kind`.
  ///
  /// Mirrors the decoding of `sigs.k8s.io/json`. Members with one name twice cannot be told here: kubectl has dropped
  /// all but the last before the server sees them.
  package static func decode(_ value: Value, as kind: Kind) throws(DecodingError) -> Decoding {
    guard let structure = structure(of: kind) else {
      return Decoding(fields: value.object ?? [:], unknownFields: [])
    }
    var decoder = Decoder()
    let fields = try decoder.root(value, structure)
    return Decoding(fields: fields, unknownFields: decoder.unknownFields)
  }

  /// Looks at the metadata of an object as kubectl does before it asks the server: labels and annotations that are no
  /// texts are refused there.
  ///
  /// Mirrors cli-runtime's `metadataValidatingDecoder`; the text follows `error: unable to decode "FILE": `.
  package static func checkMetadata(_ object: Fields) throws(DecodingError) {
    guard let metadata = object["metadata"], let structure = structure(named: "ObjectMeta") else { return }
    let partial = StructureType(
      name: "metadataOnlyObject",
      fields: [
        FieldSchema(
          name: "metadata",
          type: .structure(structure.name),
          isRequired: false,
          isPointer: false,
          allowedValues: [],
          defaultValue: nil,
          list: nil,
          goName: nil
        )
      ]
    )
    var decoder = Decoder()
    _ = try decoder.root(["metadata": metadata], partial)
  }
}
