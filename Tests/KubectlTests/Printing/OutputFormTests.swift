import Basics
import Objects
import Testing

@testable import Kubectl

@Suite struct OutputFormTests {
  static func pod(_ name: String, priority: Int64 = 0, image: String = "nginx") -> Object {
    Object(
      kind: .pod,
      fields: [
        "metadata": ["name": .string(name), "namespace": "default", "labels": ["app": .string(name)]],
        "spec": ["containers": [["name": "main", "image": .string(image)]], "priority": .int(priority)],
      ]
    )
  }

  @Test(arguments: [
    (
      "nope",
      "unable to match a printer suitable for the output format \"nope\", allowed formats are: "
        + "custom-columns,custom-columns-file,go-template,go-template-file,json,jsonpath,jsonpath-as-json,"
        + "jsonpath-file,kyaml,name,template,templatefile,wide,yaml"
    ),
    ("custom-columns", "custom-columns format specified but no custom columns given"),
    ("custom-columns=", "custom-columns format specified but no custom columns given"),
    ("custom-columns=NAME", "unexpected custom-columns spec: NAME, expected <header>:<json-path-expr>"),
    ("jsonpath", "template format specified but no template given"),
    ("jsonpath={.items[*", "error parsing jsonpath {.items[*, unterminated array\n"),
    ("jsonpath-file=x", "error reading --template x, open x: no such file or directory\n"),
    ("go-template={{.a}}", "not simulated: -o go-template (jsonpath and custom-columns show the same)"),
  ])
  func refuses(output: String, message: String) {
    #expect(throws: OutputForm.FormError(message: message)) { try OutputForm.parse(output) }
  }

  @Test func changesHaveNoTables() {
    #expect(throws: OutputForm.FormError.self) { try OutputForm.parse("wide", family: .change) }
    #expect(throws: Never.self) { try OutputForm.parse("name", family: .change) }
  }

  @Test func templatesComeFromTheirFlagOrAFile() throws {
    let path = try JSONPath("{.kind}")
    #expect(try OutputForm.parse("jsonpath", template: "{.kind}") == .jsonPath(path))
    #expect(try OutputForm.parse("jsonpath-file=f", readFile: { $0 == "f" ? "{.kind}" : nil }) == .jsonPath(path))
  }

  @Test func names() throws {
    var printer = ObjectPrinter(.name)
    let set = Object(kind: .replicaSet, fields: ["metadata": ["name": "kubia"]])
    #expect(try printer.text(ofList: [set, OutputFormTests.pod("bare")]) == "replicaset.apps/kubia\npod/bare\n")
  }

  @Test func emptyLists() throws {
    var json = ObjectPrinter(.json)
    var yaml = ObjectPrinter(.yaml)
    #expect(
      try json.text(ofList: []) == """
        {
            "apiVersion": "v1",
            "items": [],
            "kind": "List",
            "metadata": {
                "resourceVersion": ""
            }
        }

        """
    )
    #expect(try yaml.text(ofList: []) == "apiVersion: v1\nitems: []\nkind: List\nmetadata:\n  resourceVersion: \"\"\n")
  }

  @Test func kyaml() {
    let value: Value = [
      "metadata": [
        "annotations": ["last-applied": "{\"a\":1}\n  b", "true": "x"], "labels": ["a b": "c"], "name": .null,
      ],
      "items": [["a": 1], ["b": true]], "args": ["-c", "date"], "none": [], "empty": [:],
    ]
    #expect(
      value.kyaml == """
        ---
        {
          args: [
            "-c",
            "date",
          ],
          empty: {},
          items: [{
            a: 1,
          }, {
            b: true,
          }],
          metadata: {
            annotations: {
              last-applied: "\\
                 {\\"a\\":1}\\n\\
                \\  b\\
                ",
              "true": "x",
            },
            labels: {
              "a b": "c",
            },
            name: null,
          },
          none: [],
        }

        """
    )
  }

  @Test func yamlDocumentsOfAWatchAreSeparate() throws {
    var printer = ObjectPrinter(.yaml)
    let first = try printer.text(of: OutputFormTests.pod("a"))
    let second = try printer.text(of: OutputFormTests.pod("a"))
    #expect(second == "---\n" + first)
  }

  @Test func customColumns() throws {
    let form = try OutputForm.parse("custom-columns=NAME:.metadata.name,IMAGE:spec.containers[*].image,X:.nope")
    let objects = [OutputFormTests.pod("bare"), OutputFormTests.pod("batch-m7g2k", image: "perl")]
    var printer = ObjectPrinter(form)
    #expect(
      try printer.text(ofList: objects)
        == "NAME          IMAGE   X\nbare          nginx   <none>\nbatch-m7g2k   perl    <none>\n"
    )
    var bare = ObjectPrinter(form, noHeaders: true)
    #expect(try bare.text(ofList: objects) == "bare          nginx   <none>\nbatch-m7g2k   perl    <none>\n")
  }

  @Test func structuresInColumnsAreGoText() throws {
    var printer = ObjectPrinter(try OutputForm.parse("custom-columns=L:.metadata.labels,C:.spec.containers"))
    #expect(
      try printer.text(of: OutputFormTests.pod("a")).contains(
        "map[app:a]   [map[image:nginx name:main resources:map[]]]"
      )
    )
  }

  @Test func customColumnsFile() throws {
    let form = try OutputForm.parse(
      "custom-columns-file=f",
      readFile: { _ in "NAME  PRIORITY\nmetadata.name .spec.priority\n" }
    )
    var printer = ObjectPrinter(form)
    #expect(try printer.text(of: OutputFormTests.pod("a", priority: 3)) == "NAME   PRIORITY\na      3\n")
  }

  @Test func aPathThatLeadsNowhereShowsTheObject() throws {
    var printer = ObjectPrinter(try OutputForm.parse("jsonpath={.items[9].kind}"))
    #expect(
      throws: OutputForm.FormError(
        message: "error executing jsonpath \"{.items[9].kind}\": Error executing template: array index out of bounds: "
          + "index 9, length 0. Printing more information for debugging the template:\n\ttemplate was:\n"
          + "\t\t{.items[9].kind}\n\tobject given to jsonpath engine was:\n\t\tmap[string]interface {}{"
          + "\"apiVersion\":\"v1\", \"items\":[]interface {}{}, \"kind\":\"List\", "
          + "\"metadata\":map[string]interface {}{\"resourceVersion\":\"\"}}\n\n\n"
      )
    ) { try printer.text(ofList: []) }
  }
}
