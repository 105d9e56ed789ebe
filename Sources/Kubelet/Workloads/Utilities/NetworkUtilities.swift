import Basics
import Objects

/// Utilities that speak to servers. Only the container's own server can be reached from inside it; all else is refused.
enum NetworkUtilities {
  static let table: [String: Utilities.Body] = [
    "curl": curl, "httpd": refuse, "nc": connect, "nslookup": refuse, "wget": wget,
  ]

  @Sendable private static func refuse(_ call: inout UtilityCall, _: inout ContainerWorld) -> Utility.Outcome {
    call.refuse(call.words.joined(separator: " "))
  }

  private struct Target {
    var host: String
    var port: Int
    var path: String

    init?(_ text: String) {
      var rest = text[...]
      if rest.hasPrefix("http://") { rest = rest.dropFirst(7) }
      if rest.hasPrefix("https://") { return nil }
      let address = rest.prefix { $0 != "/" }
      path = address.count < rest.count ? String(rest.dropFirst(address.count)) : "/"
      let parts = address.split(separator: ":", omittingEmptySubsequences: false)
      host = String(parts.first ?? "")
      port = parts.count > 1 ? Int(parts[1]) ?? 0 : 80
    }
  }

  private static func reaches(_ host: String, _ world: ContainerWorld) -> Bool {
    ["localhost", "127.0.0.1", world.address, world.plan.hostname].contains(host)
  }

  @Sendable private static func wget(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    var output: String?
    var isQuiet = false
    var isSpider = false
    var limit: Interval?
    var address: String?
    var words = call.words.dropFirst()
    while let word = words.popFirst() {
      switch word {
      case "-q": isQuiet = true
      case "-O": output = words.popFirst()
      case "-O-", "-qO-":
        output = "-"
        isQuiet = isQuiet || word == "-qO-"
      case "-qO":
        isQuiet = true
        output = words.popFirst()
      case "--spider": isSpider = true
      case "-T": limit = words.popFirst().flatMap(SystemUtilities.duration)
      case _ where word.hasPrefix("-T"): limit = SystemUtilities.duration(String(word.dropFirst(2)))
      case _ where word.hasPrefix("-"): return call.refuse("wget \(word)")
      default: address = word
      }
    }
    guard let address, let target = Target(address), reaches(target.host, world) else {
      return call.refuse("wget \(address ?? ""), an address other than the container's own")
    }
    if !isQuiet { call.note("Connecting to \(target.host):\(target.port) (127.0.0.1:\(target.port))") }
    guard let answer = world.get(target.path, port: target.port, agent: "Wget", from: "127.0.0.1", at: call.now) else {
      return call.fail("can't connect to remote host (127.0.0.1): Connection refused")
    }
    if let limit, answer.took > limit { return call.fail("download timed out") }
    guard (200..<300).contains(answer.status) else {
      return call.fail("server returned error: HTTP/1.1 \(answer.status) \(HTTPStatus.reason(answer.status))")
    }
    if isSpider { return .later(call.now + answer.took, code: 0) }
    if output == "-" { return .later(call.now + answer.took, output: answer.body, code: 0) }
    let name = output ?? (target.path.hasSuffix("/") ? "index.html" : Path.name(of: target.path))
    world.put(.file(answer.body), at: call.path(name))
    return .later(call.now + answer.took, code: 0)
  }

  @Sendable private static func curl(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    let options = call.options("sfSiIkL", valued: "mo")
    if let unknown = options.unknown { return call.refuse("curl \(unknown)") }
    if !options.letters.isDisjoint(with: ["i", "I"]) { return call.refuse("curl -i") }
    guard let address = options.operands.first, let target = Target(address), reaches(target.host, world) else {
      return call.refuse("curl \(options.operands.first ?? ""), an address other than the container's own")
    }
    guard let answer = world.get(target.path, port: target.port, agent: "curl", from: "127.0.0.1", at: call.now) else {
      let text = "(7) Failed to connect to \(target.host) port \(target.port) after 0 ms: Could not connect to server"
      return options.has("s") && !options.has("S") ? .ended(7) : call.fail(text, code: 7)
    }
    if options.has("f"), answer.status >= 400 {
      let text = "(22) The requested URL returned error: \(answer.status)"
      return options.has("s") && !options.has("S") ? .ended(22) : call.fail(text, code: 22)
    }
    if let file = options.value("o"), call.path(file) != "/dev/null" {
      world.put(.file(answer.body), at: call.path(file))
    }
    let output = options.value("o") == nil ? answer.body : ""
    return .later(call.now + answer.took, output: output, code: 0)
  }

  /// `nc -z HOST PORT`: whether something listens.
  @Sendable private static func connect(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    let options = call.options("zvn", valued: "w")
    guard options.has("z"), options.unknown == nil, options.operands.count == 2, let port = Int(options.operands[1]),
      reaches(options.operands[0], world)
    else { return call.refuse(call.words.joined(separator: " ")) }
    return .ended(world.accepts(port: port, at: call.now) ? 0 : 1)
  }
}
