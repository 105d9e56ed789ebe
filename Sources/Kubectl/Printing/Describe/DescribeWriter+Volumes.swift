import Objects

extension DescribeWriter {
  /// Mirrors `describeVolumes`.
  mutating func volumes(_ volumes: [Reading], indent: String = "") {
    guard !volumes.isEmpty else { return line(0, "\(indent)Volumes:\t<none>") }
    line(0, "\(indent)Volumes:")
    for volume in volumes {
      line(1, "\(indent.isEmpty ? "" : " ")\(volume.name.text ?? ""):")
      if volume.projected.exists {
        projected(volume.projected)
      } else if let text = volumeLines(volume) {
        for entry in text { line(2, entry) }
      } else if volume.downwardAPI.exists {
        line(2, "Type:\tDownwardAPI (a volume populated by information about the pod)")
        line(2, "Items:")
        for item in volume.downwardAPI.items.list {
          line(
            3,
            "\(item.fieldRef.fieldPath.text ?? item.resourceFieldRef.resource.text ?? "") -> \(item.path.text ?? "")"
          )
        }
      } else {
        let source = volume.members.names.first { $0 != "name" } ?? ""
        line(2, "not simulated: volumes of type \(source)")
      }
    }
  }

  private func volumeLines(_ volume: Reading) -> [String]? {
    if volume.hostPath.exists {
      return [
        "Type:\tHostPath (bare host directory volume)",
        "Path:\t\(volume.hostPath.path.text ?? "")",
        "HostPathType:\t\(volume.hostPath.type.text ?? "<none>")",
      ]
    }
    if volume.emptyDir.exists {
      return [
        "Type:\tEmptyDir (a temporary directory that shares a pod's lifetime)",
        "Medium:\t\(volume.emptyDir.medium.text ?? "")",
        "SizeLimit:\t\(volume.emptyDir.sizeLimit.scalar ?? "<unset>")",
      ]
    }
    if volume.secret.exists {
      return [
        "Type:\tSecret (a volume populated by a Secret)",
        "SecretName:\t\(volume.secret.secretName.text ?? "")",
        "Optional:\t\(volume.secret.optional.bool ?? false)",
      ]
    }
    if volume.configMap.exists {
      return [
        "Type:\tConfigMap (a volume populated by a ConfigMap)",
        "Name:\t\(volume.configMap.name.text ?? "")",
        "Optional:\t\(volume.configMap.optional.bool ?? false)",
      ]
    }
    if volume.persistentVolumeClaim.exists {
      return [
        "Type:\tPersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)",
        "ClaimName:\t\(volume.persistentVolumeClaim.claimName.text ?? "")",
        "ReadOnly:\t\(volume.persistentVolumeClaim.readOnly.bool ?? false)",
      ]
    }
    if volume.nfs.exists {
      return [
        "Type:\tNFS (an NFS mount that lasts the lifetime of a pod)",
        "Server:\t\(volume.nfs.server.text ?? "")",
        "Path:\t\(volume.nfs.path.text ?? "")",
        "ReadOnly:\t\(volume.nfs.readOnly.bool ?? false)",
      ]
    }
    return nil
  }

  private mutating func projected(_ volume: Reading) {
    line(2, "Type:\tProjected (a volume that contains injected data from multiple sources)")
    for source in volume.sources.list {
      if source.secret.exists {
        line(2, "SecretName:\t\(source.secret.name.text ?? "")")
        line(2, "Optional:\t\(source.secret.optional.bool ?? false)")
      } else if source.downwardAPI.exists {
        line(2, "DownwardAPI:\ttrue")
      } else if source.configMap.exists {
        line(2, "ConfigMapName:\t\(source.configMap.name.text ?? "")")
        line(2, "Optional:\t\(source.configMap.optional.bool ?? false)")
      } else if source.serviceAccountToken.exists {
        line(2, "TokenExpirationSeconds:\t\(source.serviceAccountToken.expirationSeconds.int ?? 0)")
      }
    }
  }
}
