import Basics
import Objects

/// The memory that a container's processes take, as far as it matters: whether they hit the limit, and when.
///
/// With control groups of version 2 the kernel kills all processes of the container then, not only the one that asked.
extension ContainerWorld {
  /// How fast a process fills memory: bytes a second.
  private static let fillRate: Int64 = 500 << 20

  /// How long it takes to fill so many bytes.
  static func timeToFill(_ bytes: Int64) -> Interval {
    let whole = bytes / fillRate
    return .seconds(whole) + .microseconds((bytes - whole * fillRate) * 1_000_000 / fillRate)
  }

  /// Bytes: the container's limit, or what a node has.
  var memoryLimit: Int64 { plan.memoryLimit }

  /// What becomes of a process that takes memory without an end.
  func devouring(from now: Instant) -> Utility.Outcome {
    .devours(until: now + ContainerWorld.timeToFill(memoryLimit))
  }

  /// The kernel kills the container's processes.
  mutating func outOfMemory(at now: Instant) -> StepResult {
    isOutOfMemory = true
    finish(code: Signal.kill.exitCode, at: now)
    return .ended(Signal.kill.exitCode)
  }

  /// When a program that takes memory on purpose hits the limit; nil for never.
  func hitsLimit(_ program: NativeProgram) -> Instant? {
    guard program.workload.memory > memoryLimit else { return nil }
    guard let step = program.workload.memoryStep else {
      return program.startedAt + ContainerWorld.timeToFill(memoryLimit)
    }
    let steps = memoryLimit / step.bytes + 1
    return program.startedAt + .microseconds(step.pause.microseconds * steps)
  }
}
