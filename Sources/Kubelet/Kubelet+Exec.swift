package import APIServer
package import Basics
package import Machinery
package import Objects

/// Commands that come from outside, with `kubectl exec`.
extension Kubelet {
  /// Begins a command in a running container; how it will come out. Nil where no such container runs.
  package mutating func execute(
    _ command: [String],
    in name: String,
    of key: ObjectKey,
    uid: UID,
    input: String,
    limit: Interval?,
    _ store: Store,
    at now: Instant
  ) -> (reaction: Reaction<Wake>, run: CommandRun)? {
    guard let worker = workers[uid], let pod = worker.pod, let index = worker.value.index(of: name),
      worker.containers[index].isRunning
    else { return nil }
    let ref = PodRef(key: key, uid: uid)
    var turn = PodTurn(ref: ref, pod: pod, store: store, now: now, worker: worker)
    refreshVolumes(&turn)
    let found = turn.worker.value.inWorld(of: index) { world in
      world.command(command, at: now, limit: limit, input: input)
    }
    guard let run = found else { return nil }
    settle(index, &turn)
    var record = ExecRecord(
      container: name,
      command: command.joined(separator: " "),
      exitCode: nil,
      message: "",
      took: run.took
    )
    switch run.ending {
    case .exited(let code): record.exitCode = code
    case .timedOut: record.message = "stopped"
    case .runsOn: record.message = "still running"
    case .failed(let error): record.message = error.message
    }
    // Where the command has ended process 1 at once, that is told by the wake that follows.
    turn.tell(.executed(record))
    workers.put(turn.worker, uid)
    return (turn.reaction, run)
  }
}
