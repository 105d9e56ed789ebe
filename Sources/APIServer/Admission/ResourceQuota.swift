import Objects

extension APIServer {
  /// Refuses a Pod that a ResourceQuota of its namespace has no room for; only the count of Pods is simulated.
  ///
  /// Mirrors `resourcequota.CheckRequest`. Usage is counted from the store at this moment, where Kubernetes keeps it
  /// in the quota's status and lets a controller bring it up to date.
  func checkQuota(for pod: Pod) throws(APIError) {
    if store.count(of: .resourceQuota) == 0 { return }
    for quota in store.list(.resourceQuota, in: pod.metadata.namespace) {
      guard let hard = quota.body["spec"]?["hard"]?.object else { continue }
      for name in ["pods", "count/pods"] {
        guard let text = hard[name]?.string, let limit = Int(text) else { continue }
        let used = store.list(.pod, in: pod.metadata.namespace).count { object in
          object.as(Pod.self).map { !$0.isTerminal } ?? false
        }
        if used + 1 > limit {
          throw .forbidden(
            .pod,
            name: pod.metadata.name,
            why:
              "exceeded quota: \(quota.metadata.name), requested: \(name)=1, used: \(name)=\(used), limited: \(name)=\(limit)"
          )
        }
      }
    }
  }
}
