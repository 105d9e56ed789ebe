import Foundation
import Objects
import Testing

@Suite struct ValidationTests {
  /// The object as it reaches validation: decoded, defaulted, prepared.
  private func prepared(_ json: String, uid: UID = UID("1-2-3")) throws -> (Kind, Fields) {
    let value = try JSONText.parse(json)
    let kind = try #require(Kind.allCases.first { $0.name == value["kind"]?.string })
    var fields = try Schema.decode(value, as: kind).fields
    if var metadata = fields["metadata"]?.object {
      if kind.isNamespaced { metadata["namespace"] = "default" }
      metadata["uid"] = .string(uid.text)
      fields["metadata"] = .object(metadata)
    }
    Defaults.apply(to: &fields, kind: kind)
    CreationStrategy.prepare(&fields, kind: kind, uid: uid)
    return (kind, fields)
  }

  private func refusal(_ json: String, uid: UID = UID("1-2-3")) throws -> String? {
    let (kind, fields) = try prepared(json, uid: uid)
    let errors = Validation.onCreate(kind: kind, fields: fields)
    guard !errors.isEmpty else { return nil }
    let name = fields["metadata"]?["name"]?.string ?? ""
    return Validation.message(kind: kind, name: name, errors: errors)
  }

  @Test(arguments: Refusal.invalid)
  func refusesAsRecorded(refusal: Refusal) throws {
    // The recorded Job has a uid of its own.
    let uid = refusal.text.range(of: "controller-uid\":\"").map { String(refusal.text[$0.upperBound...].prefix(36)) }
    #expect(try self.refusal(refusal.json, uid: UID(uid ?? "1-2-3")) == refusal.text)
  }
}
