/// The members of the internal Go structures below a Pod's spec, in their order; a structure a line.
enum InternalPodLayout {
  static let text = """
    PodSpec: Volumes InitContainers Containers EphemeralContainers RestartPolicy TerminationGracePeriodSeconds \
    ActiveDeadlineSeconds DNSPolicy NodeSelector ServiceAccountName AutomountServiceAccountToken NodeName \
    SecurityContext ImagePullSecrets Hostname Subdomain SetHostnameAsFQDN Affinity SchedulerName Tolerations \
    HostAliases PriorityClassName Priority PreemptionPolicy DNSConfig ReadinessGates RuntimeClassName Overhead \
    EnableServiceLinks TopologySpreadConstraints OS SchedulingGates ResourceClaims Resources HostnameOverride \
    SchedulingGroup
    Container: Name Image Command Args WorkingDir Ports EnvFrom Env Resources! ResizePolicy RestartPolicy \
    RestartPolicyRules VolumeMounts VolumeDevices LivenessProbe ReadinessProbe StartupProbe Lifecycle \
    TerminationMessagePath TerminationMessagePolicy ImagePullPolicy SecurityContext Stdin StdinOnce TTY
    ContainerPort: Name HostPort ContainerPort Protocol HostIP
    ResourceRequirements: Limits Requests Claims
    EnvVar: Name Value ValueFrom
    EnvVarSource: FieldRef ResourceFieldRef ConfigMapKeyRef SecretKeyRef FileKeyRef
    ObjectFieldSelector: APIVersion FieldPath
    ResourceFieldSelector: ContainerName Resource Divisor
    ConfigMapKeySelector: Name Key Optional
    SecretKeySelector: Name Key Optional
    EnvFromSource: Prefix ConfigMapRef SecretRef
    ConfigMapEnvSource: Name Optional
    SecretEnvSource: Name Optional
    Probe: Exec HTTPGet TCPSocket GRPC InitialDelaySeconds TimeoutSeconds PeriodSeconds SuccessThreshold \
    FailureThreshold TerminationGracePeriodSeconds
    ExecAction: Command
    HTTPGetAction: Path Port Host Scheme HTTPHeaders
    HTTPHeader: Name Value
    TCPSocketAction: Port Host
    GRPCAction: Port Service
    Lifecycle: PostStart PreStop StopSignal
    LifecycleHandler: Exec HTTPGet TCPSocket Sleep
    SleepAction: Seconds
    SecurityContext: Capabilities Privileged SELinuxOptions WindowsOptions RunAsUser RunAsGroup RunAsNonRoot \
    ReadOnlyRootFilesystem AllowPrivilegeEscalation ProcMount SeccompProfile AppArmorProfile
    Capabilities: Add Drop
    SELinuxOptions: User Role Type Level
    SeccompProfile: Type LocalhostProfile
    AppArmorProfile: Type LocalhostProfile
    VolumeMount: Name ReadOnly RecursiveReadOnly MountPath SubPath MountPropagation SubPathExpr
    Volume: Name HostPath EmptyDir GCEPersistentDisk AWSElasticBlockStore GitRepo Secret NFS ISCSI Glusterfs \
    PersistentVolumeClaim RBD Quobyte FlexVolume Cinder CephFS Flocker DownwardAPI FC AzureFile ConfigMap \
    VsphereVolume AzureDisk PhotonPersistentDisk Projected PortworxVolume ScaleIO StorageOS CSI Ephemeral Image
    HostPathVolumeSource: Path Type
    EmptyDirVolumeSource: Medium SizeLimit
    SecretVolumeSource: SecretName Items DefaultMode Optional
    ConfigMapVolumeSource: Name Items DefaultMode Optional
    KeyToPath: Key Path Mode
    NFSVolumeSource: Server Path ReadOnly
    PersistentVolumeClaimVolumeSource: ClaimName ReadOnly
    DownwardAPIVolumeSource: Items DefaultMode
    DownwardAPIVolumeFile: Path FieldRef ResourceFieldRef Mode
    ProjectedVolumeSource: Sources DefaultMode
    VolumeProjection: Secret DownwardAPI ConfigMap ServiceAccountToken ClusterTrustBundle PodCertificate
    SecretProjection: Name Items Optional
    DownwardAPIProjection: Items
    ConfigMapProjection: Name Items Optional
    ServiceAccountTokenProjection: Audience ExpirationSeconds Path
    PodSecurityContext: HostNetwork HostPID HostIPC ShareProcessNamespace HostUsers SELinuxOptions WindowsOptions \
    RunAsUser RunAsGroup RunAsNonRoot SupplementalGroups SupplementalGroupsPolicy FSGroup FSGroupChangePolicy \
    Sysctls SeccompProfile AppArmorProfile SELinuxChangePolicy
    Toleration: Key Operator Value Effect TolerationSeconds
    HostAlias: IP Hostnames
    LocalObjectReference: Name
    PodReadinessGate: ConditionType
    PodSchedulingGate: Name
    PodOS: Name
    PodDNSConfig: Nameservers Searches Options
    PodDNSConfigOption: Name Value
    Affinity: NodeAffinity PodAffinity PodAntiAffinity
    NodeAffinity: RequiredDuringSchedulingIgnoredDuringExecution PreferredDuringSchedulingIgnoredDuringExecution
    NodeSelector: NodeSelectorTerms
    NodeSelectorTerm: MatchExpressions MatchFields
    NodeSelectorRequirement: Key Operator Values
    PreferredSchedulingTerm: Weight Preference!
    PodAffinity: RequiredDuringSchedulingIgnoredDuringExecution PreferredDuringSchedulingIgnoredDuringExecution
    PodAntiAffinity: RequiredDuringSchedulingIgnoredDuringExecution PreferredDuringSchedulingIgnoredDuringExecution
    PodAffinityTerm: LabelSelector Namespaces TopologyKey NamespaceSelector MatchLabelKeys MismatchLabelKeys
    WeightedPodAffinityTerm: Weight PodAffinityTerm!
    TopologySpreadConstraint: MaxSkew TopologyKey WhenUnsatisfiable LabelSelector MinDomains NodeAffinityPolicy \
    NodeTaintsPolicy MatchLabelKeys
    """
}
