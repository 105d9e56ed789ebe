import Basics
import Kubelet
import Testing

@Suite("The memory of a container")
struct MemoryTests {
  @Test(
    "what takes more than the limit is killed, and all of the container with it",
    arguments: [
      "sleep 2; tail /dev/zero; echo never", "tail /dev/zero & sleep 100", "x=$(yes); echo never",
      "dd if=/dev/zero of=/dev/null bs=65M count=1; echo never", "sort < /etc/hosts; grep x /dev/zero",
    ]
  )
  func hogs(script: String) throws {
    var run = try ScriptRun(script, memory: "64Mi")
    run.run(seconds: 60)
    #expect(run.code == 137)
    #expect(run.world.isOutOfMemory)
    #expect(!run.lines.contains("never"))
  }

  @Test(
    "what stays below the limit goes on",
    arguments: [
      "dd if=/dev/zero of=/dev/null bs=63M count=3 2>/dev/null", "x=$(seq 1000)", "head -c 5 /dev/zero | wc -c",
    ]
  )
  func modest(script: String) throws {
    var run = try ScriptRun("\(script); echo on", memory: "64Mi")
    run.run(seconds: 60)
    #expect(run.code == 0)
    #expect(run.lines.last == "on")
  }

  @Test("stress runs into its limit, or out its time")
  func stress() throws {
    let command = ["stress", "--vm", "2", "--vm-bytes", "60M", "--timeout", "10s"]
    var small = try ScriptRun(command: command, image: "polinux/stress", memory: "100Mi")
    small.run(seconds: 60)
    #expect(small.code == 137 && small.world.isOutOfMemory && small.seconds < 1)
    var large = try ScriptRun(command: command, image: "polinux/stress", memory: "200Mi")
    large.run(seconds: 60)
    #expect(large.code == 0 && Int(large.seconds) == 10)
    #expect(large.lines.last == "stress: info: [1] successful run completed in 10s")
  }

  @Test("memory that is taken bit by bit hits the limit when it is full")
  func growing() throws {
    let command = ["/stress", "-mem-total", "250Mi", "-mem-alloc-size", "10Mi", "-mem-alloc-sleep", "1s"]
    var run = try ScriptRun(command: command, image: "vish/stress", memory: "100Mi")
    run.run(seconds: 60)
    #expect(run.code == 137 && run.world.isOutOfMemory && Int(run.seconds) == 11)
  }
}
