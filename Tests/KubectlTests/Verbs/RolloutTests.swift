import Kubectl
import Testing

@Suite struct RolloutTests {
  @Test(arguments: [
    ("rollout", "error: kubectl rollout needs a command: rollout history, rollout pause, "),
    ("rollout foo", "error: unknown command \"foo\"\nSee 'kubectl rollout -h' for help and examples\n"),
    ("rollout status", "error: required resource not specified\n"),
    ("rollout status rs/kubia", "Error from server (NotFound): replicasets.apps \"kubia\" not found\n"),
    ("rollout status rs/one", "error: no status viewer has been implemented for ReplicaSet.apps\n"),
    ("rollout restart rs/one", "error: replicasets.apps \"one\" restarting is not supported\n"),
    ("rollout undo deployment web", "error: no rollout history found for deployment \"web\"\n"),
    ("rollout undo deployment web --to-revision=42", "error: unable to find specified revision 42 in history\n"),
    ("rollout resume deployment web", "error: deployments.apps \"web\" is not paused\n"),
  ])
  func refuses(line: String, start: String) {
    var typist = Typist(files: ["rs.yaml": Typist.replicaSet.replacing("name: kubia}\nspec", with: "name: one}\nspec")])
    typist.type("apply -f rs.yaml")
    typist.type("create deployment web --image=nginx")
    let answer = typist.type(line)
    #expect(answer.stderr.hasPrefix(start))
    #expect(answer.exit == 1)
  }

  @Test func pausesOnceAndResumesOnce() {
    var typist = Typist()
    typist.type("create deployment web --image=nginx")
    #expect(typist.type("rollout pause deployment web").stdout == "deployment.apps/web paused\n")
    #expect(typist.type("rollout pause deployment web").stderr == "error: deployments.apps \"web\" is already paused\n")
    #expect(
      typist.type("rollout restart deployment web").stderr
        == "error: deployments.apps \"web\" can't restart paused deployment (run rollout resume first)\n"
    )
    #expect(typist.type("rollout resume deployment web").stdout == "deployment.apps/web resumed\n")
    #expect(typist.type("rollout restart deployment web").stdout == "deployment.apps/web restarted\n")
    #expect(
      typist.type("rollout restart deployment web").stderr
        == "error: failed to create patch for web: if restart has already been triggered within the past second, "
        + "please wait before attempting to trigger another\n"
    )
    #expect(typist.type("rollout restart deployment -l a=b").stderr == "No resources found in default namespace.\n")
    let path = "{.spec.template.metadata.annotations}"
    #expect(typist.type("get deployment web -o jsonpath=\(path)").stdout.contains("kubectl.kubernetes.io/restartedAt"))
  }

  @Test func historyShowsWhatKeepsTheRevisions() {
    var typist = Typist()
    typist.type("create deployment web --image=nginx:1.28", then: 5)
    typist.type("set image deployment/web nginx=nginx:1.29", then: 10)
    let path = "'{.kind} {.spec.template.spec.containers[0].image}'"
    let line = "rollout history deployment/web"
    #expect(typist.type("\(line) --revision=1 -o jsonpath=\(path)").stdout == "ReplicaSet nginx:1.28")
    #expect(typist.type("\(line) -o jsonpath=\(path)").stdout == "ReplicaSet nginx:1.28ReplicaSet nginx:1.29")
    #expect(
      typist.type("\(line) --revision=7 -o yaml").stderr == "error: unable to find the specified revision\n"
    )
  }

  @Test func statusKnowsTheRevision() {
    var typist = Typist()
    typist.type("create deployment web --image=nginx", then: 10)
    #expect(typist.type("rollout status deploy/web --revision=1").exit == 0)
    #expect(
      typist.type("rollout status deploy/web --revision=2").stderr
        == "error: desired revision (2) is different from the running revision (1)\n"
    )
  }
}
