import Cluster
import Kubectl
import Testing

/// Objects that are made when they are read.
@Suite struct ViewTests {
  private static let service = """
    apiVersion: v1
    kind: Service
    metadata: {name: web}
    spec:
      selector: {app: web}
      ports: [{port: 80}]
    """

  private func typist() -> Typist {
    var typist = Typist(files: ["pod.yaml": Typist.pod, "svc.yaml": Self.service])
    typist.type("apply -f svc.yaml")
    return typist
  }

  @Test func endpointsFollowThePods() {
    var typist = typist()
    let before = typist.type("get endpoints web --no-headers")
    #expect(before.stdout.split(separator: " ").dropFirst().first == "<none>")
    #expect(before.stderr.hasPrefix("Warning: v1 Endpoints is deprecated in v1.33+"))
    typist.type("apply -f pod.yaml", then: 4)
    let address = typist.type("get pod web -o jsonpath={.status.podIP}").stdout
    let path = "{.subsets[0].addresses[0].ip}:{.subsets[0].ports[0].port}"
    #expect(typist.type("get ep web -o jsonpath='\(path)'").stdout == "\(address):80")
    let slices = typist.type("get endpointslices -o jsonpath='{.items[0].endpoints[*].conditions.ready}'").stdout
    #expect(slices == "true")
    #expect(typist.type("describe svc web").stdout.contains("\(address):80\n"))
  }

  @Test func everyNodeHasALease() {
    var typist = typist()
    #expect(
      typist.type("get leases -n kube-node-lease -o jsonpath='{.items[*].spec.holderIdentity}'").stdout
        == "node-1 node-2"
    )
    #expect(typist.type("get leases").stderr == "No resources found in default namespace.\n")
  }

  @Test func bothKindsOfEventsTellTheSame() {
    var typist = typist()
    typist.type("apply -f pod.yaml", then: 4)
    let old = typist.type("get events --sort-by=.metadata.name").stdout
    #expect(old.contains("Scheduled"))
    #expect(typist.type("get events.events.k8s.io --sort-by=.metadata.name").stdout == old)
    #expect(
      typist.type("get ev").stderr
        == "Warning: short name \"ev\" could also match lower priority resource events.events.k8s.io\n"
    )
  }

  @Test(arguments: [
    "delete lease node-1 -n kube-node-lease", "label endpoints web a=b", "get leases -A -w", "explain lease",
    "wait endpoints/web --for=jsonpath={.subsets}",
  ])
  func theyAreOnlyRead(line: String) {
    var typist = typist()
    let before = typist.timeline.cluster.stateHash
    let answer = typist.type(line)
    #expect(answer.stderr.contains("error: not simulated: "))
    #expect(answer.exit == 1)
    #expect(typist.timeline.cluster.stateHash == before)
  }
}
