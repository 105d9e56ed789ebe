// Yams' own copy of libyaml; see YAMLParser.
import CYaml
package import Objects

/// Writes values as `kubectl get -o yaml` prints them.
///
/// The layout is libyaml's, from which kubectl's go-yaml was translated; which scalars are quoted is go-yaml's rule.
package enum YAMLWriter {
  /// The document of `value`, with a line feed at its end.
  package static func text(_ value: Value) -> String {
    let emitter = YAMLEmitter()
    emitter.beginDocument()
    emitter.emit(value)
    emitter.endDocument()
    return emitter.text
  }
}

/// A libyaml emitter that writes into memory.
private final class YAMLEmitter {
  private let emitter: UnsafeMutablePointer<yaml_emitter_t>
  private var output: [UInt8] = []

  init() {
    emitter = .allocate(capacity: 1)
    emitter.initialize(to: yaml_emitter_t())
    yaml_emitter_initialize(emitter)
    yaml_emitter_set_unicode(emitter, 1)
    yaml_emitter_set_output(
      emitter,
      { context, bytes, count in
        guard let context, let bytes else { return 0 }
        let owner = Unmanaged<YAMLEmitter>.fromOpaque(context).takeUnretainedValue()
        owner.output += UnsafeBufferPointer(start: bytes, count: count)
        return 1
      },
      Unmanaged.passUnretained(self).toOpaque()
    )
  }

  deinit {
    yaml_emitter_delete(emitter)
    emitter.deallocate()
  }

  var text: String { String(decoding: output, as: UTF8.self) }

  func beginDocument() {
    emit { yaml_stream_start_event_initialize($0, YAML_UTF8_ENCODING) }
    emit { yaml_document_start_event_initialize($0, nil, nil, nil, 1) }
  }

  func endDocument() {
    // As go-yaml: no `...` behind a text that ends in several line feeds.
    emitter.pointee.open_ended = 0
    emit { yaml_document_end_event_initialize($0, 1) }
    emit { yaml_stream_end_event_initialize($0) }
  }

  func emit(_ value: Value) {
    switch value {
    case .null: emit("null", YAML_PLAIN_SCALAR_STYLE)
    case .bool(let flag): emit(flag ? "true" : "false", YAML_PLAIN_SCALAR_STYLE)
    case .int(let number): emit("\(number)", YAML_PLAIN_SCALAR_STYLE)
    case .double(let number): emit(text(of: number), YAML_PLAIN_SCALAR_STYLE)
    case .string(let text): emit(text, style(of: text))
    case .array(let items):
      emit { yaml_sequence_start_event_initialize($0, nil, nil, 1, YAML_BLOCK_SEQUENCE_STYLE) }
      for item in items { emit(item) }
      emit { yaml_sequence_end_event_initialize($0) }
    case .object(let fields):
      emit { yaml_mapping_start_event_initialize($0, nil, nil, 1, YAML_BLOCK_MAPPING_STYLE) }
      for field in fields.sorted(by: { YAMLKeyOrder.precedes($0.name, $1.name) }) {
        emit(field.name, style(of: field.name))
        emit(field.value)
      }
      emit { yaml_mapping_end_event_initialize($0) }
    }
  }

  /// kubectl makes YAML of JSON: where the number's JSON text is that of a whole number of 64 bits, it becomes one. The
  /// text counts and not the number: JSON writes -2^63 with zeros at its end, as -9223372036854776000.
  private func text(of number: Double) -> String {
    let text = number.goText
    return Int64(text).map { String($0) } ?? UInt64(text).map { String($0) } ?? number.yamlText
  }

  /// Mirrors `encoder.stringv` of go-yaml v2: quotes are for what would read back as something else. libyaml takes
  /// quotes anyway where the text itself needs them.
  private func style(of text: String) -> yaml_scalar_style_t {
    if text.utf8.contains(UInt8(ascii: "\n")) { return YAML_LITERAL_SCALAR_STYLE }
    let isText = YAMLScalar.resolve(text) == .string(text) && !YAMLTimestamp.matches(text) && !isBase60(text)
    return isText ? YAML_PLAIN_SCALAR_STYLE : YAML_DOUBLE_QUOTED_SCALAR_STYLE
  }

  /// Whether other readers could take `text` for a number like `190:20:30`. Mirrors `isBase60Float` of go-yaml:
  /// `[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?`.
  private func isBase60(_ text: String) -> Bool {
    var whole = Substring(text)
    if whole.hasPrefix("-") || whole.hasPrefix("+") { whole.removeFirst() }
    let digits = Set("0123456789".utf8)
    if let point = whole.firstIndex(of: ".") {
      guard whole[point...].dropFirst().utf8.allSatisfy({ digits.contains($0) || $0 == UInt8(ascii: "_") }) else {
        return false
      }
      whole = whole[..<point]
    }
    let places = whole.split(separator: ":", omittingEmptySubsequences: false)
    guard places.count > 1, let first = places[0].utf8.first, digits.contains(first),
      places[0].utf8.allSatisfy({ digits.contains($0) || $0 == UInt8(ascii: "_") })
    else { return false }
    return places.dropFirst().allSatisfy { place in
      (1...2).contains(place.utf8.count) && place.utf8.allSatisfy(digits.contains) && (Int(place) ?? 60) < 60
    }
  }

  private func emit(_ text: String, _ style: yaml_scalar_style_t) {
    var copy = text
    copy.withUTF8 { bytes in
      emit { yaml_scalar_event_initialize($0, nil, nil, bytes.baseAddress, Int32(bytes.count), 1, 1, style) }
    }
  }

  /// Only running out of memory can fail here, which ends a Swift process anyway.
  private func emit(_ initialize: (UnsafeMutablePointer<yaml_event_t>) -> Int32) {
    var event = yaml_event_t()
    let isWritten = initialize(&event) == 1 && yaml_emitter_emit(emitter, &event) == 1
    precondition(isWritten, "libyaml refused an event")
  }
}
