import Basics
import Objects

extension APIServer {
  /// The quotas of its namespace with what a new object adds to them; throws where one has no room for it.
  ///
  /// Mirrors `resourcequota.CheckRequest`: what is used is what the quota's status says, which the controller made.
  func quotas(chargedWith object: Object) throws(APIError) -> [ResourceQuota] {
    if store.count(of: .resourceQuota) == 0 { return [] }
    let usage = QuotaUsage.of(object)
    var charged: [ResourceQuota] = []
    for stored in store.list(.resourceQuota, in: object.metadata.namespace) {
      guard var quota = stored.as(ResourceQuota.self), quota.counts(object) else { continue }
      let names = quota.status.hard.map(\.key).filter { usage[$0] != nil || isRequired($0, of: object) }
      if names.isEmpty { continue }
      if let pod = object.as(Pod.self), let missing = QuotaUsage.missing(in: pod.spec.value, limited: names) {
        throw refusal(of: object, "failed quota: \(quota.metadata.name): \(missing)")
      }
      let used = ResourceList(quota.status.used)
      if names.contains(where: { used[$0] == nil }) {
        let list = names.joined(separator: ",")
        throw refusal(of: object, "status unknown for quota: \(quota.metadata.name), resources: \(list)")
      }
      try check(quota, used, usage, names, object)
      for name in names {
        if let amount = usage[name], !amount.isZero {
          quota.status.used[name] = ((used[name] ?? .zero) + amount).description
        }
      }
      charged.append(quota)
    }
    return charged
  }

  /// What a quota limits and a Pod must therefore ask for.
  private func isRequired(_ name: String, of object: Object) -> Bool {
    guard let pod = object.as(Pod.self) else { return false }
    return QuotaUsage.missing(in: pod.spec.value, limited: [name]) != nil
  }

  private func check(
    _ quota: ResourceQuota,
    _ used: ResourceList,
    _ usage: ResourceList,
    _ names: [String],
    _ object: Object
  ) throws(APIError) {
    let hard = ResourceList(quota.status.hard)
    let exceeded = names.filter { name in
      guard let amount = usage[name], let limit = hard[name] else { return false }
      return (used[name] ?? .zero) + amount > limit
    }
    if exceeded.isEmpty { return }
    func text(_ list: ResourceList) -> String {
      exceeded.map { "\($0)=\(list[$0]?.description ?? "0")" }.joined(separator: ",")
    }
    throw refusal(
      of: object,
      "exceeded quota: \(quota.metadata.name), requested: \(text(usage)), used: \(text(used)), limited: \(text(hard))"
    )
  }

  private func refusal(of object: Object, _ why: String) -> APIError {
    .forbidden(object.kind, name: object.metadata.name, why: why)
  }
}
