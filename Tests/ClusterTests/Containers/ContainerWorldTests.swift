import Basics
import Kubelet
import Objects
import Testing

@Suite("A container's world")
struct ContainerWorldTests {
  @Test("process 1 of a shell ignores SIGTERM, and obeys it where it has a trap")
  func terminate() throws {
    var deaf = try ScriptRun("sleep 1000")
    deaf.run(seconds: 5)
    deaf.world.stop(at: deaf.now, annotations: [:])
    deaf.run(seconds: 20)
    #expect(deaf.code == nil)
    deaf.world.kill(at: deaf.now)
    #expect(deaf.code == 137)

    var polite = try ScriptRun("trap 'echo bye; exit 0' TERM; while true; do sleep 1; done")
    polite.run(seconds: 5.5)
    polite.world.stop(at: polite.now, annotations: [:])
    polite.run(seconds: 20)
    #expect(polite.code == 0)
    #expect(polite.lines == ["bye"])
    // The trap waits for the command in the foreground.
    #expect(polite.seconds > 5.9 && polite.seconds < 6.2)

    var quick = try ScriptRun("trap 'exit 3' TERM; sleep 1000 & wait $!")
    quick.run(seconds: 5)
    quick.world.stop(at: quick.now, annotations: [:])
    quick.run(seconds: 20)
    #expect(quick.code == 3)
    #expect(quick.seconds < 5.1)
  }

  @Test("a program that exec has put in the shell's place gets the signal")
  func execReplaces() throws {
    var run = try ScriptRun("exec nginx -g 'daemon off;'", image: "nginx")
    run.run(seconds: 1)
    #expect(run.world.accepts(port: 80, at: run.now))
    run.world.stop(at: run.now, annotations: [:])
    run.run(seconds: 2)
    #expect(run.code == 0)
  }

  @Test("commands from outside see the files and the processes of the container")
  func commands() throws {
    var run = try ScriptRun("echo started > /tmp/f; sleep 1000")
    run.run(seconds: 1)
    var first = run.world.command(["cat", "/tmp/f"], at: run.now, limit: nil)
    #expect(first.ending == .exited(0))
    #expect(first.output == "started\n")
    #expect(first.took < .milliseconds(10))
    first = run.world.command(["rm", "/tmp/f"], at: run.now, limit: nil)
    #expect(first.ending == .exited(0))
    let gone = run.world.command(["cat", "/tmp/f"], at: run.now, limit: nil)
    #expect(gone.ending == .exited(1))
    #expect(gone.both == "cat: can't open '/tmp/f': No such file or directory\n")
    let list = run.world.command(["sh", "-c", "ps | grep -c sleep"], at: run.now, limit: nil)
    // Process 1, the shell whose script names it, and grep itself.
    #expect(list.output == "3\n")
  }

  @Test("a command from outside ends at its limit, takes its time, or cannot be begun")
  func endings() throws {
    var run = try ScriptRun("sleep 1000")
    run.run(seconds: 1)
    let late = run.world.command(["sleep", "5"], at: run.now, limit: .seconds(1))
    #expect(late.ending == .timedOut)
    #expect(late.took == .seconds(1))
    let slow = run.world.command(["sh", "-c", "echo a; sleep 3; echo b >&2; exit 4"], at: run.now, limit: nil)
    #expect(slow.ending == .exited(4))
    #expect(slow.output == "a\n" && slow.errors == "b\n" && slow.both == "a\nb\n")
    #expect(slow.took.wholeSeconds == 3)
    let missing = run.world.command(["foo"], at: run.now, limit: nil)
    #expect(missing.ending == .failed(.notFound("foo")))
    let refused = run.world.command(["git", "log"], at: run.now, limit: nil)
    #expect(refused.ending == .failed(.notSimulated("git")))
  }

  @Test("kill 1 from outside reaches a trap, and SIGKILL does not reach process 1")
  func killFromInside() throws {
    var run = try ScriptRun("trap 'exit 9' TERM; while true; do sleep 1; done")
    run.run(seconds: 2)
    _ = run.world.command(["kill", "-9", "1"], at: run.now, limit: nil)
    run.run(seconds: 5)
    #expect(run.code == nil)
    _ = run.world.command(["kill", "1"], at: run.now, limit: nil)
    run.run(seconds: 5)
    #expect(run.code == 9)
  }

  @Test("nginx answers from its folder, and 403 once its page is gone")
  func nginx() throws {
    var run = try ScriptRun(command: [], image: "nginx")
    run.run(seconds: 1)
    #expect(run.world.get("/", port: 80, agent: "test", at: run.now)?.status == 200)
    #expect(run.world.get("/none", port: 80, agent: "test", at: run.now)?.status == 404)
    #expect(run.world.get("/", port: 8080, agent: "test", at: run.now) == nil)
    _ = run.world.command(["rm", "/usr/share/nginx/html/index.html"], at: run.now, limit: nil)
    run.run(seconds: 1)
    #expect(run.world.get("/", port: 80, agent: "test", at: run.now)?.status == 403)
  }

  @Test("kubia-unhealthy answers five times well, the liveness example for ten seconds")
  func unhealthy() throws {
    var kubia = try ScriptRun(command: [], image: "luksa/kubia-unhealthy")
    kubia.run(seconds: 1)
    let statuses = (0..<7).map { _ in kubia.world.get("/", port: 8080, agent: "t", at: kubia.now)?.status }
    #expect(statuses == [200, 200, 200, 200, 200, 500, 500])

    var liveness = try ScriptRun(command: ["/server"], image: "registry.k8s.io/liveness")
    liveness.run(seconds: 9)
    #expect(liveness.world.get("/healthz", port: 8080, agent: "t", at: liveness.now)?.status == 200)
    liveness.run(seconds: 2)
    #expect(liveness.world.get("/healthz", port: 8080, agent: "t", at: liveness.now)?.status == 500)
  }

  @Test("the environment sets how the kubia server behaves")
  func kubiaEnvironment() throws {
    let env: [Value] = [
      ["name": "START_DELAY", "value": "15"], ["name": "DELAY", "value": "3"], ["name": "OK_COUNT", "value": "1"],
    ]
    var run = try ScriptRun(command: [], image: "luksa/kubia", env: env)
    run.run(seconds: 10)
    #expect(!run.world.accepts(port: 8080, at: run.now))
    run.run(seconds: 6)
    let first = run.world.get("/", port: 8080, agent: "t", at: run.now)
    #expect(first?.status == 200 && first?.took == .seconds(3))
    #expect(run.world.get("/", port: 8080, agent: "t", at: run.now)?.status == 500)
    #expect(run.world.get("/status/503", port: 8080, agent: "t", at: run.now)?.status == 503)
  }

  @Test("a program that is not there or not simulated is refused at the start")
  func startErrors() {
    #expect(throws: ContainerStartError.notFound("nosuch")) { try ScriptRun(command: ["nosuch"]) }
    #expect(throws: ContainerStartError.noSuchFile("/no/such")) { try ScriptRun(command: ["/no/such"]) }
    #expect(throws: ContainerStartError.notSimulated("du")) { try ScriptRun("ls; if true; then du /; fi") }
    #expect(throws: ContainerStartError.notSimulated("process substitution")) { try ScriptRun("cat <(ls)") }
  }

  @Test("an image without a terminal ends at once where its command is a shell")
  func shellWithoutInput() throws {
    var run = try ScriptRun(command: [], image: "busybox")
    run.run(seconds: 1)
    #expect(run.code == 0)
  }

  @Test("a variable in a command is the container's own before the shell sees it")
  func expansion() throws {
    var run = try ScriptRun(
      command: ["echo", "$(GREETING) $(NONE) $$(GREETING)"],
      env: [["name": "GREETING", "value": "hello"]]
    )
    run.run(seconds: 1)
    #expect(run.output == "hello $(NONE) $(GREETING)")
  }

  @Test("a loop that never pauses is busy: it costs little and goes on")
  func busy() throws {
    var run = try ScriptRun("while true; do :; done")
    run.run(seconds: 3_600)
    #expect(run.code == nil)
    var loud = try ScriptRun("while true; do echo x; done")
    loud.run(seconds: 3_600)
    #expect(loud.code == nil)
    #expect(loud.lines.count <= ContainerLog.limit + 250)
  }

  @Test("a loop that sleeps is never taken to be busy")
  func steady() throws {
    var run = try ScriptRun("i=0; while true; do i=$((i+1)); echo $i; sleep 1; done")
    run.run(seconds: 20_000)
    #expect((19_900...20_000).contains(run.lines.last.flatMap { Int($0) } ?? 0))
  }
}
