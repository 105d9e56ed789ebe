import APIServer
import Cluster
import Machinery
import Narration
import Objects
import Session
import Testing

@Suite("The language of conditions")
struct ConditionTests {
  static let timeline: Timeline = {
    var session = Session.test(.auto)
    for line in ["apply -f rs.yaml", "run web --image=nginx:1.29 --labels=tier=front"] { _ = session.execute(line) }
    return session.timeline
  }()

  static let truths: [(String, Bool)] = [
    ("pod/web", true), ("pod/nope", false), ("pod/web exists", true), ("pod/nope gone", true),
    ("pod/web gone", false), ("pod/web Ready", true), ("pod/web Failing", false),
    ("pod/web.metadata.name==web", true), ("pod/web.metadata.name!=web", false),
    ("rs/web.status.readyReplicas==3", true), ("rs/web.status.readyReplicas == 2", false),
    ("rs/web replicas=3", true), ("rs/web.spec.replicas >= 3", true), ("rs/web.spec.replicas<3", false),
    ("rs/web.status.nothing==0", true), ("rs/nope.status.readyReplicas==0", false),
    ("pod/web.status.conditions[Ready].status==True", true), ("pod/web Ready==True", true),
    ("pod/web.spec.containers[0].image==nginx:1.29", true), ("pod/web.spec.containers[web].name==web", true),
    ("pods.count==4", true), ("pods(app=web).running == 3", true), ("pods(app=web,tier!=front).count > 2", true),
    ("count(pods)==4", true), ("count(pods -l tier=front) == 1", true), ("count(pods -l app=web -n prod)==0", true),
    ("count(pods --field-selector=metadata.name=web)==1", true),
    ("count(pods -l app=web --field-selector status.phase!=Running)==0", true),
    ("pod/web -n prod", false), ("rs/web replicas=3 -n prod", false), ("rs/web -n default replicas=3", true),
    ("pod/web and pod/nope", false), ("pod/web or pod/nope", true), ("not pod/nope", true),
    ("not (pod/web and pod/nope) and rs/web", true), ("pod/nope and pod/web or rs/web", true),
    ("  'pods(app=web).count > 2'  ", true), ("\"pod/web Ready\"", true), ("node/node-1 Ready", true),
    ("pod/web on node-9", false),
  ]

  @Test("says of the world what is so", arguments: truths)
  func states(text: String, isTrue: Bool) throws {
    let condition = try WorldCondition(text)
    #expect(condition.isAboutObjects)
    #expect(condition.holds(in: ConditionTests.timeline.cluster.store, after: []) == isTrue)
  }

  static let faults: [(String, ConditionError.Problem, Int)] = [
    ("", .statementExpected, 0), ("pod/web and", .statementExpected, 11),
    ("pods running", .unknownStatement("pods"), 0),
    ("foo/web", .unknownType("foo"), 0), ("pod/", .notAnObject("pod/"), 0),
    ("(pod/web", .unclosed("("), 0), ("pod/web)", .unexpected(")"), 7),
    ("pods(app=web.count > 2", .unclosed("("), 4), ("pods.count > many", .notANumber("many"), 13),
    ("pod/web.metadata.name < web", .notComparable("web"), 24), ("rs/web.spec..x==1", .badPath("spec..x"), 12),
    ("rs/web==3", .badPath("rs/web"), 0), ("count(foos)==1", .unknownType("foos"), 6),
    ("count(pods", .unclosed("("), 5), ("count(pods -l ==x)==1", .badSelector("==x"), 0),
    ("count(pods --field-selector spec.image=x)==1", .badFieldSelector("spec.image=x"), 0),
    ("count(pods --field-selector x)==1", .badFieldSelector("x"), 0), ("count(pods -x y)==1", .unexpected("-x"), 0),
    ("probe rarely", .unknownRecord("rarely"), 6), ("pod/web Ready Ready", .unexpected("Ready"), 14),
    ("rs/web replicas=", .wordExpected, 16), ("'rs/web", .unclosed("'"), 0),
  ]

  @Test("says where a text is no condition", arguments: faults)
  func errors(text: String, problem: ConditionError.Problem, offset: Int) {
    #expect(throws: ConditionError(problem, at: offset)) { try WorldCondition(text) }
    let message = ConditionError(problem, at: offset).message
    #expect(!message.english.isEmpty && message.korean.hasHangul)
  }

  static let happenings: [(String, Int)] = [
    ("reconcile rs/web", 2), ("created pod/web", 1), ("deleted pod/web", 0), ("scheduled pod/web", 1),
    ("event Scheduled pod/web", 1), ("event", 5), ("event Nonsense", 0), ("created pod/web or created rs/web", 2),
    ("reconcile rs/web and created pod/web", 0),
  ]

  @Test("says what happens", arguments: happenings)
  func records(text: String, least: Int) throws {
    let condition = try WorldCondition(text)
    let timeline = ConditionTests.timeline
    let count = timeline.records.count { condition.holds(in: timeline.cluster.store, after: [$0]) }
    #expect(least == 0 ? count == 0 : count >= least, "\(count)")
    #expect(!condition.isAboutObjects)
  }

  @Test("never traps, whatever the text")
  func noise() {
    var generator = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0...UInt64.max, using: &generator)
    var noise = NoisyText(seed: seed)
    for _ in 0..<3_000 {
      let text = noise.next()
      do throws(ConditionError) {
        _ = try WorldCondition(text)
      } catch {
        #expect((0...text.utf8.count).contains(error.offset), "seed \(seed): \(text)")
      }
    }
  }
}

/// Texts made of the parts of conditions, in no order.
struct NoisyText {
  private var state: UInt64
  private static let parts = [
    "pod/web", "rs/web.status", ".", "[", "]", "(", ")", "==", "=", "!", "<", ">=", "and", "or", "not", " ", "count(",
    "pods", "-n", "-l", "'", "\"", "probe", "failed", "event", "3", "한글", "/", "on", "x",
  ]

  init(seed: UInt64) { state = seed | 1 }

  mutating func next() -> String {
    (0..<Int(roll() % 9)).map { _ in NoisyText.parts[Int(roll() % UInt64(NoisyText.parts.count))] }.joined(
      separator: roll() % 2 == 0 ? " " : ""
    )
  }

  private mutating func roll() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
