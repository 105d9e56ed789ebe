import Basics
import Objects

extension DescribeWriter {
  /// The containers of a Pod or, further in, of a template.
  ///
  /// Mirrors `describeContainers`. `statuses` and `pod` are for Pods: a template has neither.
  mutating func containers(
    _ title: String,
    _ containers: [Reading],
    statuses: [ContainerStatus] = [],
    pod: Object? = nil,
    indent: String = ""
  ) {
    line(0, "\(indent)\(title):\(containers.isEmpty ? " <none>" : "")")
    for container in containers {
      let status = statuses.first { $0.name == container.name.text }
      line(1, (indent.isEmpty ? "" : " ") + "\(container.name.text ?? ""):")
      basics(of: container, status)
      lines("Command", container.command.texts)
      lines("Args", container.args.texts)
      if let status { state(of: status) }
      resources(container.resources, level: 2)
      probes(of: container)
      environmentSources(container.envFrom.list)
      environment(of: container, pod)
      mounts(of: container)
    }
  }

  private mutating func basics(of container: Reading, _ status: ContainerStatus?) {
    if let status { line(2, "Container ID:\t\(status.containerID)") }
    line(2, "Image:\t\(container.image.text ?? "")")
    if let status { line(2, "Image ID:\t\(status.imageID)") }
    ports("Port", container.ports.list) { $0.containerPort.int ?? 0 }
    ports("Host Port", container.ports.list) { $0.hostPort.int ?? 0 }
    seccompProfile(container.securityContext.seccompProfile, level: 2, pathLevel: 3)
  }

  private mutating func ports(_ title: String, _ ports: [Reading], number: (Reading) -> Int) {
    let texts = ports.map { port in
      let name = port.name.text.map { $0.isEmpty ? "" : " (\($0))" } ?? ""
      return "\(number(port))/\(port.protocol.text ?? "")\(name)"
    }
    line(2, "\(title)\(texts.count > 1 ? "s" : ""):\t\(texts.joined(separator: ", ").orNone)")
  }

  /// The profile of a container, or with both levels 0 of a Pod.
  mutating func seccompProfile(_ profile: Reading, level: Int, pathLevel: Int) {
    guard profile.exists else { return }
    line(level, "SeccompProfile:\t\(profile.type.text ?? "")")
    if let path = profile.localhostProfile.text { line(pathLevel, "LocalhostProfile:\t\(path)") }
  }

  private mutating func lines(_ title: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    line(2, "\(title):")
    for value in values {
      for part in value.split(separator: "\n", omittingEmptySubsequences: false) { line(3, String(part)) }
    }
  }

  private mutating func state(of status: ContainerStatus) {
    state("State", status.state)
    if case .terminated = status.lastState { state("Last State", status.lastState) }
    line(2, "Ready:\t\(status.ready.printed)")
    line(2, "Restart Count:\t\(status.restartCount)")
  }

  /// Mirrors `describeStatus`.
  private mutating func state(_ title: String, _ state: ContainerState?) {
    switch state {
    case .running(let startedAt):
      line(2, "\(title):\tRunning")
      line(3, "Started:\t\(startedAt.rfc1123)")
    case .terminated(let end):
      line(2, "\(title):\tTerminated")
      if !end.reason.isEmpty { line(3, "Reason:\t\(end.reason)") }
      if !end.message.isEmpty { line(3, "Message:\t\(end.message)") }
      line(3, "Exit Code:\t\(end.exitCode)")
      if let signal = end.signal, signal > 0 { line(3, "Signal:\t\(signal)") }
      line(3, "Started:\t\(end.startedAt.rfc1123OrZero)")
      line(3, "Finished:\t\(end.finishedAt.rfc1123OrZero)")
    case .waiting(let reason, _):
      line(2, "\(title):\tWaiting")
      if !reason.isEmpty { line(3, "Reason:\t\(reason)") }
    case nil:
      line(2, "\(title):\tWaiting")
    }
  }

  /// Mirrors `describeResources`.
  mutating func resources(_ resources: Reading, level: Int) {
    for (title, list) in [("Limits", resources.limits), ("Requests", resources.requests)] where !list.members.isEmpty {
      line(level, "\(title):")
      for entry in list.members { line(level + 1, "\(entry.name):\t\(Reading(entry.value).scalar ?? "")") }
    }
  }

  private mutating func mounts(of container: Reading) {
    let mounts = container.volumeMounts.list.sorted { left, right in
      (left.mountPath.text ?? "").precedesByBytes(right.mountPath.text ?? "")
    }
    line(2, mounts.isEmpty ? "Mounts:\t<none>" : "Mounts:")
    for mount in mounts {
      var flags = mount.readOnly.bool == true ? "ro" : "rw"
      if let path = mount.subPath.text, !path.isEmpty { flags += ",path=\"\(path)\"" }
      line(3, "\(mount.mountPath.text ?? "") from \(mount.name.text ?? "") (\(flags))")
    }
  }
}

extension Optional<Instant> {
  /// The moment in RFC 1123, or what Go prints for a time that was never set.
  var rfc1123OrZero: String { map(\.rfc1123) ?? "Mon, 01 Jan 0001 00:00:00 +0000" }
}
