import APIServer
package import Basics
import Kubelet
import Machinery
package import Objects

/// A command to be run in a container.
package struct ExecRequest: Hashable, Sendable {
  package var pod: ObjectKey
  package var container: String
  package var command: [String]
  /// What it reads from its standard input.
  package var input = ""
  /// After so long nobody waits for it any more, and it is stopped.
  package var limit: Interval?

  package init(pod: ObjectKey, container: String, command: [String]) {
    self.pod = pod
    self.container = container
    self.command = command
  }
}

/// How a command in a container comes out.
package enum ExecOutcome: Hashable, Sendable {
  /// It ends with this code after so long; nil for one that was stopped or runs for longer than is looked ahead.
  case ran(stdout: String, stderr: String, exitCode: Int?, took: Interval)
  /// The runtime cannot begin it, in its own words.
  case notBegun(String)
  /// The program exists and is not simulated.
  case notSimulated(String)
  /// No such container runs.
  case notRunning
  /// The node's kubelet does not answer; its address.
  case unreachable(String)
}

extension Cluster {
  /// How a command would come out if it were begun now; nothing happens.
  ///
  /// `perform(.exec)` then makes it happen: from the same state the same command comes out the same way.
  package func outcome(of request: ExecRequest) -> ExecOutcome {
    var copy = self
    return copy.execute(request)
  }

  /// Begins a command in a container.
  @discardableResult
  mutating func execute(_ request: ExecRequest) -> ExecOutcome {
    let id = ObjectID(.pod, request.pod)
    guard let pod = store[id]?.as(Pod.self), let address = kubelets[pod.spec.nodeName]?.hostIP else {
      return .notRunning
    }
    let node = pod.spec.nodeName
    guard parked[node] == nil else { return .unreachable(address) }
    let store = store
    guard
      let (reaction, run) = kubelets[node]?.execute(
        request.command,
        in: request.container,
        of: request.pod,
        uid: pod.metadata.uid,
        input: request.input,
        limit: request.limit,
        store,
        at: now
      )
    else { return .notRunning }
    react(.kubelet(node: node), reaction, cause: command) { .wakeKubelet(node: node, $0) }
    switch run.ending {
    case .exited(let code): return .ran(stdout: run.output, stderr: run.errors, exitCode: code, took: run.took)
    case .timedOut, .runsOn: return .ran(stdout: run.output, stderr: run.errors, exitCode: nil, took: run.took)
    case .failed(.notSimulated(let what)): return .notSimulated(what)
    case .failed(let error): return .notBegun(error.message)
    }
  }
}
