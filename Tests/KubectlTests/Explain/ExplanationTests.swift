import Kubectl
import Objects
import Testing

@Suite struct ExplanationTests {
  private func text(_ kind: Kind, _ path: String = "", recursive: Bool = false) throws -> String {
    try Explanation(of: kind, path: path.split(separator: ".").map(String.init), recursive: recursive).text()
  }

  @Test func aFieldWithAnEnumListsItsValues() throws {
    #expect(
      try text(.pod, "spec.restartPolicy") == """
        KIND:       Pod
        VERSION:    v1

        FIELD: restartPolicy <string>
        ENUM:
            Always
            Never
            OnFailure

        DESCRIPTION:
            Whether ended containers are started again: Always, OnFailure or Never.
        \("    ")


        """
    )
  }

  @Test func requiredFieldsAreMarked() throws {
    let text = try text(.replicaSet, "spec")
    #expect(
      text.hasPrefix(
        "GROUP:      apps\nKIND:       ReplicaSet\nVERSION:    v1\n\nFIELD: spec <ReplicaSetSpec>\n\n\nDESCRIPTION:\n"
      )
    )
    #expect(text.contains("  selector\t<LabelSelector> -required-\n"))
    #expect(text.contains("  minReadySeconds\t<integer>\n"))
  }

  @Test func pathsGoThroughLists() throws {
    let text = try text(.pod, "spec.containers.livenessProbe")
    #expect(text.contains("FIELD: livenessProbe <Probe>\n"))
    #expect(text.contains("  httpGet\t<HTTPGetAction>\n"))
  }

  @Test func recursionNamesEverythingBelow() throws {
    #expect(
      try text(.replicaSet, "spec.selector", recursive: true).hasSuffix(
        """
        FIELDS:
          matchExpressions\t<[]LabelSelectorRequirement>
            key\t<string> -required-
            operator\t<string> -required-
            values\t<[]string>
          matchLabels\t<map[string]string>


        """
      )
    )
  }

  @Test func aStepThatIsNoFieldIsNamed() throws {
    let failure = try #require(throws: Explanation.Failure.self) { try text(.pod, "spec.nope") }
    #expect(failure.message == "field \"nope\" does not exist")
    #expect(failure.output == "KIND:       Pod\nVERSION:    v1\n\n")
  }

  @Test func everyKindExplainsItselfToTheEnd() throws {
    for kind in Kind.allCases where Schema.structure(of: kind) != nil {
      #expect(try !text(kind, recursive: true).isEmpty)
    }
  }
}
