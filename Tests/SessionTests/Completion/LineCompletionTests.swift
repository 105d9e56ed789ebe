import Basics
import Kubectl
import Lessons
import Testing

@testable import Session

@Suite("Completion of a line")
struct LineCompletionTests {
  /// A cluster with something of everything.
  nonisolated(unsafe) static let session: Session = {
    var files = MemoryFiles(files: ["pod.yaml": Manifests.pod, "rs.yaml": Manifests.replicaSet(), "notes.txt": ""])
    files.folders = [".": ["notes.txt", "rs.yaml", "site"], "site/": ["front.yaml"], "site": ["front.yaml"]]
    var session = Session.test(.auto, files: files.reader)
    for line in [
      "apply -f pod.yaml", "create deployment shop --image=nginx:1.29 --replicas=2", "create namespace prod",
      "taint nodes node-1 disk=slow:NoSchedule", "label node node-2 disk=ssd", "apply -f rs.yaml", "mark before",
      "mark 처음", "break on probe failed",
    ] {
      #expect(session.execute(line).exit == 0, "\(line)")
    }
    return session
  }()

  private func words(_ line: String, in session: Session = session) -> [String] {
    SessionCompletion(session).candidates(line, cursor: line.utf8.count).map(\.word)
  }

  @Test(
    "offers what can stand there",
    arguments: [
      ("des", ["describe"]), ("kubectl des", ["describe"]), ("rollout st", ["status"]), ("sett", ["settle"]),
      ("get replicas", ["replicasets"]), ("get pods,replicas", ["pods,replicasets"]), ("get sv", ["svc"]),
      ("scale dep", ["deployments"]), ("get deploy", ["deployments", "deploy/"]),
      ("get deploy s", ["shop"]), ("get deploy/s", ["deploy/shop"]),
      ("describe no/node-1 no/", ["no/node-2", "no/node-3"]),
      ("cordon node-1 n", ["node-2", "node-3"]),
      ("get pods -n p", ["prod"]), ("get pods --namespace=p", ["--namespace=prod"]), ("get pods -np", ["-nprod"]),
      ("get deploy -n prod s", []), ("get deploy -A s", ["shop"]),
      ("logs web -c ", ["nginx"]), ("exec web -c n", ["nginx"]), ("exec web -- n", []),
      ("get pods --sh", ["--show-kind", "--show-labels"]), ("get pods --show-labels --show-l", []),
      ("get pods -o js", ["json", "jsonpath-as-json=", "jsonpath-file=", "jsonpath="]),
      ("get pods -oy", ["-oyaml"]), ("version -o ", ["json", "yaml"]), ("delete pod web -o n", ["name"]),
      ("delete pod web --cascade=f", ["--cascade=foreground"]), ("delete pod web --dry-run=s", ["--dry-run=server"]),
      ("patch rs web --type=m", ["--type=merge"]), ("run x --restart=N", ["--restart=Never"]),
      ("events --types=Normal,W", ["--types=Normal,Warning"]),
      ("get pods -l a", ["app"]), ("get pods -l app=", ["app=shop", "app=web"]),
      ("get pods -l app=web,app!=s", ["app=web,app!=shop"]),
      ("get pods -l 'app in (s", ["(shop"]), ("get nodes -l disk=", ["disk=ssd"]),
      ("get pods --field-selector status.ph", ["status.phase="]),
      ("taint nodes node-1 a=b:No", ["a=b:NoExecute", "a=b:NoSchedule"]),
      (
        "taint nodes node-1 disk:",
        [
          "disk:NoExecute", "disk:NoSchedule", "disk:PreferNoSchedule", "disk:NoExecute-", "disk:NoSchedule-",
          "disk:PreferNoSchedule-",
        ]
      ),
      ("taint nodes node-1 di", ["disk-", "disk:NoSchedule-"]),
      ("label node node-2 di", ["disk=", "disk-"]), ("set image deployment/shop ng", ["nginx="]),
      ("explain pods.spec.restartPol", ["pods.spec.restartPolicy"]),
      (
        "explain rs.spec.template.spec.containers.ima",
        [
          "rs.spec.template.spec.containers.image", "rs.spec.template.spec.containers.imagePullPolicy",
        ]
      ),
      ("get rs web -o jsonpath=", ["jsonpath='{."]),
      ("get rs web -o jsonpath='{.status.rea", ["jsonpath='{.status.readyReplicas"]),
      ("get rs -o jsonpath='{.it", ["jsonpath='{.items["]),
      (
        "get rs -o jsonpath='{.items[*].metadata.na",
        [
          "jsonpath='{.items[*].metadata.name", "jsonpath='{.items[*].metadata.namespace",
        ]
      ),
      ("get rs -o jsonpath='{range .items[*]}{.spec.rep", [".items[*]}{.spec.replicas"]),
      ("get pod web -o jsonpath='{.status.conditions[?(@.ty", ["jsonpath='{.status.conditions[?(@.type"]),
      ("get pods --sort-by=.metadata.cr", ["--sort-by=.metadata.creationTimestamp"]),
      ("get pods -o custom-columns=A:.spec.nodeN", ["custom-columns=A:.spec.nodeName"]),
      ("wait pod web --for=condition=Rea", ["--for=condition=Ready"]), ("wait pod web --for=cr", ["--for=create"]),
      ("apply -f r", ["rs.yaml"]), ("apply -f s", ["site/"]), ("apply -f site/", ["site/front.yaml"]),
      ("apply -f - < r", ["rs.yaml"]), ("save n", ["notes.txt"]),
      ("why rs/web status.rea", ["status.readyReplicas"]), ("why rs/web {.status.rea", ["{.status.readyReplicas"]),
      ("why pod/web status.conditions[R", ["status.conditions[Ready]"]),
      ("why pod/web metadata.labels.a", ["metadata.labels.app"]), ("why no", ["no/", "node/", "not"]),
      ("until pod/web Rea", ["Ready"]), ("until pod/web on", ["on"]), ("until pod/web on node-3", ["node-3"]),
      ("until rs/web.status.ready", ["rs/web.status.readyReplicas"]), ("until rs/web readyR", ["readyReplicas=="]),
      ("until (pod/web Ready and rs/w", ["rs/web"]), ("until pods.r", ["pods.ready", "pods.running"]),
      ("until pods(ap", ["pods(app"]), ("until count(pods -l app=w", ["app=web"]),
      ("break on probe f", ["failed"]), ("break o", ["on"]), ("why not pod/web Cont", ["ContainersReady"]),
      ("goto be", ["before"]), ("diff 처", ["처음"]), ("switch ", ["main"]), ("unbreak ", ["1", "all"]),
      ("set l", ["lang"]), ("set im", ["image"]), ("set lang ", ["en", "ko"]), ("set image rs/web ng", ["nginx="]),
      ("help cond", ["conditions"]), ("help rollout un", ["undo"]), ("kill pod/web T", ["TERM"]),
      ("fail node node-3", ["node-3"]),
      ("drop watch replicas", ["replicaset-controller"]), ("trace --kind reco", ["reconcile"]),
      ("trace --object=deploy/s", ["--object=deploy/shop"]), ("what-if #9 + scale rs w", ["web"]),
      ("play rs/w", ["rs/web"]), ("tree deployment/s", ["deployment/shop"]), ("export h", ["html"]),
    ]
  )
  func offers(line: String, expected: [String]) { #expect(words(line) == expected, "\(line)") }

  @Test("names are those of this moment")
  func namesNow() {
    var session = LineCompletionTests.session
    #expect(words("get pod web", in: session).contains("web"))
    _ = session.execute("delete pod web")
    #expect(!words("get pod web", in: session).contains("web"))
    _ = session.execute("goto before")
    #expect(words("get pod web", in: session).contains("web"))
  }

  @Test("behind a word that is whole the line goes on, behind others not")
  func goesOn() {
    func goOn(_ line: String) -> [Bool] {
      SessionCompletion(Self.session).candidates(line, cursor: line.utf8.count).map(\.goesOn)
    }
    #expect(goOn("get deploy s") == [false])
    #expect(goOn("get pods --sele") == [true])
    #expect(goOn("why rs/web status.readyR") == [false])
    #expect(goOn("why rs/web stat") == [true])
    // A space within quotes would become part of the word.
    #expect(goOn("get 'deploy/s") == [true])
  }

  @Test("lessons are named, too")
  func lessons() throws {
    let console = LessonConsole(Self.session, library: .embedded)
    let name = try #require(LessonLibrary.embedded.names.first)
    #expect(console.candidates("lesson \(name.dropLast())", cursor: 6 + name.utf8.count).map(\.word) == [name])
    #expect(console.candidates("less", cursor: 4).map(\.word) == ["lesson"])
    #expect(console.candidates("next ", cursor: 5).map(\.word) == ["lesson"])
    let manifests = console.candidates("apply -f rs-", cursor: 12).map(\.word)
    #expect(manifests.contains("rs-web.yaml"))
  }

  @Test("whatever is typed, each candidate begins as the typed word does", arguments: UInt64(1)...20)
  func begins(seed: UInt64) {
    var generator = Generator(seed: seed)
    let pieces = [
      "get", "pods", "rs/web", " ", " ", " ", "-o", "jsonpath='{", ".items", "[*]", ".metadata", "'", "\"", "-l",
      "app=", "--", "=",
      "until", "why", "not", "(", ")", "count(", "break on", "explain", "pods.spec.", ",", "#", "#4", "<", "{range ",
      "}", "한글", "\\",
      "set", "image", "[", "?(@.", "help", "-n", "what-if", "+", "trace", "|", "$(",
    ]
    for _ in 0..<200 {
      let count = generator.below(8) + 1
      let line = (0..<count).map { _ in pieces[generator.below(pieces.count)] }.joined()
      let typed = line.lastIndex(of: " ").map { String(line[line.index(after: $0)...]) } ?? line
      for word in words(line) {
        #expect(word.utf8.starts(with: typed.utf8), "seed \(seed): \(line) offers \(word)")
      }
    }
  }
}
