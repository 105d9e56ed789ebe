import Objects
import Testing

@Suite struct SchemaTests {
  @Test func everyKindHasAStructureOfKnownTypes() {
    for kind in Kind.allCases where !kind.isMadeWhenRead {
      #expect(Schema.structure(of: kind)?["metadata"]?.type == .structure("ObjectMeta"), "\(kind)")
    }
    #expect(
      Schema.structure(named: "PodSpec")?.fields.compactMap(\.type.structureName)
        .allSatisfy { Schema.structure(named: $0) != nil } == true
    )
  }

  @Test func fieldsAreFoundThroughLists() {
    let port = Schema.field(["spec", "template", "spec", "containers", "livenessProbe", "httpGet", "port"], of: .job)
    #expect(port?.type == .intOrString)
    #expect(port?.isRequired == true)
    #expect(Schema.field(["spec", "containers", "httpGet"], of: .pod) == nil)
    let ports = Schema.field(["spec", "containers", "ports"], of: .pod)
    #expect(ports?.type.explained == "[]ContainerPort")
    #expect(ports?.list?.mergeKey == "containerPort")
    #expect(ports?.list?.mapKeys == ["containerPort", "protocol"])
    #expect(
      Schema.field(["spec", "containers", "resources", "limits"], of: .pod)?.type.explained == "map[string]Quantity"
    )
    #expect(Schema.field(["spec", "volumes"], of: .pod)?.list?.patchStrategies == [.merge, .retainKeys])
  }

  @Test(arguments: Refusal.decode)
  func refusesAsRecorded(refusal: Refusal) throws {
    let value = try JSONText.parse(refusal.json)
    let kind = try #require(Kind.allCases.first { $0.name == value["kind"]?.string })
    do {
      #expect(try Schema.decode(value, as: kind).strictError == refusal.text)
    } catch {
      #expect(error.text == refusal.text)
    }
  }

  @Test(arguments: [
    (
      #"{"spec":{"containers":[{"resources":{"limits":{"cpu":1,"memory":"x"}}}]}}"#,
      "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
    ),
    (
      #"{"spec":{"containers":[{"livenessProbe":{"httpGet":{"port":true}}}]}}"#,
      "json: cannot unmarshal bool into Go struct field HTTPGetAction.spec.containers.livenessProbe.httpGet.port of type int32"
    ),
    (
      #"{"spec":{"restartPolicy":5,"nodeSelector":[]}}"#,
      "json: cannot unmarshal array into Go struct field PodSpec.spec.nodeSelector of type map[string]string"
    ),
    (
      #"{"spec":{"containers":[{"imagePullPolicy":1}]}}"#,
      "json: cannot unmarshal number into Go struct field Container.spec.containers.imagePullPolicy of type v1.PullPolicy"
    ),
    (
      #"{"spec":{"containers":[{"command":"sh"}]}}"#,
      "json: cannot unmarshal string into Go struct field Container.spec.containers.command of type []string"
    ),
    (
      #"{"spec":{"terminationGracePeriodSeconds":99999999999999999999}}"#,
      "json: cannot unmarshal number 100000000000000000000 into Go struct field PodSpec.spec.terminationGracePeriodSeconds of type int64"
    ),
    (#"{"spec":[]}"#, "json: cannot unmarshal array into Go struct field Pod.spec of type v1.PodSpec"),
    (#"[]"#, "json: cannot unmarshal array into Go value of type v1.Pod"),
  ])
  func wrongTypesAreToldInGoWords(json: String, text: String) throws {
    let value = try JSONText.parse(json)
    let error = #expect(throws: DecodingError.self) { try Schema.decode(value, as: .pod) }
    #expect(error?.text == text)
  }

  @Test func unknownFieldsAreToldInOrderAndDropped() throws {
    let value = try JSONText.parse(
      #"{"zzz":1,"spec":{"containers":[{"name":"a","foo":{},"env":[{"name":"x","bar":1}]}],"nope":[]}}"#
    )
    let decoding = try Schema.decode(value, as: .pod)
    #expect(decoding.unknownFields == ["spec.containers[0].env[0].bar", "spec.containers[0].foo", "spec.nope", "zzz"])
    #expect(Value.object(decoding.fields).json == #"{"spec":{"containers":[{"env":[{"name":"x"}],"name":"a"}]}}"#)
  }

  @Test func valuesComeBackAsTheServerKeepsThem() throws {
    let value = try JSONText.parse(
      #"{"metadata":{"labels":{},"annotations":null,"creationTimestamp":"2026-01-01T09:00:00+09:00"},"spec":{"hostNetwork":false,"enableServiceLinks":false,"terminationGracePeriodSeconds":0,"containers":[{"name":"a","args":[],"resources":{"limits":{"cpu":0.5,"memory":"1024Mi"}}}]}}"#
    )
    #expect(
      try Value.object(Schema.decode(value, as: .pod).fields).json
        == #"{"metadata":{"creationTimestamp":"2026-01-01T00:00:00Z"},"spec":{"containers":[{"name":"a","resources":{"limits":{"cpu":"500m","memory":"1Gi"}}}],"enableServiceLinks":false,"terminationGracePeriodSeconds":0}}"#
    )
  }

  @Test func metadataIsCheckedBeforeTheServerIsAsked() {
    let error = #expect(throws: DecodingError.self) { try Schema.checkMetadata(["metadata": ["name": true]]) }
    #expect(error?.text == "json: cannot unmarshal bool into Go struct field ObjectMeta.metadata.name of type string")
  }
}

@Suite struct QuantityTests {
  @Test(arguments: [
    ("0", "0"), ("1000m", "1"), ("0.5", "500m"), ("1.5Gi", "1536Mi"), ("1024Mi", "1Gi"), ("100Mi", "100Mi"),
    ("1500", "1500"), ("1000", "1k"), ("512Ki", "512Ki"), ("0.5Ki", "512"), ("1e3", "1e3"), ("1000e3", "1e6"),
    ("-0.25", "-250m"), ("0.1m", "100u"), ("1.5", "1500m"), ("2Ki", "2Ki"), ("1023", "1023"), ("5E", "5E"),
    ("9007199254740988Ki", "9007199254740988Ki"), ("10Ei", "9223372036854775807"), ("0.0000000001", "1n"),
  ])
  func canonicalForm(written: String, canonical: String) throws {
    #expect(try Quantity(parsing: written).description == canonical)
  }

  @Test(arguments: [
    ("", QuantityError.format), ("x", .format), ("1x", .format), ("1 Gi", .format), ("1Kib", .format),
    ("1GB", .format), ("1mm", .suffix), ("1Gii", .suffix), ("10E", .tooLarge("10E")),
  ])
  func refuses(text: String, error: QuantityError) {
    #expect(throws: error) { try Quantity(parsing: text) }
  }

  @Test func arithmetic() throws {
    let sum = try Quantity(parsing: "250m") + Quantity(parsing: "1.75")
    #expect(sum == Quantity(2))
    #expect(sum.description == "2")
    #expect(try Quantity(parsing: "1.0001").milliValue == 1_001)
    #expect(try Quantity(parsing: "-1.5").milliValue == -1_500)
    #expect(try (Quantity(parsing: "1Gi") - Quantity(parsing: "512Mi")).description == "512Mi")
    #expect(try Quantity(parsing: "999m") < Quantity(1))
    #expect(Quantity(milli: -1_500).description == "-1500m")
    #expect(try Quantity(parsing: "100u").roundedUpToMilli.description == "1m")
  }
}
