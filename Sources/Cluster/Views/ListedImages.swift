import Kubelet

extension Cluster {
  /// The names of images of which it is known what is in them, without tags, in byte order.
  package static var listedImages: [String] { WorkloadCatalogue.names }
}
