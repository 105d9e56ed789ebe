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

  static func controller(_ component: Component, at now: Instant) -> Client {
    Client(component, perSecond: 20, burst: 30, at: now)
  }

  static func scheduler(at now: Instant) -> Client { Client(.scheduler, perSecond: 50, burst: 100, at: now) }

  static func kubelet(_ node: String, at now: Instant) -> Client {
    Client(.kubelet(node), perSecond: 50, burst: 100, at: now)
  }
}
