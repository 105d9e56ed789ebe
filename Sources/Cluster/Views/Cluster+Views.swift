import APIServer
import Basics
package import Objects

/// Objects that are not stored but made from others each time they are read.
///
/// In Kubernetes controllers and kubelets keep writing them; here that would be most of all events, and nobody in the
/// cluster reads them. So they are always as their writers would leave them.
extension Cluster {
  /// The objects of `kind`, in the order of their keys; none for kinds that are stored.
  package func view(of kind: Kind) -> [Object] {
    let objects: [Object] =
      switch kind {
      case .componentStatus: ComponentStatusView.objects
      case .endpoints: services.map { EndpointsView($0, store).endpoints }
      case .endpointSlice: services.map { EndpointsView($0, store).slice }
      case .lease: store.list(.node).map(lease)
      case .newEvent: store.list(.event).compactMap { $0.as(Event.self)?.inNewAPI }
      default: []
      }
    return objects.sorted { $0.metadata.key < $1.metadata.key }
  }

  /// The Services that select Pods; another name for something outside has no endpoints, whatever it selects.
  private var services: [Object] {
    store.list(.service).filter { service in
      let spec = service.body["spec"]
      return spec?["selector"]?.object?.isEmpty == false && spec?["type"] != "ExternalName"
    }
  }

  /// The Lease by which a node's kubelet says that it lives.
  private func lease(of node: Object) -> Object {
    let name = node.metadata.name
    var metadata = ObjectMeta(name: name, namespace: "kube-node-lease")
    metadata.uid = UID(derivedFrom: node.metadata.uid, for: "lease")
    metadata.creationTimestamp = node.metadata.creationTimestamp
    var owner = OwnerReference(controller: .node, node.metadata)
    owner.controller = nil
    owner.blockOwnerDeletion = nil
    metadata.ownerReferences = [owner]
    let spec: Value = [
      "holderIdentity": .string(name), "leaseDurationSeconds": 40,
      "renewTime": .string(lastHeartbeat(of: name).rfc3339Micro),
    ]
    return Object(PassiveResource(kind: .lease, metadata: metadata, body: ["spec": spec]))
  }
}
