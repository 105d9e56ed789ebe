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
    case http(path: String, port: Value, host: String, scheme: String)
    case tcp(port: Value, host: String)
    case exec([String])
    case grpc
  }

  package var handler: Handler
  package var initialDelay: Interval
  package var period: Interval
  package var successThreshold: Int
  package var failureThreshold: Int
  /// Seconds; takes the place of the Pod's when this probe has the container stopped.
  package var terminationGracePeriodSeconds: Int?

  /// Nil where the value has no handler.
  package init?(_ value: Value?) {
    guard let fields = value?.object else { return nil }
    var reader = FieldReader(fields)
    if let http = reader.fields("httpGet") {
      handler = .http(
        path: http["path"]?.string ?? "/",
        port: http["port"] ?? .null,
        host: http["host"]?.string ?? "",
        scheme: http["scheme"]?.string ?? "HTTP"
      )
    } else if let tcp = reader.fields("tcpSocket") {
      handler = .tcp(port: tcp["port"] ?? .null, host: tcp["host"]?.string ?? "")
    } else if let exec = reader.fields("exec") {
      handler = .exec(exec["command"]?.array?.compactMap(\.string) ?? [])
    } else if reader.fields("grpc") != nil {
      handler = .grpc
    } else {
      return nil
    }
    initialDelay = .seconds(Int64(reader.int("initialDelaySeconds") ?? 0))
    period = .seconds(Int64(reader.int("periodSeconds") ?? 10))
    successThreshold = reader.int("successThreshold") ?? 1
    failureThreshold = reader.int("failureThreshold") ?? 3
    terminationGracePeriodSeconds = reader.int("terminationGracePeriodSeconds")
  }
}

extension Container {
  package func probe(_ kind: ProbeKind) -> Probe? { Probe(other["\(kind.rawValue)Probe"]) }
}
