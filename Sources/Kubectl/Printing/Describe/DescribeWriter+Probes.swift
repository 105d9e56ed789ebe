extension DescribeWriter {
  mutating func probes(of container: Reading) {
    let probes = [
      ("Liveness", container.livenessProbe), ("Readiness", container.readinessProbe),
      ("Startup", container.startupProbe),
    ]
    for (title, probe) in probes where probe.exists { line(2, "\(title):\t\(probe.probeText)") }
  }
}

extension Reading {
  /// A probe on one line: `http-get http://:8080/ delay=0s timeout=1s period=10s #success=1 #failure=3`.
  ///
  /// Mirrors `DescribeProbe`.
  var probeText: String {
    let attributes =
      "delay=\(self.initialDelaySeconds.int ?? 0)s timeout=\(self.timeoutSeconds.int ?? 0)s "
      + "period=\(self.periodSeconds.int ?? 0)s "
      + "#success=\(self.successThreshold.int ?? 0) #failure=\(self.failureThreshold.int ?? 0)"
    if self.exec.exists { return "exec [\(self.exec.command.texts.joined(separator: " "))] \(attributes)" }
    if self.httpGet.exists { return "http-get \(self.httpGet.probeURL) \(attributes)" }
    if self.tcpSocket.exists {
      return "tcp-socket \(self.tcpSocket.host.text ?? ""):\(self.tcpSocket.port.scalar ?? "") \(attributes)"
    }
    if self.grpc.exists {
      return "grpc <pod>:\(self.grpc.port.int ?? 0) \(self.grpc.service.text ?? "") \(attributes)"
    }
    return "unknown \(attributes)"
  }

  private var probeURL: String {
    let name = self.host.text ?? ""
    // An IPv6 address takes brackets, as in net.JoinHostPort.
    let authority = (name.contains(":") ? "[\(name)]" : name) + (self.port.scalar.map { ":\($0)" } ?? "")
    return "\((self.scheme.text ?? "").lowercased())://\(authority)\((self.path.text ?? "").percentEncodedPath)"
  }
}

extension String {
  /// A URL path with what may not stand in one as `%XX`; `/` goes before a relative one.
  ///
  /// Mirrors `url.URL.String`.
  fileprivate var percentEncodedPath: String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~$&+,/:;=@!'()*[]".utf8)
    let digits = Array("0123456789ABCDEF")
    var out = isEmpty || hasPrefix("/") ? "" : "/"
    for byte in utf8 {
      if plain.contains(byte) {
        out.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        out += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return out
  }
}
