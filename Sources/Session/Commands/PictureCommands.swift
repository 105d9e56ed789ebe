import APIServer
import Cluster
import Kubectl
import Machinery
import Narration
import Objects

extension SessionCommand {
  static let map = SessionCommand(
    names: ["map"],
    usage: "map",
    purpose: Localized("draw the nodes with their Pods", "노드와 그 위의 파드를 그립니다"),
    examples: ["map", "fail node node-2", "map"],
    run: { session, words, output throws(UsageError) in
      guard words.isEmpty else { throw UsageError() }
      let map = ClusterMap(session.timeline.cluster.store)
      for line in session.narrator.picture(of: map, session.layout) { output.print(line) }
    }
  )

  static let timeline = SessionCommand(
    names: ["timeline"],
    usage: "timeline [TYPE/NAME]",
    purpose: Localized(
      "draw what each component did when, all of it or about one object",
      "컴포넌트마다 언제 무엇을 했는지 모두 또는 오브젝트 하나에 대해 그립니다"
    ),
    examples: ["timeline", "timeline rs/web"],
    takes: Grammar([.slot(.object())]),
    run: { session, words, output throws(UsageError) in
      guard words.count <= 1 else { throw UsageError() }
      var filter = TraceFilter()
      if let word = words.first {
        guard let id = session.object(word.text, &output) else { return }
        filter.object = id
      }
      let records = session.timeline.records.filter { $0.time >= session.configuration.start && filter.matches($0) }
      for line in session.narrator.timeline(of: records, session.layout) { output.print(line) }
    }
  )

  static let tree = SessionCommand(
    names: ["tree"],
    usage: "tree TYPE/NAME",
    purpose: Localized(
      "draw what an object owns, down to containers and their states",
      "오브젝트가 소유한 것을 컨테이너와 그 상태까지 그립니다"
    ),
    examples: ["tree rs/web", "tree pod/web"],
    takes: Grammar([.slot(.object())]),
    run: { session, words, output throws(UsageError) in
      guard words.count == 1 else { throw UsageError() }
      guard let id = session.object(words[0].text, &output) else { return }
      guard let object = session.timeline.cluster.store[id] else {
        output.fail(session.text(.notThereNow(words[0].text)))
        return
      }
      let tree = OwnershipTree(object, in: session.timeline.cluster.store)
      for line in session.narrator.picture(of: tree, session.layout) { output.print(line) }
    }
  )
}
