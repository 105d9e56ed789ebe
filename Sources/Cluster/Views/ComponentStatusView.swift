import Objects

/// What the API server answers when it is asked how the control plane does: here it never fails.
enum ComponentStatusView {
  static let objects = ["controller-manager", "etcd-0", "scheduler"].map { name in
    let condition: Value = ["type": "Healthy", "status": "True", "message": "ok"]
    return Object(
      PassiveResource(
        kind: .componentStatus,
        metadata: ObjectMeta(name: name),
        body: ["conditions": [condition]]
      )
    )
  }
}
