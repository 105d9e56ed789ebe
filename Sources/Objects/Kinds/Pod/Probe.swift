package import Basics

/// The three questions that a kubelet may put to a container.
package enum ProbeKind: String, Hashable, Sendable, CaseIterable {
  case startup, liveness, readiness

  /// The word that events begin with: `Liveness`.
  package var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

/// How a kubelet asks whether a container is well: `livenessProbe` and its kin.
package struct Probe: Hashable, Sendable {
  package enum Handler: Hashable, Sendable {
    case http(HTTPGet)
    case tcp(port: Value, host: String)
    case exec([String])
    case grpc
  }

  package var handler: Handler
  package var initialDelay: Interval
  package var period: Interval
  package var timeout: Interval
  package var successThreshold: Int
  package var failureThreshold: Int
  /// Seconds; takes the place of the Pod's when this probe has the container stopped.
  package var terminationGracePeriodSeconds: Int?

  /// Nil where the value has no handler.
  package init?(_ value: Value?) {
    guard let fields = value?.object else { return nil }
    var reader = FieldReader(fields)
    if let http = reader.fields("httpGet") {
      handler = .http(HTTPGet(http))
    } else if let tcp = reader.fields("tcpSocket") {
      handler = .tcp(port: tcp["port"] ?? .null, host: tcp["host"]?.string ?? "")
    } else if let exec = reader.fields("exec") {
      handler = .exec(exec["command"]?.array?.compactMap(\.string) ?? [])
    } else if reader.fields("grpc") != nil {
      handler = .grpc
    } else {
      return nil
    }
    func seconds(_ name: String, _ fallback: Int) -> Interval { .seconds(Int64(reader.int(name) ?? fallback)) }
    initialDelay = seconds("initialDelaySeconds", 0)
    period = seconds("periodSeconds", 10)
    timeout = seconds("timeoutSeconds", 1)
    successThreshold = reader.int("successThreshold") ?? 1
    failureThreshold = reader.int("failureThreshold") ?? 3
    terminationGracePeriodSeconds = reader.int("terminationGracePeriodSeconds")
  }
}

extension Container {
  package func probe(_ kind: ProbeKind) -> Probe? { Probe(other["\(kind.rawValue)Probe"]) }

  /// The number of a port that is given by number or by name; nil for a name that no port has.
  package func number(of port: Value) -> Int? {
    if let number = port.int { return Int(number) }
    return ports.first { $0.name == port.string }?.containerPort ?? port.string.flatMap { Int($0) }
  }

  /// Whether this is an init container that runs beside the others until the Pod ends.
  package var isSidecar: Bool { other["restartPolicy"]?.string == "Always" }
}
