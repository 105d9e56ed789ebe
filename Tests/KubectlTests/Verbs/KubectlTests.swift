import Kubectl
import Testing

/// What holds for commands whatever they do.
@Suite struct DispatchTests {
  @Test func helpTellsWhatIsSimulated() {
    var typist = Typist()
    let answer = typist.type("get pods --help")
    #expect(answer.exit == 0)
    #expect(answer.stdout.contains("--all-namespaces"))
    #expect(answer.stdout.contains("--server-print"))
    #expect(typist.type("").stdout.contains("apply, "))
    #expect(typist.type("help").stdout == typist.type("").stdout)
  }

  @Test func aNamespaceFlagMayStandBeforeTheCommand() {
    var typist = Typist(files: ["p.yaml": Typist.pod])
    #expect(typist.type("-n kube-public apply -f p.yaml").stdout == "pod/web created\n")
    #expect(typist.type("kubectl get pods -n kube-public -o name").stdout == "pod/web\n")
  }

  @Test func theNamespaceOfTheContextCanBeSet() {
    var typist = Typist()
    #expect(
      typist.type("config set-context --current --namespace=kube-system").stdout
        == "Context \"admin@kubernetes\" modified.\n"
    )
    #expect(typist.type("get pods").stderr == "No resources found in kube-system namespace.\n")
  }

  @Test func thereIsOneContext() {
    var typist = Typist()
    let answer = typist.type("get pods --context=nope")
    #expect(answer.stderr == "Error in configuration: context was not found for specified context: nope\n")
    #expect(answer.exit == 1)
    #expect(typist.type("get pods --context=admin@kubernetes").exit == 0)
  }

  @Test func resourceTypesAreListedWideByName() {
    var typist = Typist()
    let lines = typist.type("api-resources -o wide").stdout.split(separator: "\n")
    let pods = lines.first { $0.hasPrefix("pods ") }?.split(separator: " ").map(String.init)
    let verbs = "create,delete,deletecollection,get,list,patch,update,watch"
    #expect(pods == ["pods", "po", "v1", "true", "Pod", verbs, "all"])
    #expect(lines.dropFirst().first?.hasPrefix("apiservices ") == true)
  }

  @Test func everySimulatedCommandIsInTheTreeOfCommands() {
    for verb in VerbList.all {
      var node = CommandTree.root
      for name in verb.path {
        let child = node.children.first { $0.name == name }
        #expect(child != nil, "\(verb.path)")
        node = child ?? node
      }
    }
  }

  @Test func commandsAreSortedByName() {
    let names = VerbList.all.map { $0.path.joined(separator: " ").lowercased() }
    #expect(names == names.sorted())
  }
}
