import Objects
import Testing

/// The object of a manifest as it reaches validation: decoded, defaulted, prepared.
func prepared(_ json: String, uid: UID = UID("1-2-3")) throws -> (Kind, Fields) {
  let value = try JSONText.parse(json)
  let kind = try #require(Kind.allCases.first { $0.name == value["kind"]?.string })
  var fields = try Schema.decode(value, as: kind).fields
  if var metadata = fields["metadata"]?.object {
    if kind.isNamespaced { metadata["namespace"] = "default" }
    metadata["uid"] = .string(uid.text)
    fields["metadata"] = .object(metadata)
  }
  Defaults.apply(to: &fields, kind: kind)
  RegistryStrategy.prepareForCreate(&fields, kind: kind, uid: uid)
  return (kind, fields)
}

/// What is wrong with a new object of `kind` that is made of these members; each text as the server has it.
func refusals(_ kind: String, _ members: String) throws -> [String] {
  let (kind, fields) = try prepared(#"{"kind":"\#(kind)","metadata":{"name":"p"},\#(members)}"#)
  return Validation.onCreate(kind: kind, fields: fields).map(\.text)
}

/// The same for a Pod whose spec has these members beside one container.
func podRefusals(_ members: String) throws -> [String] {
  var spec = try JSONText.parse(members)
  if spec["containers"] == nil { spec["containers"] = [["name": "c", "image": "x"]] }
  return try refusals("Pod", #""spec":\#(spec.json)"#)
}
