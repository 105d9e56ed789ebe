import APIServer
import Basics
import Cluster
import Kubectl
import Machinery
import Narration
import Objects
import Session
import Testing

@Suite("Breakpoints and the agenda")
struct BreakpointTests {
  private func session(_ lines: String...) -> Session {
    var session = Session.test(.step)
    for line in lines { _ = session.execute(line) }
    return session
  }

  @Test("until stops at the very move", arguments: ["rs/web.status.readyReplicas==2", "rs/web readyReplicas>=2"])
  func until(condition: String) {
    var session = session("apply -f rs.yaml")
    let output = session.execute("until \(condition)")
    #expect(output.exit == 0, "\(output.stderr)")
    #expect(session.out("get rs web -o jsonpath={.status.readyReplicas}") == "2")
    #expect(session.elapsed < .seconds(2))
  }

  @Test("until a happening stops at its record")
  func untilHappening() throws {
    var session = session("apply -f rs.yaml")
    #expect(session.execute("until event Started").exit == 0)
    #expect(try #require(session.timeline.records.last).isEventWrite)
    #expect(session.execute("until deleted rs/web").stderr.contains("did not come true"))
  }

  @Test(
    "a breakpoint stops what goes on, once for each time that it becomes true",
    arguments: ["settle", "advance 1m"]
  )
  func breakpoints(command: String) {
    var session = session("apply -f rs.yaml", "break on rs/web.status.readyReplicas >= 1", "break on event Created")
    let first = session.execute(command)
    #expect(first.stdout.contains("stopped at breakpoint 2: event Created"))
    #expect(session.out("breaks") == "1  rs/web.status.readyReplicas >= 1\n2  event Created\n")
    _ = session.execute("unbreak 2")
    #expect(session.execute(command).stdout.contains("stopped at breakpoint 1"))
    #expect(!session.execute(command).stdout.contains("stopped"), "it holds already")
    #expect(session.execute("unbreak 7").exit == 1)
  }

  @Test("step stops too, and auto mode settles up to a breakpoint")
  func others() {
    var stepping = session("break on created pod/web", "apply -f pod.yaml")
    #expect(stepping.timeline.records.last?.isEventWrite == false)
    stepping = session("apply -f rs.yaml", "break on scheduled")
    #expect(stepping.execute("step 500").stdout.contains("stopped at breakpoint 1: scheduled"))
    var auto = Session.test(.auto)
    _ = auto.execute("break on scheduled")
    #expect(auto.execute("apply -f rs.yaml").stdout.contains("stopped at breakpoint 1"))
  }

  /// Commands that wait, what comes first and the breakpoint at which they stop.
  static let waits: [(first: [String], breakpoint: String, command: String)] = [
    ([], "rs/web.status.readyReplicas >= 1", "wait rs/web --for=jsonpath={.status.readyReplicas}=3 --timeout=60s"),
    (["advance 5s"], "event Killing", "delete pods -l app=web"),
    (["advance 5s"], "event Killing", "drain node-1 --force --ignore-daemonsets"),
    (["create deployment site --image=nginx"], "event Started", "rollout status deployment/site"),
    ([], "event Started", "get pods -w"),
    (["advance 5s", "delete pods -l app=web --wait=false"], "event Killing", "logs -f -l app=web"),
  ]

  @Test("a kubectl command that waits stops too, says why, and continue goes on", arguments: waits.indices)
  func waiting(index: Int) {
    let (first, breakpoint, command) = BreakpointTests.waits[index]
    // In step mode nothing comes before its time; only the command at hand is to wait.
    var session = session("apply -f rs.yaml")
    for line in first { _ = session.execute(line) }
    _ = session.execute("set mode auto")
    _ = session.execute("break on \(breakpoint)")
    let output = session.execute(command)
    #expect(output.stdout.contains("stopped at breakpoint 1: \(breakpoint)"), "\(output)")
    #expect(output.stdout.contains("kubectl waits no more"), "\(output)")
    #expect(output.exit == 1)
    let there = session.elapsed
    _ = session.execute("unbreak all")
    #expect(session.execute("continue").exit == 0)
    #expect(session.elapsed > there && session.timeline.cluster.isSettled)
  }

  @Test("a script's pause stops, says so, and continue goes on to where it would have ended")
  func pause() {
    var runner = ScriptRunner(Session.test())
    for line in ["apply -f rs.yaml", "break on rs/web.status.readyReplicas >= 1"] { _ = runner.run(line) }
    let begin = runner.session.elapsed
    let entry = runner.run("sleep 10s").first
    #expect(entry?.output.stdout.contains("stopped at breakpoint 1") == true)
    #expect(entry?.isDirective == false)
    #expect(runner.session.elapsed < begin + .seconds(10))
    _ = runner.run("continue")
    #expect(runner.session.elapsed == begin + .seconds(10))
    #expect(runner.run("sleep 1s").first?.isDirective == true)
  }

  @Test("next stops, until is gone on with, and a write stops what would follow it")
  func more() {
    var stepping = session("apply -f rs.yaml", "break on event SuccessfulCreate")
    var text = ""
    for _ in 0..<9 where !text.contains("stopped at breakpoint 1") { text = stepping.out("next") }
    #expect(text.contains("stopped at breakpoint 1"))
    var waiting = session("apply -f rs.yaml", "break on event Created")
    #expect(waiting.execute("until rs/web.status.readyReplicas==3").stdout.contains("stopped at breakpoint 1"))
    _ = waiting.execute("unbreak all")
    #expect(waiting.execute("continue").exit == 0)
    #expect(waiting.out("get rs web -o jsonpath={.status.readyReplicas}") == "3")
    var auto = Session.test(.auto)
    _ = auto.execute("break on created rs/web")
    #expect(auto.execute("apply -f rs.yaml").stdout.contains("stopped at breakpoint 1: created rs/web"))
    #expect(auto.timeline.cluster.store.list(.pod).isEmpty)
  }

  @Test("who interrupts a command that waits gets the prompt back")
  func interrupted() {
    var session = session("apply -f pod.yaml", "set mode auto")
    session.goesOn = { _ in false }
    let output = session.execute("wait pod/web --for=delete --timeout=24h")
    #expect(output.exit == 1 && output.stderr.contains("interrupted"), "\(output)")
    #expect(session.elapsed < .seconds(10))
  }

  @Test("a mistake is pointed at")
  func mistake() {
    var session = session()
    let output = session.execute("break on rss/web Ready")
    #expect(
      output.stderr == """
        error: there is no resource type rss (column 10)
          break on rss/web Ready
                   ^
        Did you mean rs?

        """
    )
    #expect(session.execute("break pod/web http 500").stderr.contains("no kubelet runs pod/web"), "still a fault")
    #expect(session.execute("until").stderr == "usage: until CONDITION\n")
  }

  @Test("step #N lets another event of the moment come first, and the journal's replay does the same")
  func order() throws {
    var session = session("apply -f rs.yaml", "step 3")
    let choices = session.timeline.cluster.upcoming.filter(\.mayComeNext)
    #expect(choices.count == 2)
    let plain = session
    let output = session.execute("step #\(choices[1].number)")
    #expect(output.exit == 0)
    let record = try #require(session.timeline.records.last)
    #expect(record.component == choices[1].component)
    #expect(record.component != choices[0].component)
    let hash = session.timeline.cluster.stateHash
    let position = session.timeline.position
    _ = session.execute("settle")
    session = goneBack(session, to: position)
    #expect(session.timeline.cluster.stateHash == hash, "taking is an input that is made again")
    var other = plain
    _ = other.execute("settle")
    _ = session.execute("settle")
    #expect(session.out("get rs web --no-headers").split(separator: " ").dropFirst().prefix(3) == ["3", "3", "3"])
    #expect(session.execute("step #999").exit == 1)
  }

  private func goneBack(_ session: Session, to position: Int) -> Session {
    var session = session
    while session.timeline.position > position { _ = session.execute("back") }
    while session.timeline.position < position { _ = session.execute("forward") }
    return session
  }

  @Test("one watch keeps its order, and what is due later must wait")
  func enabled() {
    let session = session("apply -f rs.yaml", "step 12")
    let upcoming = session.timeline.cluster.upcoming
    #expect(upcoming.map(\.number) == Array(1...upcoming.count))
    #expect(zip(upcoming, upcoming.dropFirst()).allSatisfy { $0.time <= $1.time })
    let enabled = upcoming.filter(\.mayComeNext)
    #expect(!enabled.isEmpty && enabled.allSatisfy { $0.time == upcoming[0].time })
    for line in upcoming {
      for language in Language.allCases {
        let text = line.sentence(in: session.timeline.cluster).text(in: language)
        #expect(!text.isEmpty && text.hasHangul == (language == .korean), "\(text)")
      }
    }
  }

  @Test("any order of the events of each moment leads to the same objects", arguments: 1...12)
  func anyOrder(seed: Int) {
    var state = UInt64(seed)
    var session = session("apply -f rs.yaml")
    for _ in 0..<2_000 where !session.timeline.cluster.isSettled {
      let choices = session.timeline.cluster.upcoming.filter(\.mayComeNext)
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      _ = session.execute("step #\(choices[Int(state >> 33) % choices.count].number)")
    }
    #expect(session.timeline.cluster.isSettled, "seed \(seed)")
    let row = session.out("get rs web --no-headers").split(separator: " ").dropFirst().prefix(3)
    #expect(row == ["3", "3", "3"], "seed \(seed)")
  }
}
