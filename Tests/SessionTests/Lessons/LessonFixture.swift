import Kubectl
import Lessons
import Narration
import Testing

/// A small lesson that the tests change.
enum LessonFixture {
  static let front = """
    ---
    format: 1
    id: small
    title: A small lesson
    section: ReplicaSet
    teaches: [pod]
    start: rs.yaml
    minutes: 5
    ---
    """

  static let manifest = """
    apiVersion: apps/v1
    kind: ReplicaSet
    metadata:
      name: web
    spec:
      replicas: 2
      selector:
        matchLabels:
          app: web
      template:
        metadata:
          labels:
            app: web
        spec:
          containers:
            - name: nginx
              image: nginx:1.29
    """

  static let prediction = """
    ```yaml predict
    ask: How many Pods run after $POD was deleted?
    bind: ["$POD := pods(app=web)[0]"]
    do: [delete pod $POD, settle]
    choices:
      - say: "1"
        if: pods(app=web).running == 1
        because: One is gone.
        belief: gone-for-good
      - say: "2"
        if: pods(app=web).running == 2 and pod/$POD gone
        because: Another is made.
    ```
    """

  static let task = """
    ```text goal
    $POD := pods(app=web)[0]
    $OTHER := pods(app=web)[1]
    the first Pod is gone :: wait pod/$POD --for=delete
    the other Pod still runs :: wait pod/$OTHER --for=jsonpath='{.status.phase}'=Running
    two Pods are ready :: wait rs/web --for=jsonpath='{.status.readyReplicas}'=2
    ```

    <details><summary>Hint 1</summary>

    Look at the names.
    </details>

    <details><summary>Hint 2</summary>

    One of them is to go.
    </details>

    <details><summary>Solution</summary>

    ```console solution
    > delete pod $POD
    > settle
    ```
    </details>

    ```yaml mistakes
    - do: [delete pod -l app=web, settle]
      fails: the other Pod still runs
      say: You deleted both.
    - do: [settle]
      fails: the first Pod is gone
      say: You waited.
    - do: [delete rs web --cascade=orphan, delete pod $POD, settle]
      fails: two Pods are ready
      say: Nobody counts now.
    - do: [label pod $POD app-, settle, delete pod $POD, settle]
      passes: true
    ```

    ## What happened

    Another was made.
    """

  static let text = [front, "", "# A small lesson", "", prediction, "", "## Your turn", "", task, ""]
    .joined(separator: "\n")

  static func library(_ text: String = text, path: String = "Lessons/01-small/small.md") -> LessonLibrary {
    LessonLibrary([
      .init(path: path, text: text), .init(path: "Manifests/rs.yaml", text: manifest),
    ])
  }

  /// Two lessons, `small` and `second`, whose questions look for the same belief.
  static let course = LessonLibrary([
    .init(path: "Lessons/README.md", text: "1. [Small](01-small/small.md)\n2. [Second](02-second/second.md)\n"),
    .init(path: "Lessons/beliefs.md", text: "| `gone-for-good` | It is gone. | 사라졌다. |\n"),
    .init(path: "Lessons/01-small/small.md", text: text),
    .init(path: "Lessons/02-second/second.md", text: text.replacing("id: small", with: "id: second")),
    .init(path: "Manifests/rs.yaml", text: manifest),
  ])

  /// The lesson's run at its first stop.
  static func begun(_ text: String = text) throws -> LessonRun {
    let lesson = try Lesson(path: "Lessons/01-small/small.md", text: text)
    var run = LessonRun(lesson, files: library(text).reader())
    #expect(run.begin().exit == 0)
    return run
  }
}
