import Basics

extension Narrator {
  /// The nodes as boxes with their Pods in them; for a reader who listens a line for each node and Pod.
  package func picture(of map: ClusterMap, _ layout: Layout) -> [String] {
    let places = map.places
    if places.isEmpty { return [text(.noNodes)] }
    if layout.isAccessible { return places.flatMap(lines) }
    let boxes = places.map { place in
      BoxGrid.Box(
        title: title(of: place),
        entries: place.pods.map { BoxGrid.Entry(head: $0.name, parts: $0.facts.map { text($0.short) }) },
        ifEmpty: text(.noPods)
      )
    }
    return BoxGrid(boxes).lines(width: layout.width)
  }

  private func title(of place: ClusterMap.Place) -> String {
    place.node.isEmpty ? text(.noNodeYet) : "\(place.node): \(place.status ?? text(.nodeIsGone))"
  }

  private func lines(of place: ClusterMap.Place) -> [String] {
    let node = place.node.isEmpty ? Localized.noNodeYet : Localized(same: place.node)
    var lines: [String] = []
    if !place.node.isEmpty {
      let status = place.status.map { Localized(same: $0) } ?? .nodeIsGone
      lines.append(spoken([Fact(.node, node), Fact(.status, status), Fact(.pods, "\(place.pods.count)")]))
    }
    for pod in place.pods {
      let facts = [
        Fact(.name, pod.name), Fact(.node, node), Fact(.ready, .yesOrNo(pod.isReady)), Fact(.status, pod.status),
        Fact(.containersReady, pod.containersReady), Fact(.restartCount, "\(pod.restarts)"),
      ]
      lines.append(spoken(facts))
    }
    return lines
  }
}

extension ClusterMap.PodBox {
  /// What a drawing says under the name.
  var facts: [Fact] {
    var facts = [Fact(.status, status, speaksForItself: true), Fact(.ready, containersReady)]
    // A Pod's condition can be False while its containers are ready: its node has been lost, or a gate is shut.
    if !isReady, hasReadyContainers { facts.append(Fact(.readyCondition, "False")) }
    if restarts > 0 { facts.append(Fact(.restartCount, "\(restarts)")) }
    return facts
  }
}
