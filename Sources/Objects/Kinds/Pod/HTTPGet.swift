/// One HTTP GET request that a kubelet makes: `httpGet` of a probe or of a lifecycle hook.
package struct HTTPGet: Hashable, Sendable {
  package struct Header: Hashable, Sendable {
    package var name: String
    package var value: String
  }

  package var path: String
  /// A number, or the name of one of the container's ports.
  package var port: Value
  /// Empty for the Pod's own address.
  package var host: String
  package var scheme: String
  package var headers: [Header]

  init(_ fields: Fields) {
    path = fields["path"]?.string ?? "/"
    port = fields["port"] ?? .null
    host = fields["host"]?.string ?? ""
    scheme = fields["scheme"]?.string ?? "HTTP"
    headers = (fields["httpHeaders"]?.array ?? []).map {
      Header(name: $0["name"]?.string ?? "", value: $0["value"]?.string ?? "")
    }
  }
}
