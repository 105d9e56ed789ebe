import Basics

/// Services.
///
/// Mirrors `ValidateService` and `ValidateServiceUpdate` of `pkg/apis/core/validation`.
extension Validator {
  mutating func serviceSpec(_ spec: Fields) {
    let path = FieldPath("spec")
    let type = spec.text("type")
    let isHeadless = spec["clusterIPs"]?.array == ["None"]
    let ports = spec.items("ports")
    if ports.isEmpty, !isHeadless, type != "ExternalName" { required(path.child("ports")) }
    if isHeadless, ["LoadBalancer", "NodePort"].contains(type) {
      invalid(path.child("clusterIPs")[0], "None", "may not be set to 'None' for \(type) services")
    }
    if type == "ExternalName" { externalName(spec, path) }
    var names: Set<String> = []
    for (index, port) in ports.enumerated() {
      servicePort(port, path.child("ports")[index], needsName: ports.count > 1, &names)
    }
    labels(spec.structure("selector"), path.child("selector"))
    supported(spec["sessionAffinity"], ["ClientIP", "None"], path.child("sessionAffinity"))
    sessionAffinity(spec, path.child("sessionAffinityConfig"))
    if type != "ExternalName" { addresses(spec, path) }
    for (index, text) in (spec["externalIPs"]?.array ?? []).compactMap(\.string).enumerated() {
      let place = path.child("externalIPs")[index]
      if let problem = address(text, place)?.special { invalid(place, .string(text), problem) }
    }
    supported(spec["type"], ["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"], path.child("type"))
    portNumbers(ports, isClusterIP: type == "ClusterIP", path.child("ports"))
    loadBalancer(spec, path)
    traffic(spec, path)
  }

  private mutating func externalName(_ spec: Fields, _ path: FieldPath) {
    for name in ["clusterIPs", "ipFamilies", "ipFamilyPolicy"] where spec[name] != nil && spec[name] != [] {
      forbidden(path.child(name), "may not be set for ExternalName services")
    }
    let text = spec.text("externalName")
    let name = text.hasSuffix(".") ? String(text.dropLast()) : text
    if name.isEmpty {
      required(path.child("externalName"))
    } else {
      invalid(path.child("externalName"), .string(name), NameSyntax.dns1123Subdomain(name))
    }
  }

  private mutating func servicePort(
    _ port: Fields,
    _ path: FieldPath,
    needsName: Bool,
    _ names: inout Set<String>
  ) {
    let name = port.text("name")
    if name.isEmpty {
      if needsName { required(path.child("name")) }
    } else {
      invalid(path.child("name"), .string(name), NameSyntax.dns1123Label(name))
      if !names.insert(name).inserted { duplicate(path.child("name"), .string(name)) }
    }
    inRange(port["port"] ?? 0, 1...65_535, path.child("port"))
    supported(port["protocol"], ["SCTP", "TCP", "UDP"], path.child("protocol"))
    if let target = port["targetPort"]?.string {
      invalid(path.child("targetPort"), .string(target), NameSyntax.portName(target))
    } else {
      inRange(port["targetPort"] ?? 0, 1...65_535, path.child("targetPort"))
    }
    if let proto = port["appProtocol"]?.string {
      invalid(path.child("appProtocol"), .string(proto), NameSyntax.labelKey(proto))
    }
  }

  private mutating func sessionAffinity(_ spec: Fields, _ path: FieldPath) {
    let config = spec["sessionAffinityConfig"]?.object
    switch spec.text("sessionAffinity") {
    case "None":
      if config != nil { forbidden(path, "must not be set when session affinity is None") }
    case "ClientIP":
      let detail = "when session affinity type is ClientIP"
      guard let config else { return required(path, detail) }
      guard let client = config["clientIP"]?.object else { return required(path.child("clientIP"), detail) }
      let place = path.child("clientIP").child("timeoutSeconds")
      guard let seconds = client["timeoutSeconds"] else { return required(place, detail) }
      if !(1...86_400).contains(seconds.int ?? 0) {
        invalid(place, seconds, "must be greater than 0 and less than 86400")
      }
    default: break
    }
  }

  /// Mirrors `ValidateServiceClusterIPsRelatedFields`.
  private mutating func addresses(_ spec: Fields, _ path: FieldPath) {
    let all = spec["clusterIPs"]?.array ?? []
    let place = path.child("clusterIPs")
    let first = spec.text("clusterIP")
    if first.isEmpty {
      if !all.isEmpty { invalid(place, .array(all), "must be empty when `clusterIP` is not specified") }
    } else if all.isEmpty {
      required(place)
    } else if all[0].string != first {
      invalid(place, .array(all), "first value must match `clusterIP`")
    }
    let families = (spec["ipFamilies"]?.array ?? []).compactMap(\.string)
    for (index, family) in families.enumerated() {
      let place = path.child("ipFamilies")[index]
      if !["IPv4", "IPv6"].contains(family) { add(place, .unsupported(.string(family), supported: ["IPv4", "IPv6"])) }
      if families[..<index].contains(family) { duplicate(place, .string(family)) }
    }
    if let policy = spec["ipFamilyPolicy"] {
      supported(policy, ["PreferDualStack", "RequireDualStack", "SingleStack"], path.child("ipFamilyPolicy"))
    }
    let before = errors.count
    var found: [IPAddress] = []
    for (index, text) in all.compactMap(\.string).enumerated() {
      if index == 0, text == "None" {
        if all.count > 1 { invalid(place, .array(all), "'None' must be the first and only value") }
      } else if let address = address(text, place[index]) {
        found.append(address)
      }
    }
    let isReadable = errors.count == before
    if all.count > 2 { invalid(place, .array(all), "may only hold up to 2 values") }
    guard isReadable else { return }
    if found.count > 1, Set(found.map(\.family)).count < 2 {
      invalid(place, .array(all), "may specify no more than one IP for each IP family")
    }
    for (index, pair) in zip(found, families).enumerated() where pair.0.family.rawValue != pair.1 {
      invalid(place[index], all[index], "expected an \(pair.1) value as indicated by `ipFamilies[\(index)]`")
    }
  }

  private mutating func portNumbers(_ ports: [Fields], isClusterIP: Bool, _ path: FieldPath) {
    func nodePort(_ port: Fields) -> Int64 { port["nodePort"]?.int ?? 0 }
    if isClusterIP {
      for (index, port) in ports.enumerated() where nodePort(port) != 0 {
        forbidden(path[index].child("nodePort"), "may not be used when `type` is 'ClusterIP'")
      }
    }
    var taken: Set<String> = []
    for (index, port) in ports.enumerated() where nodePort(port) != 0 {
      if !taken.insert("\(port.text("protocol"))/\(nodePort(port))").inserted {
        duplicate(path[index].child("nodePort"), .int(nodePort(port)))
      }
    }
    taken = []
    for (index, port) in ports.enumerated() {
      let number = port["port"]?.int ?? 0
      guard !taken.insert("\(port.text("protocol"))/\(number)").inserted else { continue }
      let shown = OrderedJSON.object([
        ("Name", .value("")), ("Protocol", .value(.string(port.text("protocol")))), ("AppProtocol", .value(.null)),
        ("Port", .value(.int(number))), ("TargetPort", .value(0)), ("NodePort", .value(0)),
      ])
      add(path[index], .duplicateJSON(shown.json))
    }
  }

  private mutating func loadBalancer(_ spec: Fields, _ path: FieldPath) {
    let isBalancer = spec.text("type") == "LoadBalancer"
    let detail = "may only be used when `type` is 'LoadBalancer'"
    let ranges = (spec["loadBalancerSourceRanges"]?.array ?? []).compactMap(\.string)
    if !ranges.isEmpty {
      // The large letter is the server's.
      let place = path.child("LoadBalancerSourceRanges")
      if !isBalancer { forbidden(place, detail) }
      for (index, range) in ranges.enumerated() { network(Validator.trimmed(range), place[index]) }
    }
    if spec["allocateLoadBalancerNodePorts"] != nil, !isBalancer {
      forbidden(path.child("allocateLoadBalancerNodePorts"), detail)
    }
    guard let kind = spec["loadBalancerClass"]?.string else { return }
    let place = path.child("loadBalancerClass")
    if isBalancer {
      invalid(place, .string(kind), NameSyntax.labelKey(kind))
    } else {
      forbidden(place, detail)
    }
  }

  private static func trimmed(_ text: String) -> String {
    let isSpace = { (character: Character) in character.isWhitespace }
    return String(text.drop(while: isSpace).reversed().drop(while: isSpace).reversed())
  }

  private mutating func traffic(_ spec: Fields, _ path: FieldPath) {
    let type = spec.text("type")
    let hasExternalIPs = !(spec["externalIPs"]?.array ?? []).isEmpty
    let isExternal = ["LoadBalancer", "NodePort"].contains(type) || (type == "ClusterIP" && hasExternalIPs)
    let policy = spec.text("externalTrafficPolicy")
    let place = path.child("externalTrafficPolicy")
    if !isExternal {
      if !policy.isEmpty { invalid(place, .string(policy), "may only be set for externally-accessible services") }
    } else if !policy.isEmpty, !["Cluster", "Local"].contains(policy) {
      add(place, .unsupported(.string(policy), supported: ["Cluster", "Local"]))
    }
    let checked = spec["healthCheckNodePort"] ?? 0
    if checked != 0, type != "LoadBalancer" || policy != "Local" {
      invalid(
        path.child("healthCheckNodePort"),
        checked,
        "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'"
      )
    }
    if let policy = spec["internalTrafficPolicy"]?.string, !["Cluster", "Local"].contains(policy) {
      add(path.child("internalTrafficPolicy"), .unsupported(.string(policy), supported: ["Cluster", "Local"]))
    }
    let distributions = ["PreferClose", "PreferSameZone", "PreferSameNode"]
    if let distribution = spec["trafficDistribution"]?.string, !distributions.contains(distribution) {
      add(path.child("trafficDistribution"), .unsupported(.string(distribution), supported: distributions))
    }
  }

  /// A Service keeps the address that it has.
  ///
  /// Mirrors `validateUpgradeDowngradeClusterIPs` for one address.
  mutating func serviceUpdate(old: Fields, new: Fields) {
    guard ![old.text("type"), new.text("type")].contains("ExternalName"),
      let before = old["clusterIPs"]?.array, let after = new["clusterIPs"]?.array, !before.isEmpty
    else { return }
    let place = FieldPath("spec", "clusterIPs")[0]
    if after.isEmpty {
      invalid(place, .array(after), "primary clusterIP can not be unset")
    } else if before[0] != after[0] {
      invalid(place, .array(after), "may not change once set")
    }
  }
}
