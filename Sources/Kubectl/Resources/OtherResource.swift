/// A resource type that a v1.36 API server serves and that is not simulated.
package struct OtherResource: Hashable, Sendable {
  package let plural: String
  package let kind: String
  package let shortNames: [String]
  package let group: String
  package let version: String
  package let isNamespaced: Bool

  private init(_ plural: String, _ kind: String, _ group: String, _ version: String, _ names: [String], cluster: Bool) {
    self.plural = plural
    self.kind = kind
    self.group = group
    self.version = version
    shortNames = names
    isNamespaced = !cluster
  }

  package var singular: String { kind.lowercased() }
  /// `ingresses.networking.k8s.io`
  package var resource: String { group.isEmpty ? plural : "\(plural).\(group)" }
  package var apiVersion: String { group.isEmpty ? version : "\(group)/\(version)" }

  private static func namespaced(
    _ plural: String,
    _ kind: String,
    _ group: String = "",
    _ version: String = "v1",
    _ names: [String] = []
  ) -> OtherResource {
    OtherResource(plural, kind, group, version, names, cluster: false)
  }

  private static func cluster(
    _ plural: String,
    _ kind: String,
    _ group: String = "",
    _ names: [String] = []
  ) -> OtherResource {
    OtherResource(plural, kind, group, "v1", names, cluster: true)
  }

  /// All of them, by group and then by name.
  package static let all: [OtherResource] = [
    namespaced("bindings", "Binding"),
    namespaced("limitranges", "LimitRange", "", "v1", ["limits"]),
    namespaced("persistentvolumeclaims", "PersistentVolumeClaim", "", "v1", ["pvc"]),
    cluster("persistentvolumes", "PersistentVolume", "", ["pv"]),
    namespaced("podtemplates", "PodTemplate"),
    cluster("mutatingadmissionpolicies", "MutatingAdmissionPolicy", "admissionregistration.k8s.io"),
    cluster("mutatingadmissionpolicybindings", "MutatingAdmissionPolicyBinding", "admissionregistration.k8s.io"),
    cluster("mutatingwebhookconfigurations", "MutatingWebhookConfiguration", "admissionregistration.k8s.io"),
    cluster("validatingadmissionpolicies", "ValidatingAdmissionPolicy", "admissionregistration.k8s.io"),
    cluster("validatingadmissionpolicybindings", "ValidatingAdmissionPolicyBinding", "admissionregistration.k8s.io"),
    cluster("validatingwebhookconfigurations", "ValidatingWebhookConfiguration", "admissionregistration.k8s.io"),
    cluster("customresourcedefinitions", "CustomResourceDefinition", "apiextensions.k8s.io", ["crd", "crds"]),
    cluster("apiservices", "APIService", "apiregistration.k8s.io"),
    cluster("selfsubjectreviews", "SelfSubjectReview", "authentication.k8s.io"),
    cluster("tokenreviews", "TokenReview", "authentication.k8s.io"),
    namespaced("localsubjectaccessreviews", "LocalSubjectAccessReview", "authorization.k8s.io"),
    cluster("selfsubjectaccessreviews", "SelfSubjectAccessReview", "authorization.k8s.io"),
    cluster("selfsubjectrulesreviews", "SelfSubjectRulesReview", "authorization.k8s.io"),
    cluster("subjectaccessreviews", "SubjectAccessReview", "authorization.k8s.io"),
    namespaced("horizontalpodautoscalers", "HorizontalPodAutoscaler", "autoscaling", "v2", ["hpa"]),
    cluster("certificatesigningrequests", "CertificateSigningRequest", "certificates.k8s.io", ["csr"]),
    cluster("flowschemas", "FlowSchema", "flowcontrol.apiserver.k8s.io"),
    cluster("prioritylevelconfigurations", "PriorityLevelConfiguration", "flowcontrol.apiserver.k8s.io"),
    cluster("ingressclasses", "IngressClass", "networking.k8s.io"),
    namespaced("ingresses", "Ingress", "networking.k8s.io", "v1", ["ing"]),
    cluster("ipaddresses", "IPAddress", "networking.k8s.io", ["ip"]),
    namespaced("networkpolicies", "NetworkPolicy", "networking.k8s.io", "v1", ["netpol"]),
    cluster("servicecidrs", "ServiceCIDR", "networking.k8s.io"),
    cluster("runtimeclasses", "RuntimeClass", "node.k8s.io"),
    cluster("clusterrolebindings", "ClusterRoleBinding", "rbac.authorization.k8s.io"),
    cluster("clusterroles", "ClusterRole", "rbac.authorization.k8s.io"),
    namespaced("rolebindings", "RoleBinding", "rbac.authorization.k8s.io"),
    namespaced("roles", "Role", "rbac.authorization.k8s.io"),
    cluster("deviceclasses", "DeviceClass", "resource.k8s.io"),
    namespaced("resourceclaims", "ResourceClaim", "resource.k8s.io"),
    namespaced("resourceclaimtemplates", "ResourceClaimTemplate", "resource.k8s.io"),
    cluster("resourceslices", "ResourceSlice", "resource.k8s.io"),
    cluster("csidrivers", "CSIDriver", "storage.k8s.io"),
    cluster("csinodes", "CSINode", "storage.k8s.io"),
    namespaced("csistoragecapacities", "CSIStorageCapacity", "storage.k8s.io"),
    cluster("storageclasses", "StorageClass", "storage.k8s.io", ["sc"]),
    cluster("volumeattachments", "VolumeAttachment", "storage.k8s.io"),
    cluster("volumeattributesclasses", "VolumeAttributesClass", "storage.k8s.io", ["vac"]),
  ]
}
