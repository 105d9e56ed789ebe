import Kubectl
import Lessons
import Narration
import Session
import Testing
import Trials

@Suite("Why a field has its value, of a run from end to end")
struct WhyCheckTests {
  static let job = """
    apiVersion: batch/v1
    kind: Job
    metadata:
      name: pi
    spec:
      backoffLimit: 2
      template:
        spec:
          restartPolicy: Never
          containers:
          - name: main
            image: busybox
            command: [sh, -c, "sleep 2; exit 1"]
    """
  static let sick = """
    apiVersion: v1
    kind: Pod
    metadata:
      name: sick
    spec:
      containers:
      - name: main
        image: nginx
        livenessProbe:
          httpGet:
            port: 8080
          periodSeconds: 5
    """
  static let files: FileReader = {
    let files = ["job.yaml": job, "sick.yaml": sick]
    return FileReader { path in files[path].map { .file(Array($0.utf8)) } ?? .missing }
  }()

  static let scripts: [[String]] = [
    [
      "create deployment site --image=nginx --replicas=3", "sleep 3s", "scale deployment site --replicas=1", "sleep 5s",
      "set image deployment/site nginx=nginx:1.29", "sleep 9s", "delete deployment site", "sleep 40s",
    ],
    ["apply -f job.yaml", "sleep 60s"],
    [
      "apply -f sick.yaml", "run web --image=nginx", "sleep 40s", "delete pod web", "annotate pod sick note=x",
      "sleep 5s",
    ],
    ["create deployment site --image=nginx", "fail node node-2", "sleep 400s", "heal node node-2", "sleep 20s"],
  ]

  /// Of one field in so many; all, of every lesson and scenario: `swift run -c release trial why SCENARIOS`.
  static let share: UInt64 = 32

  private func check(_ session: Session, _ name: String) {
    var check = WhyCheck(share: WhyCheckTests.share, seed: UInt64.random(in: 1...UInt64.max))
    check.follow(session.timeline, name)
    #expect(check.violations.isEmpty, "seed \(check.seed): \(check.violations.prefix(5))")
    #expect(check.fields > 20, "\(name)")
  }

  @Test("goes back to a command, a fixture or the clock", arguments: scripts.indices)
  func script(index: Int) {
    var runner = ScriptRunner(Session(pace: .script, files: WhyCheckTests.files))
    for line in WhyCheckTests.scripts[index] { _ = runner.run(line) }
    check(runner.session, "script \(index)")
  }

  @Test("in a lesson too", arguments: LessonLibrary.embedded.names.prefix(4))
  func lessons(name: String) throws {
    let lesson = try #require(try LessonLibrary.embedded.lesson(name, in: .english))
    check(LessonChecker.solved(lesson, library: .embedded).session, name)
  }
}
