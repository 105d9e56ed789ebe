import Basics
import Cluster
import Kubectl
import Narration
import Session
import Synchronization
import Testing

@Suite("Commands that are watched beside the clock on the wall")
struct WatchedTests {
  /// A clock that ticks so often, and what it was given to show.
  private final class Clock: Sendable {
    private let state: Mutex<(left: Int, shown: [String])>

    init(ticks: Int) { state = Mutex((ticks, [])) }

    var shown: [String] { state.withLock { $0.shown } }

    var clock: WallClock {
      WallClock(
        begins: { true },
        ticks: { news in
          self.state.withLock { state in
            state.shown.append(news.stdout)
            state.left -= 1
            return state.left >= 0
          }
        }
      )
    }
  }

  private static func session(_ clock: Clock, _ pace: Pace = .auto) -> Session {
    var session = Session.test(pace)
    session.clock = clock.clock
    return session
  }

  private static let job = "run short --image=busybox --restart=Never -- sh -c 'sleep 7; echo over'"

  @Test("virtual time passes by as many ticks; what comes is shown as it comes")
  func getWatch() {
    let clock = Clock(ticks: 100)
    var session = WatchedTests.session(clock)
    _ = session.execute(WatchedTests.job)
    let begin = session.elapsed
    let rest = session.execute("get pods -w")
    #expect(session.elapsed - begin == .seconds(10))
    #expect(rest.stdout.hasPrefix("1 Pod succeeded (") && rest.stdout.split(separator: "\n").count == 1)
    #expect(rest.exit == 0 && rest.stderr.isEmpty)
    #expect(clock.shown.count == 101)
    #expect(clock.shown[0].contains("Running"))
    let completed = clock.shown.indices.filter { clock.shown[$0].contains("Completed") }
    #expect(completed.first.map { (40...90).contains($0) } ?? false, "\(completed)")
  }

  @Test("a followed log ends with its container")
  func logs() {
    let clock = Clock(ticks: 1000)
    var session = WatchedTests.session(clock)
    _ = session.execute(WatchedTests.job)
    let rest = session.execute("logs -f short")
    #expect((clock.shown.joined() + rest.stdout).hasPrefix("over\n1 Pod succeeded"))
    #expect(clock.shown.count < 100)
  }

  @Test("a followed log is printed as far as its limit goes, once")
  func limitedLogs() {
    let clock = Clock(ticks: 200)
    var session = WatchedTests.session(clock)
    _ = session.execute("run loud --image=busybox -- sh -c 'while true; do echo 12345; sleep 1; done'")
    let rest = session.execute("logs -f loud --limit-bytes=20")
    #expect((clock.shown.joined() + rest.stdout) == "12345\n12345\n12345\n12")
  }

  @Test("play runs so many times as fast and tells what happens", arguments: [("", 1), ("10", 10), ("0.5x", 0.5)])
  func play(speed: String, factor: Double) {
    let clock = Clock(ticks: 20)
    var session = WatchedTests.session(clock)
    _ = session.execute(WatchedTests.job)
    let begin = session.elapsed
    let answer = session.execute("play \(speed)")
    #expect(answer.exit == 0)
    #expect((session.elapsed - begin).fractionalSeconds == 2 * factor)
    #expect(clock.shown.joined().contains("kubelet") == (factor == 10))
    #expect(session.hasInvited)
  }

  @Test(
    "play is two things, told apart by what follows",
    arguments: ["play x", "play -1", "play 0", "play 1e9", "play 1 2"]
  )
  func noSpeed(line: String) {
    let clock = Clock(ticks: 20)
    var session = WatchedTests.session(clock)
    #expect(session.execute(line).stderr.hasPrefix("usage: play [SPEED] | TYPE/NAME | #ID"))
    #expect(clock.shown.isEmpty)
  }

  @Test("play stops at a breakpoint")
  func breakpoint() {
    let clock = Clock(ticks: 1000)
    var session = WatchedTests.session(clock)
    _ = session.execute(WatchedTests.job)
    _ = session.execute("break on pod/short phase=Succeeded")
    #expect(session.execute("play 5").stdout.contains("breakpoint 1"))
    #expect(clock.shown.count < 50)
  }

  @Test("the past is played again up to where it ends, and on from there")
  func past() {
    let clock = Clock(ticks: 100)
    var session = WatchedTests.session(clock)
    _ = session.execute(WatchedTests.job)
    _ = session.execute("goto start")
    _ = session.execute("play")
    #expect(session.elapsed == .seconds(10))
    #expect(session.timeline.others.isEmpty)
    #expect(clock.shown.joined().contains("creates pod/short"))
  }

  @Test("without a clock play goes on until nothing more is coming soon, as settle does")
  func unwatched() {
    var (played, settled) = (Session.test(.step), Session.test(.step))
    for line in ["apply -f rs.yaml"] { _ = (played.execute(line), settled.execute(line)) }
    #expect(played.out("play 100").contains("creates"))
    _ = settled.execute("settle")
    #expect(played.timeline.cluster.stateHash == settled.timeline.cluster.stateHash)
  }

  @Test("in step mode a watch says that the cluster is held still")
  func heldStill() {
    let clock = Clock(ticks: 100)
    var session = WatchedTests.session(clock, .step)
    _ = session.execute(WatchedTests.job)
    #expect(session.out("get pods -w").contains("held still"))
    #expect(!session.out("get pods").contains("held still"))
    #expect(clock.shown.isEmpty)
    #expect(session.execute("play").exit == 0)
    #expect(clock.shown.count == 101, "play is what lets time run")
  }

  @Test("the journal knows for how long it was watched")
  func journal() throws {
    let header = Journal.Header(program: "test", Configuration(seed: 7), pace: .auto, language: .english)
    let recorder = SessionRecorder(header)
    var session = WatchedTests.session(Clock(ticks: 33))
    session.clock = Clock(ticks: 33).clock
    recorder.attach(to: &session)
    for line in [WatchedTests.job, "get pods -w"] { _ = recorder.take(line, &session) }
    session.clock = .none
    _ = recorder.take("play 3", &session)
    let reading = try JournalText.read(Array(recorder.text.utf8))
    #expect(reading.journal.entries.map(\.intake.ticks) == [nil, 33, nil])
    // Replayed where there is no clock, and where there is one.
    for clock in [WallClock.none, Clock(ticks: 1).clock] {
      let again = SessionRecorder(header)
      var copy = Session.test(.auto)
      copy.clock = clock
      again.attach(to: &copy)
      var replay = Replay()
      replay.run(reading.journal, on: &copy, again, stopsAtParting: true)
      #expect(replay.parting == nil)
      #expect(again.text == recorder.text)
    }
  }

  @Test("a replay that is interrupted stands between two lines, and says so")
  func interruptedReplay() throws {
    let header = Journal.Header(program: "test", Configuration(seed: 7), pace: .auto, language: .english)
    let recorder = SessionRecorder(header)
    var session = Session.test(.auto)
    recorder.attach(to: &session)
    for line in ["apply -f rs.yaml", "get pods", "delete rs web"] { _ = recorder.take(line, &session) }
    let journal = try JournalText.read(Array(recorder.text.utf8)).journal
    for stop in 1...3 {
      let again = SessionRecorder(header)
      var copy = Session.test(.auto)
      again.attach(to: &copy)
      var replay = Replay()
      replay.run(journal, on: &copy, again, stopsAtParting: false) { $0 < stop }
      #expect(replay.inputs == stop)
      #expect(replay.isInterrupted == (stop < 3))
      #expect(replay.parting == nil)
    }
  }

  @Test("a wait that is interrupted is not one whose time is over")
  func interruptedWait() {
    var session = Session.test(.auto)
    _ = session.execute("run web --image=nginx")
    _ = session.execute("create cronjob tick --image=busybox --schedule='* * * * *' -- date")
    session.goesOn = { $0.moves < 200 }
    let answer = session.execute("wait pod/web --for=delete --timeout=100h")
    #expect(!answer.stderr.contains("timed out"))
    #expect(answer.exit == 1)
    #expect(session.elapsed < .hours(99))
  }

  @Test("a what-if that is interrupted is not told as one that came out the same")
  func interruptedWhatIf() {
    var session = Session.test(.auto)
    _ = session.execute("apply -f rs.yaml")
    session.goesOn = { _ in false }
    let answer = session.execute("what-if without #28")
    #expect(!answer.stdout.contains("same"))
    #expect(session.timeline.others.isEmpty)
  }
}
