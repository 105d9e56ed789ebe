import APIServer
import Cluster
import Kubectl
import Objects
import Synchronization
import Testing

@Suite("kubectl edit")
struct EditTests {
  /// An editor that changes what it is shown, and remembers it.
  private final class Hand: Sendable {
    private let seen = Mutex<[String]>([])
    private let left = Mutex<[String]>([])
    let change: @Sendable (String) -> String

    init(_ change: @escaping @Sendable (String) -> String) { self.change = change }

    var shown: [String] { seen.withLock { $0 } }
    var discarded: [String] { left.withLock { $0 } }

    var editor: TextEditor {
      TextEditor(
        fallback: "vi",
        edit: { text, suffix, words in
          let count = self.seen.withLock { seen in
            seen.append(text)
            return seen.count
          }
          return .saved(self.change(text), file: "/tmp/edit-\(count)\(suffix)")
        },
        discard: { file in self.left.withLock { $0.append(file) } }
      )
    }
  }

  private func edit(_ line: String, _ hand: Hand) -> (output: CommandOutput, typist: Typist) {
    var typist = Typist(files: ["rs.yaml": Typist.replicaSet, "pod.yaml": Typist.pod])
    typist.type("apply -f rs.yaml -f pod.yaml")
    typist.editor = hand.editor
    return (typist.type(line), typist)
  }

  private func replicas(_ typist: Typist) -> Int? {
    let id = ObjectID(.replicaSet, namespace: "default", name: "kubia")
    return typist.timeline.cluster.store[id]?.as(ReplicaSet.self)?.spec.replicas
  }

  @Test("shows the object under a header and writes what was changed")
  func changes() {
    let hand = Hand { $0.replacing("  replicas: 2\n  selector", with: "  replicas: 4\n  selector") }
    let (output, typist) = edit("edit rs kubia", hand)
    #expect(output.stdout == "replicaset.apps/kubia edited\n" && output.stderr.isEmpty && output.exit == 0)
    #expect(replicas(typist) == 4)
    #expect(
      hand.shown.first?.hasPrefix(
        """
        # Please edit the object below. Lines beginning with a '#' will be ignored,
        # and an empty file will abort the edit. If an error occurs while saving this file will be
        # reopened with the relevant failures.
        #
        apiVersion: apps/v1
        kind: ReplicaSet
        """
      ) == true
    )
    #expect(hand.discarded == ["/tmp/edit-1.yaml"])
  }

  @Test(
    "changes nothing where nothing was changed or left",
    arguments: [
      ("# only this\n", "Edit cancelled, saved file was empty.\n"), ("", "Edit cancelled, no changes made.\n"),
    ]
  )
  func cancelled(left: String, message: String) {
    let hand = Hand { left.isEmpty ? $0 + "# a comment\n" : left }
    let (output, typist) = edit("edit rs kubia", hand)
    #expect(output.stdout.isEmpty && output.stderr == message && output.exit == 0)
    #expect(replicas(typist) == 2)
  }

  @Test("opens again with the reasons where the server finds the object invalid")
  func invalid() {
    let hand = Hand { text in
      text.contains("was not valid")
        ? text.replacing("replicas: -1", with: "replicas: 1")
        : text.replacing("  replicas: 2\n  selector", with: "  replicas: -1\n  selector")
    }
    let (output, typist) = edit("edit rs kubia", hand)
    #expect(output.stdout == "replicaset.apps/kubia edited\n")
    #expect(output.stderr == "error: replicasets.apps \"kubia\" is invalid\n")
    #expect(
      hand.shown.last?.contains(
        """
        #
        # replicasets.apps "kubia" was not valid:
        # * spec.replicas: Invalid value: -1: must be greater than or equal to 0
        #
        apiVersion: apps/v1
        """
      ) == true
    )
    #expect(replicas(typist) == 1)
    #expect(hand.discarded == ["/tmp/edit-1.yaml", "/tmp/edit-2.yaml"])
  }

  @Test("keeps the text where an invalid one is saved again as it is")
  func invalidAgain() {
    let hand = Hand { $0.contains("x: [") ? $0 : $0 + " : x: [\n" }
    let (output, _) = edit("edit rs kubia", hand)
    #expect(hand.shown.count == 2)
    #expect(
      hand.shown.last?.contains("# * <nil>: Invalid value: \"The edited file failed validation\": yaml: line ") == true
    )
    #expect(
      output.stderr == """
        error: replicasets.apps "kubia" is invalid
        A copy of your changes has been stored to "/tmp/edit-2.yaml"
        error: Edit cancelled, no valid changes were saved.

        """
    )
    #expect(output.exit == 1)
  }

  @Test("refuses a change of the name, and tells how to try again what the server did not take")
  func refused() {
    let renamed = edit("edit pod web", Hand { $0.replacing("\n  name: web\n", with: "\n  name: other\n") }).output
    #expect(
      renamed.stderr == """
        A copy of your changes has been stored to "/tmp/edit-1.yaml"
        error: At least one of apiVersion, kind and name was changed

        """
    )
    let late = edit("edit rs kubia", Hand { $0.replacing("resourceVersion: \"", with: "resourceVersion: \"9") }).output
    #expect(
      late.stderr == """
        error: replicasets.apps "kubia" could not be patched: Operation cannot be fulfilled on replicasets.apps "kubia": \
        the object has been modified; please apply your changes to the latest version and try again
        You can run `kubectl replace -f /tmp/edit-1.yaml` to try this update again.

        """
    )
    #expect(late.exit == 1)
  }

  @Test("opens the text again where its patch is no object of the kind", arguments: ["foo: 1", "replicas: x"])
  func patchInvalid(line: String) {
    let output = edit("edit rs kubia", Hand { $0.replacing("  replicas: 2\n", with: "  \(line)\n") }).output
    #expect(output.stderr.hasPrefix("error: replicasets.apps \"kubia\" is invalid\nA copy of your changes"))
    #expect(output.stderr.hasSuffix("error: Edit cancelled, no valid changes were saved.\n"))
    #expect(output.exit == 1)
  }

  @Test("edits several objects as a list, and skips those that stayed as they were")
  func list() {
    let hand = Hand { $0.replacing("    replicas: 2\n    selector", with: "    replicas: 3\n    selector") }
    let (output, typist) = edit("edit pod/web rs/kubia", hand)
    #expect(hand.shown.first?.contains("\nitems:\n- apiVersion: v1\n") == true)
    #expect(output.stdout == "pod/web skipped\nreplicaset.apps/kubia edited\n")
    #expect(replicas(typist) == 3)
  }

  static let commands: [(line: String, words: [String])] = [
    ("edit pod web", ["vi", "\u{0}"]), ("EDITOR=ed edit pod web", ["ed", "\u{0}"]),
    ("EDITOR=ed KUBE_EDITOR='code -w' edit pod web", ["code", "-w", "\u{0}"]),
    (#"EDITOR="sed -i s/a\ b/c/" edit pod web"#, ["/bin/bash", "-c", #"sed -i s/a\ b/c/ "\#u{0}""#]),
  ]

  @Test("starts the editor that the line names, through a shell where it has quotes", arguments: commands.indices)
  func command(_ index: Int) {
    let (line, words) = EditTests.commands[index]
    var typist = Typist(files: ["pod.yaml": Typist.pod])
    typist.type("apply -f pod.yaml")
    let hand = Words()
    typist.editor = TextEditor(fallback: "vi") { _, _, given in
      hand.given.withLock { $0 = given }
      return .failed
    }
    let output = typist.type(line)
    #expect(hand.given.withLock { $0 } == words)
    #expect(output.stderr.hasPrefix("error: there was a problem with the editor \""))
  }

  private final class Words: Sendable {
    let given = Mutex<[String]>([])
  }

  @Test("says what is missing where there is no editor")
  func noEditor() {
    var typist = Typist(files: ["pod.yaml": Typist.pod])
    typist.type("apply -f pod.yaml")
    #expect(typist.type("edit pod web").stderr.hasPrefix("error: not simulated: an editor without a terminal"))
    #expect(typist.type("EDITOR=nope edit pod web").stderr == "error: unable to launch the editor \"nope\"\n")
    #expect(typist.type("edit jobs").stderr == "error: edit cancelled, no objects found\n")
  }
}
