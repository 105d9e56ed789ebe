import Basics
import Objects

/// An HTTP request that a kubelet is about to make.
struct WebQuestion {
  /// The place of the container that is asked about.
  let container: Int
  var host: String
  /// nil for the name of a port that the container does not have.
  var port: Int?
  /// The port as it was written.
  var portText: String
  var path: String
  var scheme: String
  var headers: [HTTPGet.Header]

  init(_ get: HTTPGet, of index: Int, in worker: PodWorker) {
    container = index
    host = get.host.isEmpty ? worker.ip : get.host
    port = worker.containers[index].spec.number(of: get.port)
    portText = get.port.string ?? get.port.int.map { String($0) } ?? ""
    path = get.path.hasPrefix("/") ? get.path : "/" + get.path
    scheme = get.scheme.lowercased()
    headers = get.headers
  }

  var target: String { "\(host):\(port.map { String($0) } ?? portText)" }
  var url: String { "\(scheme)://\(target)\(path)" }

  /// What goes with the request, by its name in any case.
  func header(_ name: String) -> String? { headers.last { $0.name.lowercased() == name.lowercased() }?.value }

  /// `GET http://10.244.0.5:8080/`, with the headers that were asked for.
  var text: String {
    let own = headers.map { "\($0.name): \($0.value)" }
    return "GET \(url)" + (own.isEmpty ? "" : " (\(own.joined(separator: ", ")))")
  }

  /// The question that a redirect leads to; nil where it leads to another host.
  ///
  /// Mirrors `probe/http.RedirectChecker`: another port of the host is the same host.
  func following(_ location: String) -> WebQuestion? {
    var next = self
    if location.hasPrefix("//") { return following("\(scheme):\(location)") }
    guard let scheme = location.firstRange(of: "://") else {
      let plain = path.prefix { $0 != "?" }
      let folder = plain.lastIndex(of: "/").map { String(plain[...$0]) } ?? "/"
      next.path = location.hasPrefix("/") ? location : folder + location
      return next
    }
    let rest = location[scheme.upperBound...]
    let authority = rest.prefix { $0 != "/" }
    let parts = authority.split(separator: ":", maxSplits: 1)
    guard parts.first.map(String.init) == host else { return nil }
    next.scheme = String(location[..<scheme.lowerBound])
    next.port = parts.count > 1 ? Int(parts[1]) : next.scheme == "https" ? 443 : 80
    next.path = rest.count > authority.count ? String(rest.dropFirst(authority.count)) : "/"
    return next
  }
}

/// What a kubelet got for an HTTP request.
struct WebReply {
  var request: String
  /// nil where no answer came.
  var status: Int?
  /// The body, or the error in Go's words.
  var text: String
  var took = Interval.zero
  /// Whether a redirect was not followed, because it led elsewhere.
  var wasAnswered: Bool { status != nil }
}
