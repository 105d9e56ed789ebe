import Objects
import Testing

/// Rules of the API server for Pods, with its texts: `pkg/apis/core/validation` of v1.36.
@Suite("Rules for Pods") struct PodRuleTests {
  fileprivate static let key =
    "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"
  fileprivate static let label =
    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')"
  fileprivate static let subdomain =
    #"a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"#

  @Test(
    "hold for security contexts",
    arguments: [
      (
        #"{"securityContext":{"runAsUser":-1,"fsGroup":4294967296,"supplementalGroups":[1,-2],"fsGroupChangePolicy":"Never"}}"#,
        [
          "spec.securityContext.fsGroup: Invalid value: 4294967296: must be between 0 and 2147483647, inclusive",
          "spec.securityContext.runAsUser: Invalid value: -1: must be between 0 and 2147483647, inclusive",
          "spec.securityContext.supplementalGroups[1]: Invalid value: -2: must be between 0 and 2147483647, inclusive",
          #"spec.securityContext.fsGroupChangePolicy: Unsupported value: "Never": supported values: "Always", "OnRootMismatch""#,
        ]
      ),
      (
        #"{"securityContext":{"seccompProfile":{"type":"Localhost"},"appArmorProfile":{"type":"Loose"}}}"#,
        [
          "spec.securityContext.seccompProfile.localhostProfile: Required value: must be set when seccomp type is Localhost",
          #"spec.securityContext.appArmorProfile.type: Unsupported value: "Loose": supported values: "Localhost", "RuntimeDefault", "Unconfined""#,
        ]
      ),
      (
        #"{"hostNetwork":true,"securityContext":{"sysctls":[{"name":"net.core.somaxconn","value":"1"},{"name":"A"}]}}"#,
        [
          #"spec.securityContext.sysctls[0].name: Invalid value: "net.core.somaxconn": may not be specified when 'hostNetwork' is true"#,
          #"spec.securityContext.sysctls[1].name: Invalid value: "A": must have at most 253 characters and match regex ^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$"#,
        ]
      ),
      (
        #"{"hostUsers":false,"hostNetwork":true,"hostPID":true}"#,
        [
          "spec.hostNetwork: Forbidden: when `pod.Spec.HostUsers` is false",
          "spec.HostPID: Forbidden: when `pod.Spec.HostUsers` is false",
        ]
      ),
      (
        #"{"containers":[{"name":"c","image":"x","securityContext":{"runAsGroup":-1,"procMount":"Unmasked","privileged":true,"allowPrivilegeEscalation":false}}]}"#,
        [
          "spec.containers[0].securityContext.runAsGroup: Invalid value: -1: must be between 0 and 2147483647, inclusive",
          #"spec.containers[0].securityContext.procMount: Invalid value: "Unmasked": `hostUsers` must be false to use `Unmasked`"#,
          #"spec.containers[0].securityContext: Invalid value: {"Capabilities":null,"Privileged":true,"SELinuxOptions":null,"WindowsOptions":null,"RunAsUser":null,"RunAsGroup":-1,"RunAsNonRoot":null,"ReadOnlyRootFilesystem":null,"AllowPrivilegeEscalation":false,"ProcMount":"Unmasked","SeccompProfile":null,"AppArmorProfile":null}: cannot set `allowPrivilegeEscalation` to false and `privileged` to true"#,
        ]
      ),
    ]
  )
  func security(members: String, texts: [String]) throws {
    #expect(try podRefusals(members) == texts)
  }

  @Test(
    "hold for names and addresses",
    arguments: [
      (
        #"{"hostAliases":[{"ip":"1.2.3","hostnames":["a_b"]},{"ip":"2001:db8::1","hostnames":["ok"]}]}"#,
        [
          #"spec.hostAliases[0].ip: Invalid value: "1.2.3": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"#,
          #"spec.hostAliases[0].hostnames[0]: Invalid value: "a_b": \#(PodRuleTests.subdomain)"#,
        ]
      ),
      (
        #"{"dnsConfig":{"nameservers":["1.1.1.1","8.8.8.8","9.9.9.9","x"],"searches":["_a.b.","."],"options":[{"value":"1"}]}}"#,
        [
          #"spec.dnsConfig.nameservers: Invalid value: ["1.1.1.1","8.8.8.8","9.9.9.9","x"]: must not have more than 3 nameservers"#,
          #"spec.dnsConfig.nameservers[3]: Invalid value: "x": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"#,
          "spec.dnsConfig.options[0]: Required value: must not be empty",
        ]
      ),
      (#"{"os":{"name":"plan9"}}"#, [#"spec.os: Unsupported value: "plan9": supported values: "linux", "windows""#]),
      (#"{"runtimeClassName":"A"}"#, [#"spec.runtimeClassName: Invalid value: "A": \#(PodRuleTests.subdomain)"#]),
      (
        #"{"ephemeralContainers":[{"name":"c","image":"x"}]}"#,
        [
          #"spec.ephemeralContainers[0].name: Duplicate value: "c""#,
          "spec.ephemeralContainers: Forbidden: cannot be set on create",
        ]
      ),
    ]
  )
  func names(members: String, texts: [String]) throws {
    #expect(try podRefusals(members) == texts)
  }

  @Test(
    "hold for where a Pod may go",
    arguments: [
      (
        #"{"affinity":{"nodeAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":[{"matchExpressions":[{"key":"a","operator":"In","values":["x!"]}]}]},"preferredDuringSchedulingIgnoredDuringExecution":[{"weight":0,"preference":{"matchExpressions":[{"key":"a","operator":"In","values":["x!"]}]}}]}}}"#,
        [
          #"spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values[0]: Invalid value: "x!": \#(PodRuleTests.label)"#,
          "spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight: Invalid value: 0: must be in the range 1-100",
        ]
      ),
      (
        #"{"affinity":{"podAntiAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":[{"matchLabelKeys":["a"],"mismatchLabelKeys":["a"],"topologyKey":"zone"}]}}}"#,
        [
          "spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].matchLabelKeys: Forbidden: must not be specified when labelSelector is not set",
          "spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].mismatchLabelKeys: Forbidden: must not be specified when labelSelector is not set",
          #"spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].matchLabelKeys[0]: Invalid value: "a": exists in both matchLabelKeys and mismatchLabelKeys"#,
        ]
      ),
      (
        #"{"topologySpreadConstraints":[{"maxSkew":1,"topologyKey":"zone","whenUnsatisfiable":"DoNotSchedule","matchLabelKeys":["app"],"labelSelector":{"matchLabels":{"app":"web"}}},{"maxSkew":0,"whenUnsatisfiable":"Perhaps"}]}"#,
        [
          #"spec.topologySpreadConstraints[0].matchLabelKeys[0]: Invalid value: "app": exists in both matchLabelKeys and labelSelector"#,
          "spec.topologySpreadConstraints[1].maxSkew: Invalid value: 0: must be greater than zero",
          "spec.topologySpreadConstraints[1].topologyKey: Required value: can not be empty",
          #"spec.topologySpreadConstraints[1].whenUnsatisfiable: Unsupported value: "Perhaps": supported values: "DoNotSchedule", "ScheduleAnyway""#,
        ]
      ),
      (
        #"{"tolerations":[{"key":"a","operator":"Exists","value":"b"}]}"#,
        [#"spec.tolerations[0].operator: Invalid value: "b": value must be empty when `operator` is 'Exists'"#]
      ),
    ]
  )
  func placement(members: String, texts: [String]) throws {
    #expect(try podRefusals(members) == texts)
  }

  @Test(
    "hold for volumes",
    arguments: [
      (
        #"{"name":"v","emptyDir":{},"configMap":{"name":"m"},"cephfs":{},"downwardAPI":{}}"#,
        [
          "spec.volumes[0].cephFS: Forbidden: may not specify more than 1 volume type",
          "spec.volumes[0].downwarAPI: Forbidden: may not specify more than 1 volume type",
          "spec.volumes[0].configMap: Forbidden: may not specify more than 1 volume type",
        ]
      ),
      (
        #"{"name":"v","nfs":{"path":"data"}}"#,
        [
          "spec.volumes[0].nfs.server: Required value",
          #"spec.volumes[0].nfs.path: Invalid value: "data": must be an absolute path"#,
        ]
      ),
      (
        #"{"name":"v","iscsi":{"targetPortal":"t","iqn":"x","lun":300}}"#,
        [
          #"spec.volumes[0].iscsi.iqn: Invalid value: "x": must be valid format starting with iqn, eui, or naa"#,
          "spec.volumes[0].iscsi.lun: Invalid value: 300: must be between 0 and 255, inclusive",
        ]
      ),
      (
        #"{"name":"v","downwardAPI":{"items":[{"path":"a","fieldRef":{"fieldPath":"spec.nodeName"}},{"path":"b","resourceFieldRef":{"resource":"limits.cpu","divisor":"2"}},{"path":"c"}]}}"#,
        [
          #"spec.volumes[0].downwardAPI.fieldRef.fieldPath: Unsupported value: "spec.nodeName": supported values: "metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid""#,
          "spec.volumes[0].downwardAPI.resourceFieldRef.containerName: Required value",
          #"spec.volumes[0].downwardAPI.resourceFieldRef.divisor: Invalid value: "limits.cpu": only divisor's values 1m and 1 are supported with the cpu resource"#,
          "spec.volumes[0].downwardAPI: Required value: one of fieldRef and resourceFieldRef is required",
        ]
      ),
      (
        #"{"name":"v","projected":{"sources":[{"secret":{"name":"s","items":[{"key":"k","path":"p"}]}},{"configMap":{"name":"m","items":[{"key":"k","path":"p"}]}},{"serviceAccountToken":{"path":"../t","expirationSeconds":60}}]}}"#,
        [
          #"spec.volumes[0].projected: Invalid value: "m": conflicting duplicate paths"#,
          "spec.volumes[0].projected.sources[2].serviceAccountToken.expirationSeconds: Invalid value: 60: may not specify a duration less than 10 minutes",
          #"spec.volumes[0].projected.path: Invalid value: "../t": must not contain '..'"#,
        ]
      ),
      (
        #"{"name":"v","ephemeral":{"volumeClaimTemplate":{"spec":{}}}}"#,
        [
          "spec.volumes[0].ephemeral.volumeClaimTemplate.spec.accessModes: Required value: at least 1 access mode is required",
          "spec.volumes[0].ephemeral.volumeClaimTemplate.spec.resources[storage]: Required value",
        ]
      ),
      (
        #"{"name":"v","fc":{"targetWWNs":["a"]}}"#,
        ["spec.volumes[0].fc.lun: Required value: lun is required if targetWWNs is specified"]
      ),
    ]
  )
  func volumes(volume: String, texts: [String]) throws {
    #expect(try podRefusals(#"{"volumes":[\#(volume)]}"#) == texts)
  }

  @Test(
    "hold for containers",
    arguments: [
      (
        #""volumeDevices":[{"name":"v","devicePath":"/dev/x"}],"volumeMounts":[{"name":"v","mountPath":"/dev/x"}]"#,
        [
          #"spec.containers[0].volumeMounts[0].name: Invalid value: "v": must not already exist in volumeDevices"#,
          #"spec.containers[0].volumeMounts[0].mountPath: Invalid value: "/dev/x": must not already exist as a path in volumeDevices"#,
          #"spec.containers[0].volumeDevices[0].name: Invalid value: "v": can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode"#,
          #"spec.containers[0].volumeDevices[0].name: Invalid value: "v": must not already exist in volumeMounts"#,
          #"spec.containers[0].volumeDevices[0].devicePath: Invalid value: "/dev/x": must not already exist as a path in volumeMounts"#,
        ]
      ),
      (
        #""volumeMounts":[{"name":"v","mountPath":"/a","subPath":"/b"},{"name":"v","mountPath":"/c","mountPropagation":"Bidirectional","recursiveReadOnly":"Enabled"}]"#,
        [
          #"spec.containers[0].volumeMounts.subPath: Invalid value: "/b": must be a relative path"#,
          "spec.containers[0].volumeMounts.mountPropagation: Forbidden: Bidirectional mount propagation is available only to privileged containers",
          "spec.containers[0].volumeMounts.recursiveReadOnly: Forbidden: may only be specified when readOnly is true",
          "spec.containers[0].volumeMounts.recursiveReadOnly: Forbidden: may only be specified when mountPropagation is None or not specified",
        ]
      ),
      (
        #""resizePolicy":[{"resourceName":"cpu","restartPolicy":"NotRequired"},{"resourceName":"cpu","restartPolicy":"x"},{"resourceName":"disk","restartPolicy":"NotRequired"}]"#,
        [
          #"spec.containers[0].resizePolicy[1]: Duplicate value: "cpu""#,
          #"spec.containers[0].resizePolicy: Unsupported value: "x": supported values: "NotRequired", "RestartContainer""#,
          #"spec.containers[0].resizePolicy: Unsupported value: "disk": supported values: "cpu", "memory""#,
        ]
      ),
      (
        #""env":[{"name":"A","valueFrom":{"fieldRef":{"fieldPath":"metadata.labels['a b']"}}},{"name":"B","valueFrom":{"fieldRef":{"fieldPath":"metadata.labels"}}}]"#,
        [
          #"spec.containers[0].env[0].valueFrom.fieldRef: Invalid value: "a b": \#(PodRuleTests.key)"#,
          #"spec.containers[0].env[1].valueFrom.fieldRef.fieldPath: Unsupported value: "metadata.labels": supported values: "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName", "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs""#,
        ]
      ),
      (
        #""lifecycle":{"preStop":{},"postStart":{"sleep":{"seconds":31}}}"#,
        [
          "spec.containers[0].lifecycle.postStart.sleep: Invalid value: 31: must be non-negative and less than terminationGracePeriodSeconds (30)",
          "spec.containers[0].lifecycle.preStop: Required value: must specify a handler type",
        ]
      ),
    ]
  )
  func containers(members: String, texts: [String]) throws {
    let container = #"{"name":"c","image":"x",\#(members)}"#
    #expect(try podRefusals(#"{"volumes":[{"name":"v","emptyDir":{}}],"containers":[\#(container)]}"#) == texts)
  }

  @Test(
    "hold for claims of devices",
    arguments: [
      (
        #"{"resourceClaims":[{"name":"a"},{"name":"a","resourceClaimName":"x"},{"resourceClaimName":"X"}]}"#,
        [
          #"spec.resourceClaims[0]: Invalid value: {"Name":"a","ResourceClaimName":null,"ResourceClaimTemplateName":null}: must specify one of: `resourceClaimName`, `resourceClaimTemplateName`"#,
          #"spec.resourceClaims[1].name: Duplicate value: "a""#,
          "spec.resourceClaims[2].name: Required value",
          #"spec.resourceClaims[2].resourceClaimName: Invalid value: "X": \#(PodRuleTests.subdomain)"#,
        ]
      ),
      (
        #"{"resourceClaims":[{"name":"a","resourceClaimName":"x","resourceClaimTemplateName":"y"}]}"#,
        [
          #"spec.resourceClaims[0]: Invalid value: {"Name":"a","ResourceClaimName":"x","ResourceClaimTemplateName":"y"}: at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified"#
        ]
      ),
      (
        #"{"resourceClaims":[{"name":"a","resourceClaimName":"x"}],"containers":[{"name":"c","image":"x","resources":{"claims":[{"name":"b"},{"name":"a"},{"name":"a"},{}]}}]}"#,
        [
          #"spec.containers[0].resources.claims[0]: Not found: "b": must be one of the names in pod.spec.resourceClaims: a"#,
          #"spec.containers[0].resources.claims[2]: Duplicate value: "a""#,
          "spec.containers[0].resources.claims[3]: Required value",
        ]
      ),
    ]
  )
  func deviceClaims(members: String, texts: [String]) throws {
    #expect(try podRefusals(members) == texts)
  }

  @Test(
    "hold for the operating system",
    arguments: [
      (#"{"os":{"name":"plan9"}}"#, [#"spec.os: Unsupported value: "plan9": supported values: "linux", "windows""#]),
      (
        #"{"os":{"name":"linux"},"securityContext":{"windowsOptions":{"runAsUserName":"x"}}}"#,
        ["spec.securityContext.windowsOptions: Forbidden: windows options cannot be set for a linux pod"]
      ),
      (
        #"{"os":{"name":"windows"},"hostPID":true,"securityContext":{"runAsUser":5,"fsGroup":1},"containers":[{"name":"c","image":"x","securityContext":{"privileged":true}}]}"#,
        [
          "spec.hostPID: Forbidden: cannot be set for a windows pod",
          "spec.securityContext.fsGroup: Forbidden: cannot be set for a windows pod",
          "spec.securityContext.runAsUser: Forbidden: cannot be set for a windows pod",
          "spec.containers[0].securityContext.privileged: Forbidden: cannot be set for a windows pod",
        ]
      ),
      (#"{"os":{"name":"windows"}}"#, []),
    ]
  )
  func operatingSystems(members: String, texts: [String]) throws {
    #expect(try podRefusals(members) == texts)
  }

  @Test(
    "hold for the cost of deletion",
    arguments: [
      ("1", true), ("-2147483648", true), ("2147483648", false), ("+1", false), ("01", false), ("", false),
      ("1.5", false),
    ]
  )
  func deletionCost(text: String, isValid: Bool) throws {
    let name = "controller.kubernetes.io/pod-deletion-cost"
    let json =
      #"{"kind":"Pod","metadata":{"name":"p","annotations":{"\#(name)":"\#(text)"}},"spec":{"containers":[{"name":"c","image":"x"}]}}"#
    let (kind, fields) = try prepared(json)
    let refusal = #"metadata.annotations[\#(name)]: Invalid value: "\#(text)": must be a 32bit integer"#
    #expect(Validation.onCreate(kind: kind, fields: fields).map(\.text) == (isValid ? [] : [refusal]))
  }
}
