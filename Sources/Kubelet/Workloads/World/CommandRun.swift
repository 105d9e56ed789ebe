package import Basics

/// How a command that was begun in a container from outside (exec, a probe, a hook) comes out.
package struct CommandRun: Sendable {
  package enum Ending: Hashable, Sendable {
    case exited(Int)
    /// It was killed when its time was over.
    case timedOut
    /// It could not be begun.
    case failed(ContainerStartError)
    /// It runs for longer than is looked ahead (an hour).
    case runsOn
  }

  package var ending: Ending
  /// What it wrote to each of its two streams, and to both in order.
  package var output = ""
  package var errors = ""
  package var both = ""
  /// How long it takes.
  package var took = Interval.zero
}

extension ContainerWorld {
  /// How far a command without a limit is followed.
  private static let horizon = Interval.hours(1)

  /// Begins a command beside process 1 and tells how it will come out after how long.
  ///
  /// The command really runs in this world, at its own pace: what it changes is there once the world has run that far.
  /// How it comes out is read off a copy that runs ahead; should somebody interfere meanwhile, the answer stays. A
  /// command that has not ended at `limit` is killed then.
  package mutating func command(
    _ arguments: [String],
    at now: Instant,
    limit: Interval?,
    input: String = ""
  ) -> CommandRun {
    run(at: now)
    let pid: Int
    do throws(ContainerStartError) {
      guard let first = processes.first(where: { $0.pid == 1 }), end == nil else {
        return CommandRun(ending: .failed(.ended))
      }
      let environment = Variables(first.environment.list(exportedOnly: true))
      let source = input.isEmpty ? nil : addPipe(input)
      pid = try spawn(arguments, environment: environment, at: now) { pid in
        .capture(pid, isError: false)
      }
      captures[pid] = Capture()
      change(pid) { process in
        process.streams[2] = .capture(pid, isError: true)
        process.streams[0] = source.map { .reads(pipe: $0) } ?? .null
        process.deadline = limit.map { now + $0 }
      }
    } catch {
      return CommandRun(ending: .failed(error))
    }
    let run = foresee(pid, from: now, to: now + (limit ?? ContainerWorld.horizon))
    // The answer is known: what the command writes need not be kept a second time.
    captures[pid] = nil
    self.run(at: now)
    return run
  }

  /// What becomes of process `pid`, in a world that runs ahead.
  private func foresee(_ pid: Int, from now: Instant, to limit: Instant) -> CommandRun {
    var ahead = self
    ahead.run(at: now)
    while ahead.captures[pid]?.exitCode == nil, ahead.end == nil, let next = ahead.nextRun, next <= limit {
      ahead.run(at: next)
    }
    guard let capture = ahead.captures[pid] else { return CommandRun(ending: .runsOn) }
    var run = CommandRun(ending: .runsOn, output: capture.output, errors: capture.errors, both: capture.both)
    if let code = capture.exitCode, let end = capture.endedAt {
      run.ending = capture.isTimedOut ? .timedOut : .exited(code)
      run.took = end - now
    } else {
      run.took = limit - now
    }
    return run
  }
}
