/// Probes and lifecycle hooks.
///
/// Mirrors `validateProbe` and `validateHandler` of `pkg/apis/core/validation`.
extension Validator {
  /// Liveness and startup probes, which cannot ask for more than one success.
  mutating func livenessProbe(_ probe: Fields?, _ path: FieldPath, _ pod: PodContext) {
    guard let probe else { return }
    self.probe(probe, path, pod)
    if let threshold = probe["successThreshold"], threshold != 1 {
      invalid(path.child("successThreshold"), threshold, "must be 1")
    }
  }

  mutating func readinessProbe(_ probe: Fields?, _ path: FieldPath, _ pod: PodContext) {
    guard let probe else { return }
    self.probe(probe, path, pod)
    if let grace = probe["terminationGracePeriodSeconds"] {
      invalid(path.child("terminationGracePeriodSeconds"), grace, "must not be set for readinessProbes")
    }
  }

  mutating func lifecycle(_ lifecycle: Fields?, _ path: FieldPath, _ pod: PodContext) {
    for name in ["postStart", "preStop"] {
      if let handler = lifecycle?[name]?.object { self.handler(handler, path.child(name), pod) }
    }
  }

  private mutating func probe(_ probe: Fields, _ path: FieldPath, _ pod: PodContext) {
    handler(probe, path, pod)
    for name in [
      "initialDelaySeconds", "timeoutSeconds", "periodSeconds", "successThreshold", "failureThreshold",
    ] {
      nonNegative(probe[name], path.child(name))
    }
    if let grace = probe["terminationGracePeriodSeconds"], (grace.int ?? 0) <= 0 {
      invalid(path.child("terminationGracePeriodSeconds"), grace, "must be greater than 0")
    }
  }

  private mutating func handler(_ handler: Fields, _ path: FieldPath, _ pod: PodContext) {
    var count = 0
    for name in ["exec", "httpGet", "tcpSocket", "grpc", "sleep"] {
      guard let action = handler[name]?.object else { continue }
      count += 1
      if count > 1 {
        forbidden(path.child(name), "may not specify more than 1 handler type")
      } else {
        self.action(action, name, path.child(name), pod)
      }
    }
    if count == 0 { required(path, "must specify a handler type") }
  }

  private mutating func action(_ action: Fields, _ name: String, _ path: FieldPath, _ pod: PodContext) {
    switch name {
    case "exec":
      if action["command"]?.array?.isEmpty ?? true { required(path.child("command")) }
    case "httpGet":
      if action.text("path").isEmpty { required(path.child("path")) }
      portOrName(action["port"], path.child("port"))
      supported(action["scheme"], ["HTTP", "HTTPS"], path.child("scheme"))
      for header in action.items("httpHeaders") {
        let name = header.text("name")
        invalid(path.child("httpHeaders"), .string(name), NameSyntax.headerName(name))
      }
    case "tcpSocket": portOrName(action["port"], path.child("port"))
    case "grpc": inRange(action["port"] ?? 0, 1...65_535, path.child("port"))
    default:
      let seconds = action["seconds"]?.int ?? 0
      if seconds < 0 || seconds > pod.gracePeriod {
        invalid(
          path,
          .int(seconds),
          "must be non-negative and less than terminationGracePeriodSeconds (\(pod.gracePeriod))"
        )
      }
    }
  }

  private mutating func portOrName(_ port: Value?, _ path: FieldPath) {
    if let name = port?.string {
      invalid(path, .string(name), NameSyntax.portName(name))
    } else {
      inRange(port ?? 0, 1...65_535, path)
    }
  }
}
