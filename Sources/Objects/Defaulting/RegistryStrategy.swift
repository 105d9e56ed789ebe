import Basics

/// What the registry of a kind does to an object beside defaulting it, where that differs from kind to kind.
package enum RegistryStrategy {
  /// Prepares an object of `kind` that has its uid; runs after `Defaults.apply`, which it calls again where the
  /// strategy makes new defaults possible.
  ///
  /// Mirrors the `PrepareForCreate` of the kinds; dropping the status and setting the generation are common to all of
  /// them and not done here.
  package static func prepareForCreate(_ object: inout Fields, kind: Kind, uid: UID) {
    switch kind {
    case .job:
      generateSelector(&object, uid: uid)
      Defaults.apply(to: &object, kind: kind)
    case .daemonSet:
      object.edit("metadata") {
        $0.edit("annotations") { $0[DaemonSet.templateGeneration] = "1" }
      }
    case .namespace:
      object.edit("spec") { spec in
        let finalizers = spec["finalizers"]?.array ?? []
        if !finalizers.contains("kubernetes") { spec["finalizers"] = .array(finalizers + ["kubernetes"]) }
      }
    case .service: allocateAddress(&object, uid: uid)
    default: break
    }
  }

  /// Prepares an object that is to replace `old`: a DaemonSet counts the changes of its template, a Service keeps the
  /// address that it was given.
  ///
  /// Mirrors the `PrepareForUpdate` of the kinds; keeping the status and raising the generation are not done here.
  package static func prepareForUpdate(_ object: inout Fields, replacing old: Fields, kind: Kind) {
    if kind == .service { keepAddress(&object, of: old) }
    guard kind == .daemonSet else { return }
    let before =
      old[path: ["metadata", "annotations", DaemonSet.templateGeneration]]?.string.flatMap { Int64($0) } ?? 0
    let isChanged = old[path: ["spec", "template"]] != object[path: ["spec", "template"]]
    object.edit("metadata") {
      $0.edit("annotations") { $0[DaemonSet.templateGeneration] = .string(String(isChanged ? before + 1 : before)) }
    }
  }

  /// Gives a Service its address, and a port of all nodes where its type asks for one: they follow from its uid.
  ///
  /// Mirrors `pkg/registry/core/service/storage/alloc.go`.
  private static func allocateAddress(_ service: inout Fields, uid: UID) {
    var hasher = StableHasher()
    hasher.combine(uid.text)
    var generator = Generator(seed: hasher.value)
    service.edit("spec") { spec in
      guard spec["type"] != "ExternalName" else { return }
      let number = "10.\(96 + generator.below(16)).\(1 + generator.below(254)).\(1 + generator.below(254))"
      if (spec["clusterIP"]?.string ?? "").isEmpty { spec["clusterIP"] = .string(number) }
      spec.setDefault("clusterIPs", .array([spec["clusterIP"] ?? .null]))
      spec.setDefault("ipFamilies", ["IPv4"])
      spec.setDefault("ipFamilyPolicy", "SingleStack")
      guard spec["type"] == "NodePort" || spec["type"] == "LoadBalancer" else { return }
      spec.setDefault("externalTrafficPolicy", "Cluster")
      if spec["type"] == "LoadBalancer" { spec.setDefault("allocateLoadBalancerNodePorts", true) }
      spec.editItems("ports") { port in
        let number = Int64(30_000 + generator.below(2_768))
        if (port["nodePort"]?.int ?? 0) == 0 { port["nodePort"] = .int(number) }
      }
    }
  }

  /// Mirrors `patchAllocatedValues`.
  private static func keepAddress(_ service: inout Fields, of old: Fields) {
    let before = old["spec"]?.object ?? [:]
    service.edit("spec") { spec in
      guard spec["type"] != "ExternalName", (spec["clusterIP"]?.string ?? "").isEmpty else { return }
      for name in ["clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy"] { spec[name] = before[name] }
    }
  }

  /// The labels by which a Job's Pods are told from those of others, and the selector for them.
  ///
  /// Mirrors `generateSelector` of `pkg/registry/batch/job`: labels that are there are left for validation to refuse.
  private static func generateSelector(_ job: inout Fields, uid: UID) {
    let name = job["metadata"]?["name"] ?? ""
    let uid = Value.string(uid.text)
    job.edit("spec") { spec in
      guard spec["manualSelector"] != true else { return }
      spec.edit("template") {
        $0.edit("metadata") {
          $0.edit("labels") { labels in
            labels.setDefault("job-name", name)
            labels.setDefault("batch.kubernetes.io/job-name", name)
            labels.setDefault("controller-uid", uid)
            labels.setDefault(Job.ownerLabel, uid)
          }
        }
      }
      spec.edit("selector") { $0.edit("matchLabels") { $0.setDefault(Job.ownerLabel, uid) } }
    }
  }
}
