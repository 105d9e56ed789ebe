package import Basics
package import Objects

/// One life of a container: a restart makes another.
package struct ContainerInstance: Sendable {
  package enum Phase: Hashable, Sendable {
    case created
    case running(since: Instant)
    indirect case ended(ContainerState.Termination)
  }

  /// 0 for the first life.
  package let number: Int
  package let id: String
  /// The image that it was made from, as its `spec` named it.
  let image: String
  package internal(set) var phase = Phase.created
  /// When it ended, to the microsecond.
  var endedAt: Instant?
  /// Its processes, its files, its log; behind a pointer, for lives are copied often and seldom for their worlds.
  package internal(set) var world: ContainerWorld {
    _read { yield boxedWorld.value }
    _modify { yield &boxedWorld.value }
  }
  private var boxedWorld: Boxed<ContainerWorld>
  /// Set once it is to be stopped.
  var stop: Stop?
  /// What was broken in it at the prompt: the next life is whole again.
  var breakage: Breakage?
  /// When its world is due to be run next.
  var runAt: Instant?
  /// Until when what happens in it follows from what a person did to it, and is waited for.
  var awaitedUntil: Instant?

  /// How far the stopping of a container has come.
  struct Stop: Hashable, Sendable {
    enum Stage: Hashable, Sendable {
      /// Its preStop hook runs.
      case hook
      /// It waits for containers that must end before it.
      case turn
      /// It has had SIGTERM.
      case signalled
    }

    var stage: Stage
    /// Until then it may take its time.
    var deadline: Instant
  }

  init(number: Int, id: String, image: String, world: ContainerWorld) {
    self.number = number
    self.id = id
    self.image = image
    boxedWorld = Boxed(world)
  }

  package var isRunning: Bool { if case .running = phase { true } else { false } }

  package var termination: ContainerState.Termination? { if case .ended(let end) = phase { end } else { nil } }

  var seen: SeenInstance { SeenInstance(number: number, id: id, phase: phase, endedAt: endedAt) }
}

/// What the kubelet's cache holds of one life of a container.
struct SeenInstance: Hashable, Sendable {
  var number: Int
  var id: String
  var phase: ContainerInstance.Phase
  var endedAt: Instant?

  var isRunning: Bool { if case .running = phase { true } else { false } }
  var termination: ContainerState.Termination? { if case .ended(let end) = phase { end } else { nil } }
}

/// A container of a Pod on its node: its lives, and what the kubelet knows of them.
package struct RunningContainer: Sendable {
  package enum Role: Hashable, Sendable {
    /// It must end well before the next one starts.
    case initial
    /// An init container that runs beside the others until the Pod ends.
    case sidecar
    case main
  }

  /// Behind a pointer, as the world of a life is.
  package var spec: Container {
    _read { yield boxedSpec.value }
    set {
      boxedSpec = Boxed(newValue)
      echo = SpecEcho(newValue)
    }
  }
  private var boxedSpec: Boxed<Container>
  /// What its status repeats of its `spec`.
  private(set) var echo: SpecEcho
  package let role: Role
  /// As the runtime has them, newest first: of those that have ended it keeps one or two.
  package internal(set) var lives: [ContainerInstance] = []
  /// As the last relist found them.
  var seen: [SeenInstance] = []
  /// As the last status told them.
  var told: [SeenInstance] = []
  /// Why it could not be started the last time; shown in its status.
  ///
  /// Mirrors `kubelet.reasonCache`.
  var reason: Reason?
  /// The restart back-offs by what was started: another image, or other resources, begin without one.
  private var backOffs: [BackOffKey: RestartBackOff] = [:]
  /// For the pulling of the image of that name.
  var imageBackOff: (image: String, backOff: RestartBackOff)?
  var probes: [ProbeWorker] = []
  struct Reason: Hashable, Sendable {
    var word: String
    var message: String
  }

  package init(_ spec: Container, role: Role, at now: Instant) {
    boxedSpec = Boxed(spec)
    echo = SpecEcho(spec)
    self.role = role
    probes = ProbeKind.allCases.compactMap { ProbeWorker($0, of: spec, at: now) }
  }

  package var name: String { spec.name }
  /// The newest life; nil before the first.
  package var current: ContainerInstance? { lives.first }
  var isRunning: Bool { lives.first?.isRunning ?? false }

  /// What of a container's spec its back-off is kept for.
  ///
  /// Mirrors `kuberuntime.GetBackoffKey`.
  private struct BackOffKey: Hashable, Sendable {
    var image: String
    var resources: Resources

    init(_ spec: Container) {
      image = spec.image
      resources = spec.resources
    }
  }

  /// The back-off of its restarts with its present image and resources.
  var backOff: RestartBackOff {
    get { backOffs[BackOffKey(spec)] ?? RestartBackOff() }
    set { backOffs[BackOffKey(spec)] = newValue }
  }

  /// `spec.containers{nginx}`: how Events name it.
  var fieldPath: String { "spec.\(role == .main ? "containers" : "initContainers"){\(name)}" }

  func probe(_ kind: ProbeKind) -> ProbeWorker? { probes.first { $0.kind == kind } }

  /// Whether it is told to run and its startup probe, where it has one, has passed.
  ///
  /// Mirrors `prober.manager.isContainerStarted`.
  var hasStarted: Bool {
    guard let newest = told.first, newest.isRunning else { return false }
    guard let startup = probe(.startup) else { return true }
    return startup.life == newest.number && startup.result == true
  }

  /// Whether it counts as ready: its readiness probe has passed, or it has none.
  var isReady: Bool {
    guard hasStarted, let newest = told.first else { return false }
    guard lives.first?.world.isReady ?? true else { return false }
    guard let readiness = probe(.readiness) else { return true }
    return readiness.life == newest.number && readiness.result == true
  }

  /// The probe that has found the newest life to be ill; nil where none has.
  var illBy: ProbeKind? {
    [ProbeKind.liveness, .startup].first { kind in
      guard let worker = probe(kind), let newest = told.first else { return false }
      return worker.life == newest.number && worker.result == false
    }
  }
}
