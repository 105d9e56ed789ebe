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
    // As Tab takes them: those that differ in capitals only where there are no others.
    let choices = SessionCompletion(session).choices(line, cursor: line.utf8.count)
    let exact = choices.candidates.filter { !$0.isFolded }
    return Choices(choices.typed, exact.isEmpty ? choices.candidates : exact).ends
  }

  @Test(
    "offers what can stand there",
    arguments: [
      ("des", ["describe"]), ("kubectl des", ["describe"]), ("rollout st", ["status"]), ("sett", ["settle"]),
      ("get replicas", ["replicasets"]), ("get pods,replicas", ["replicasets"]), ("get sv", ["svc"]),
      ("scale dep", ["deployments"]), ("get deploy", ["deploy/", "deployments"]),
      ("get deploy s", ["shop"]), ("get deploy/s", ["shop"]),
      ("describe no/node-1 no/", ["node-2", "node-3"]),
      ("cordon node-1 n", ["node-2", "node-3"]),
      ("get pods -n p", ["prod"]), ("get pods --namespace=p", ["prod"]), ("get pods -np", ["prod"]),
      ("get deploy -n prod s", []), ("get deploy -A s", ["shop"]),
      ("logs web -c ", ["nginx"]), ("exec web -c n", ["nginx"]), ("exec web -- n", []),
      ("get pods --sh", ["--show-kind", "--show-labels"]), ("get pods --show-labels --show-l", []),
      ("get pods -o js", ["json", "jsonpath-as-json=", "jsonpath-file=", "jsonpath="]),
      ("get pods -oy", ["yaml"]), ("version -o ", ["json", "yaml"]), ("delete pod web -o n", ["name"]),
      ("delete pod web --cascade=f", ["foreground"]), ("delete pod web --dry-run=s", ["server"]),
      ("patch rs web --type=m", ["merge"]), ("run x --restart=N", ["Never"]),
      ("events --types=Normal,W", ["Warning"]),
      ("get pods -l a", ["app"]), ("get pods -l app=", ["shop", "web"]),
      ("get pods -l app=web,app!=s", ["shop"]),
      ("get pods -l 'app in (s", ["shop"]), ("get nodes -l disk=", ["ssd"]),
      ("get pods --field-selector status.ph", ["status.phase="]),
      ("taint nodes node-1 a=b:No", ["NoExecute", "NoSchedule"]),
      (
        "taint nodes node-1 disk:",
        ["NoExecute", "NoExecute-", "NoSchedule", "NoSchedule-", "PreferNoSchedule", "PreferNoSchedule-"]
      ),
      ("taint nodes node-1 di", ["disk-", "disk:", "disk:NoSchedule-", "disk="]),
      ("label node node-2 di", ["disk-", "disk="]), ("set image deployment/shop ng", ["nginx="]),
      ("explain pods.spec.restartPol", ["restartPolicy"]),
      ("explain rs.spec.template.spec.containers.ima", ["image", "imagePullPolicy"]),
      ("get rs web -o jsonpath=", ["{."]),
      ("get rs web -o jsonpath='{.status.rea", ["readyReplicas"]),
      ("get rs -o jsonpath='{.it", ["items["]),
      ("get rs -o jsonpath='{.items[*].metadata.na", ["name", "namespace"]),
      ("get rs -o jsonpath='{range .items[*]}{.spec.rep", ["replicas"]),
      ("get pod web -o jsonpath='{.status.conditions[?(@.ty", ["type"]),
      ("get pods --sort-by=.metadata.cr", ["creationTimestamp"]),
      ("get pods -o custom-columns=A:.spec.nodeN", ["nodeName"]),
      ("wait pod web --for=condition=Rea", ["Ready"]), ("wait pod web --for=cr", ["create"]),
      ("apply -f r", ["rs.yaml"]), ("apply -f s", ["site/"]), ("apply -f site/", ["front.yaml"]),
      ("apply -f - < r", ["rs.yaml"]), ("save n", ["notes.txt"]),
      ("why rs/web status.rea", ["readyReplicas"]), ("why rs/web {.status.rea", ["readyReplicas"]),
      ("why pod/web status.conditions[R", ["Ready]"]),
      ("why pod/web metadata.labels.a", ["app"]), ("why no", ["no/", "node/", "not"]),
      ("until pod/web Rea", ["Ready"]), ("until pod/web on", ["on"]), ("until pod/web on node-3", ["node-3"]),
      ("until rs/web.status.ready", ["readyReplicas"]), ("until rs/web readyR", ["readyReplicas=="]),
      ("until (pod/web Ready and rs/w", ["web"]), ("until pods.r", ["ready", "running"]),
      ("until pods(ap", ["app"]), ("until count(pods -l app=w", ["web"]),
      ("break on probe f", ["failed"]), ("break o", ["on"]), ("why not pod/web Cont", ["ContainersReady"]),
      ("goto be", ["before"]), ("diff 처", ["처음"]), ("switch ", ["main"]), ("unbreak ", ["1", "all"]),
      ("set l", ["lang"]), ("set im", ["image"]), ("set lang ", ["en", "ko"]), ("set image rs/web ng", ["nginx="]),
      ("help cond", ["conditions"]), ("help rollout un", ["undo"]), ("kill pod/web T", ["TERM"]),
      ("fail node node-3", ["node-3"]),
      ("drop watch replicas", ["replicaset-controller"]), ("trace --kind reco", ["reconcile"]),
      ("trace --object=deploy/s", ["shop"]), ("what-if #9 + scale rs w", ["web"]),
      ("play rs/w", ["web"]), ("tree deployment/s", ["shop"]), ("export h", ["html"]),
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

  @Test(
    "offers what is further along the line",
    arguments: [
      ("get pods -l app", ["app="]), ("get pods -l 'app ", ["!= ", "= ", "in (", "notin ("]),
      ("logs -l ", ["app", "pod-template-hash"]), ("drain node-1 --pod-selector ap", ["app"]),
      ("drain -l di", ["disk"]),
      ("logs deploy/shop ", ["nginx"]), ("exec deploy/shop ", ["--"]), ("run x --dry-r", ["--dry-run", "--dry-run="]),
      ("get pods --field-selector status.phase=R", ["Running"]),
      ("get pods --field-selector spec.nodeName!=node-3", ["node-3"]),
      ("get deploy --field-selector metadata.name=s", ["shop"]),
      ("get events --field-selector reason=Pull", ["Pulled", "Pulling"]),
      ("get events --field-selector type=W", ["Warning"]), ("get pods --subresource=", ["status"]),
      ("get rs --subresource=", ["scale", "status"]), ("wait pod web --for=condition=Ready=T", ["True"]),
      ("wait pods --for=jsonpath='{.status.phase}", ["="]),
      ("wait pods --for=jsonpath='{.status.phase}=R", ["Running"]),
      ("run x --image=nginx:", ["nginx:1.29"]), ("set image deploy/shop nginx=nginx:", ["nginx:1.29"]),
      ("taint nodes node-2 disk=s", ["slow:"]),
      ("taint nodes node-2 disk=slow", ["slow:NoExecute", "slow:NoSchedule", "slow:PreferNoSchedule"]),
      ("explain pods.spec.containers.livenessProbe", ["livenessProbe."]),
      ("get rs -o jsonpath='{.items[", ["*].", "0].", "?(@."]),
      ("get rs -o jsonpath='{.items[*].metadata.generation", ["generation}"]),
      ("get rs -o jsonpath='{.items[*].metadata.generation}", [""]),
      ("get pods -o jsonpath='{.items[*].metadata.labels.pod", ["pod-template-hash"]),
      ("get pod web -o jsonpath='{.status.conditions[?(@.type==\"Rea", ["Ready\")]"]),
      ("get pods -o jsonpath='{range .items[*]}{.metadata.name}", ["{end}"]),
      (
        "get pods -o custom-columns=NAME:.metadata.name,",
        ["LABELS:.metadata.labels", "NAME:.metadata.name", "NAMESPACE:.metadata.namespace"]
      ),
      ("apply -f rs.yaml,site/", ["front.yaml"]), ("get pods -L app,po", ["pod-template-hash"]),
      ("set feature-gates X=true,Sched", ["ScheduleDaemonSetPods=false", "ScheduleDaemonSetPods=true"]),
      ("until pods.ready ", ["!=", "<", "<=", "==", ">", ">="]), ("until count(pods -l app=web) =", ["=="]),
      ("until count(pods --field-selector status.ph", ["status.phase="]), ("until \"deploy/s", ["shop"]),
      ("add node ", ["node-4"]), ("what-if #9 rs/web spec.repl", ["replicas="]), ("? rollout un", ["undo"]),
      ("kubectl --name", ["--namespace="]), ("rollout -", ["--context=", "--help", "--namespace=", "-n"]),
      ("explain #", []), ("goto #", []),
    ]
  )
  func offersFurther(line: String, expected: [String]) { #expect(words(line) == expected, "\(line)") }

  @Test(
    "capitals do not matter where no word is written so",
    arguments: [
      ("DES", ["describe"]), ("get REPLICAS", ["replicasets"]), ("get deploy SH", ["shop"]),
      ("until pod/web ready", ["Ready"]),
      ("why rs/web status.readyr", ["readyReplicas"]), ("get deploy -n PR", ["prod"]), ("goto BE", ["before"]),
    ]
  )
  func capitals(line: String, expected: [String]) { #expect(words(line) == expected, "\(line)") }

  @Test(
    "what stands behind the cursor tells of the line, too",
    arguments: [
      ("get deploy s| -n prod", []), ("get deploy s| -A", ["shop"]), ("logs -c | deploy/shop", ["nginx"]),
      ("why deploy/s| -n prod", []), ("until deploy/s| -n prod", []), ("until deploy/s| -n default", ["shop"]),
      ("wait --for=condition=Av| deploy/shop", ["Available"]), ("get -l app=s| pods", ["shop"]),
      ("get p|ods -n prod", ["poddisruptionbudgets", "pods", "priorityclasses"]),
    ]
  )
  func following(marked: String, expected: [String]) {
    let cursor = marked.utf8.prefix { $0 != UInt8(ascii: "|") }.count
    let line = marked.replacing("|", with: "")
    #expect(SessionCompletion(Self.session).choices(line, cursor: cursor).ends == expected, "\(marked)")
  }

  @Test("behind a word that is whole the line goes on, behind others not")
  func goesOn() {
    func goOn(_ line: String) -> [Bool] {
      SessionCompletion(Self.session).choices(line, cursor: line.utf8.count).candidates.map(\.goesOn)
    }
    #expect(goOn("get deploy s") == [false])
    #expect(goOn("get pods --sele") == [true])
    #expect(goOn("why rs/web status.readyR") == [false])
    #expect(goOn("why rs/web stat") == [true])
  }

  @Test(
    "tells how the word at the cursor is quoted",
    arguments: [
      ("get pods 'we", Quoting.single, "'we"), ("get pods \"we", .double, "\"we"), ("get pods we", .bare, "we"),
      ("apply -f with\\ bl", .bare, "with\\ bl"), ("until pod/we", .literal, "pod/we"),
    ]
  )
  func quoting(line: String, expected: Quoting, raw: String) {
    let typed = SessionCompletion(Self.session).choices(line, cursor: line.utf8.count).typed
    #expect(typed.quoting == expected && typed.raw == raw)
  }

  @Test("lessons and answers to their questions are named, too")
  func lessons() throws {
    var console = LessonConsole(Self.session, library: .embedded)
    func ends(_ line: String) -> [String] { console.choices(line, cursor: line.utf8.count).ends }
    let name = try #require(LessonLibrary.embedded.names.first)
    #expect(ends("lesson \(name.dropLast())") == [name])
    #expect(ends("less") == ["lesson"])
    #expect(ends("next ") == ["lesson"])
    #expect(ends("apply -f rs-").contains("rs-web.yaml"))
    #expect(ends("").contains("get") && ends("").contains("step") && ends("").contains("lesson"))
    _ = console.execute("lesson \(name)")
    for _ in 0..<9 {
      if case .question? = console.run?.stop { break }
      _ = console.execute("")
    }
    #expect(ends("").starts(with: ["1", "2"]))
    #expect(ends("").contains("get") == false)
  }

  @Test("whatever is typed, each candidate begins as the typed word does, but for capitals", arguments: UInt64(1)...20)
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
      let choices = SessionCompletion(Self.session).choices(line, cursor: line.utf8.count)
      let typed = choices.typed.whole.lowercased()
      for candidate in choices.candidates {
        #expect(candidate.word.lowercased().hasPrefix(typed), "seed \(seed): \(line) offers \(candidate.word)")
        #expect(line.hasSuffix(choices.typed.raw), "seed \(seed): \(line)")
      }
    }
  }
}
