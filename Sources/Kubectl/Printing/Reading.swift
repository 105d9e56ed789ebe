import Basics
import Objects

/// A place in a JSON tree, read by the names of members; what is missing reads as absent at any depth.
///
/// For the printers of kinds whose fields nothing else here acts on.
@dynamicMemberLookup
struct Reading {
  let json: Value?

  init(_ json: Value?) { self.json = json }
  init(_ object: Object) { json = .object(object.body) }

  subscript(dynamicMember name: String) -> Reading { self[name] }
  subscript(name: String) -> Reading { Reading(json?[name]) }

  /// Whether there is something other than null.
  var exists: Bool { json.map { !$0.isNull } ?? false }

  var text: String? { json?.string }
  var int: Int? { json?.int.map { Int(truncatingIfNeeded: $0) } }
  var bool: Bool? { json?.bool }
  var time: Instant? { text.flatMap(Instant.init(rfc3339:)) }
  var list: [Reading] { json?.array?.map { Reading($0) } ?? [] }
  var texts: [String] { json?.array?.compactMap(\.string) ?? [] }
  var members: Fields { json?.object ?? [:] }
  var map: StringMap { StringMap(fields: members) }

  /// A number or a text: ports, quantities, the `25%` of a Deployment.
  var scalar: String? { text ?? int.map(String.init) }
}

extension StringMap {
  /// `a=b,c=d`, or `<none>`.
  ///
  /// Mirrors `labels.FormatLabels`.
  var formatted: String { isEmpty ? "<none>" : joined }
}

extension String {
  /// This text, or `<none>` where it is empty.
  var orNone: String { isEmpty ? "<none>" : self }
}

extension Optional<Instant> {
  /// How long ago this was, or `<unknown>`.
  ///
  /// Mirrors `translateTimestampSince`.
  func age(at now: Instant) -> String { map { (now - $0).humanDuration } ?? "<unknown>" }
}

extension Optional<Bool> {
  /// Mirrors `printBoolPtr`.
  var printed: String { map(\.printed) ?? "<unset>" }
}

extension Bool {
  /// Mirrors `printBool`.
  var printed: String { self ? "True" : "False" }
}
