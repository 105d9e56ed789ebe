import Basics
import Machinery

/// How one component reaches the API server: at its rate, with its own recorder of Events.
struct Client: Sendable {
  let component: Component
  var limiter: RateLimiter
  var recorder: EventRecorder

  /// Controllers may call 20 times a second, the scheduler and kubelets 50 times: the defaults of `--kube-api-qps`.
  init(_ component: Component, perSecond: Int64, burst: Int64, at now: Instant) {
    self.component = component
    limiter = RateLimiter(perSecond: perSecond, burst: burst, at: now)
    recorder = EventRecorder(component)
  }

  /// What becomes of something that the component asked for.
  enum Dispatch {
    case send(APIRequest, answer: Int?, at: Instant)
    case droppedAsSpam(EventNote)
  }

  /// Lets the calls and then the notes of a reaction through, each at its time.
  mutating func dispatch<Wake>(_ reaction: Reaction<Wake>, at now: Instant) -> [Dispatch] {
    reaction.calls.map { send($0.request, answer: $0.answer, at: now) }
      + reaction.notes.compactMap { note -> Dispatch? in
        switch recorder.record(note, at: now) {
        case .silent: nil
        case .droppedAsSpam: .droppedAsSpam(note)
        case .create(let event): send(.event(event, isNew: true), answer: nil, at: now)
        case .count(let event): send(.event(event, isNew: false), answer: nil, at: now)
        }
      }
  }

  private mutating func send(_ request: APIRequest, answer: Int?, at now: Instant) -> Dispatch {
    .send(request, answer: answer, at: limiter.take(at: now) + Latency.request)
  }

  static func controller(_ component: Component, at now: Instant) -> Client {
    Client(component, perSecond: 20, burst: 30, at: now)
  }

  static func scheduler(at now: Instant) -> Client { Client(.scheduler, perSecond: 50, burst: 100, at: now) }

  static func kubelet(_ node: String, at now: Instant) -> Client {
    Client(.kubelet(node), perSecond: 50, burst: 100, at: now)
  }
}

/// The clients of all components.
struct Clients: Sendable {
  /// In the order of the controllers.
  var controllers: [Client]
  var scheduler: Client
  var garbageCollector: Client
  var nodeLifecycle: Client
  var taintEviction: Client
  var kubelets = SnapshotMap<String, Client>()

  init(controllers: [Component], at now: Instant) {
    self.controllers = controllers.map { .controller($0, at: now) }
    scheduler = .scheduler(at: now)
    garbageCollector = .controller(.garbageCollector, at: now)
    nodeLifecycle = .controller(.nodeController, at: now)
    taintEviction = .controller(.taintEviction, at: now)
  }

  mutating func dispatch<Wake>(
    _ reaction: Reaction<Wake>,
    of subscriber: Subscriber,
    at now: Instant
  ) -> [Client.Dispatch] {
    switch subscriber {
    case .controller(let index): controllers[index].dispatch(reaction, at: now)
    case .scheduler: scheduler.dispatch(reaction, at: now)
    case .garbageCollector: garbageCollector.dispatch(reaction, at: now)
    case .nodeLifecycle: nodeLifecycle.dispatch(reaction, at: now)
    case .taintEviction: taintEviction.dispatch(reaction, at: now)
    case .kubelet(let node): kubelets[node]?.dispatch(reaction, at: now) ?? []
    }
  }
}
