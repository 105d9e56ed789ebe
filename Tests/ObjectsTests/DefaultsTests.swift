import Objects
import Testing

@Suite struct DefaultsTests {
  @Test(arguments: RecordedObject.all)
  func fillsInAsRecorded(recorded: RecordedObject) throws {
    let value = try JSONText.parse(recorded.applied)
    let kind = try #require(Kind.allCases.first { $0.name == value["kind"]?.string })
    var fields = try Schema.decode(value, as: kind).fields
    fields["metadata"]?["uid"] = .string(recorded.uid)
    Defaults.apply(to: &fields, kind: kind)
    RegistryStrategy.prepareForCreate(&fields, kind: kind, uid: UID(recorded.uid))
    #expect(fields["spec"]?.prettyJSON == (try JSONText.parse(recorded.spec).prettyJSON))
    #expect((fields["metadata"]?["labels"] ?? [:]).json == recorded.labels)
    #expect(Validation.onCreate(kind: kind, fields: fields).map(\.text) == [])

    var again = fields
    Defaults.apply(to: &again, kind: kind)
    #expect(again == fields, "defaulting what is defaulted changes nothing")
  }

  @Test(arguments: [
    ("nginx", "latest"), ("nginx:1.25", "1.25"), ("host:5000/a/b", "latest"), ("host:5000/a/b:v1", "v1"),
    ("a/b@sha256:00", nil), ("Docker.io/library/x", "latest"), ("Luksa/UPPER::x", nil), ("", nil), ("a//b", nil),
    ("a:-x", nil), ("a__b--c.d_e:T_1", "T_1"), ("a_", nil),
  ])
  func tagsOfImages(name: String, tag: String?) {
    #expect(ImageReference(name)?.tag == tag)
  }

  @Test func requestsComeFromLimitsInPodsOnly() throws {
    let spec: Value = ["containers": [["name": "a", "resources": ["limits": ["cpu": "1"]]]]]
    var pod: Fields = ["spec": spec]
    Defaults.apply(to: &pod, kind: .pod)
    #expect(pod["spec"]?["containers"]?.array?.first?["resources"]?["requests"]?.json == #"{"cpu":"1"}"#)
    var set: Fields = ["spec": ["template": ["spec": spec]]]
    Defaults.apply(to: &set, kind: .replicaSet)
    let container = set["spec"]?[path: ["template", "spec", "containers"]]?.array?.first
    #expect(container?["imagePullPolicy"] == "IfNotPresent")
    #expect(container?["resources"]?["requests"] == nil)
  }

  @Test func secretsKeepTextsAsBase64() {
    var secret: Fields = ["stringData": ["a": "hi", "b": "", "c": "abc", "d": "abcd"], "data": ["a": "eA=="]]
    Defaults.apply(to: &secret, kind: .secret)
    #expect(Value.object(secret).json == #"{"data":{"a":"aGk=","b":"","c":"YWJj","d":"YWJjZA=="},"type":"Opaque"}"#)
  }
}
