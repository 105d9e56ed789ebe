import Objects
import Testing

@Suite struct LabelQueryTests {
  @Test(arguments: [
    ("", ""),
    ("a", "a"),
    ("!a", "!a"),
    ("b = x , a==y", "a=y,b=x"),
    ("x in (c,a,,b)", "x in (,a,b,c)"),
    ("x notin ()", "x notin ()"),
    ("in in (in)", "in in (in)"),
    ("example.com/a!=", "example.com/a!="),
    ("n>3,m<-1", "m<-1,n>3"),
  ])
  func readsAndSorts(text: String, canonical: String) throws {
    #expect(try LabelQuery.parse(text).requirements.map(\.description).joined(separator: ",") == canonical)
  }

  @Test(arguments: [
    ("a b", "unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt"),
    ("app in kubia", "unable to parse requirement: found 'kubia' expected: '('"),
    ("app in (a", "unable to parse requirement: found '', expected: ',' or ')'"),
    ("a=b=c", "found '=', expected: ',' or 'end of string'"),
    ("a,", "found '', expected: identifier after ','"),
    (",a", "found ',', expected: !, identifier, or 'end of string'"),
    ("!", "unable to parse requirement: found '', expected: identifier"),
    (
      "n>x",
      "unable to parse requirement: values[0]: Invalid value: \"x\": for 'Gt', 'Lt' operators, the value must be an integer"
    ),
    (
      "a=b!",
      "found '!', expected: ',' or 'end of string'"
    ),
    (
      "a=-b",
      "unable to parse requirement: values[0][a]: Invalid value: \"-b\": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')"
    ),
    (
      "a$=b",
      "unable to parse requirement: <nil>: Invalid value: \"a$\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"
    ),
  ])
  func errorsAreThoseOfTheServer(text: String, message: String) {
    let error = #expect(throws: LabelQueryError.self) { try LabelQuery.parse(text) }
    #expect(error?.text == message)
  }

  @Test func matchesByMissingLabelsToo() throws {
    let query = try LabelQuery.parse("tier notin (a),env!=prod,!gone,app")
    #expect(query.matches(["app": "x"]))
    #expect(!query.matches(["app": "x", "env": "prod"]))
    #expect(!query.matches(["tier": "b"]))
  }
}

@Suite struct FieldSelectorTests {
  private let pod: Fields = [
    "metadata": ["name": "web", "namespace": "default"],
    "spec": ["nodeName": "node-1"],
    "status": ["phase": "Running"],
  ]

  @Test(arguments: [
    ("status.phase=Running", true),
    ("status.phase==Running,metadata.name!=db", true),
    ("status.phase!=Running", false),
    ("spec.hostNetwork=false", true),
    ("spec.nodeName=", false),
    ("", true),
  ])
  func selects(text: String, matches: Bool) throws {
    let selector = try FieldSelector.parse(text)
    try selector.check(for: .pod)
    #expect(selector.matches(pod) == matches)
  }

  @Test(arguments: [
    ("foo", "invalid selector: 'foo'; can't understand 'foo'"),
    ("a=b,foo", "invalid selector: 'a=b,foo'; can't understand 'foo'"),
    ("spec.image=x", "field label not supported: spec.image"),
    (#"a=\x"#, #"invalid field selector: invalid escape sequence: \x"#),
  ])
  func errors(text: String, message: String) {
    let error = #expect(throws: FieldSelectorError.self) { try FieldSelector.parse(text).check(for: .pod) }
    #expect(error?.text == message)
  }

  @Test func eachKindHasItsOwnFields() throws {
    let selector = try FieldSelector.parse("status.phase=x")
    #expect(throws: FieldSelectorError.unsupportedField("status.phase", .job)) { try selector.check(for: .job) }
    #expect(throws: FieldSelectorError.unknownField("status.phase")) { try selector.check(for: .replicaSet) }
    #expect(
      FieldSelectorError.unsupportedField("a", .job).text == #"field label "a" not supported for batchv1.Job"#
    )
    #expect(
      FieldSelectorError.unknownField("a").text
        == #""a" is not a known field selector: only "metadata.name", "metadata.namespace""#
    )
  }

  @Test func escapedSeparatorsBelongToTheValue() throws {
    #expect(try FieldSelector.parse(#"metadata.name=a\,b\=c"#).terms.map(\.value) == ["a,b=c"])
  }
}
