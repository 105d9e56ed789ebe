/// The Go structures below a Pod template: for each its members, in their order, with their types.
///
/// Named types that are not listed are strings. A member after `^` is embedded: its own members stand in its place in
/// JSON. Two are named otherwise in JSON than in Go; what stands behind `=` is that name.
///
/// Mirrors `k8s.io/api/core/v1/types.go` of v1.36.
enum GoLayout {
  static let text = """
    PodTemplateSpec ObjectMeta=metadata:ObjectMeta Spec:PodSpec
    ObjectMeta Name:string GenerateName:string Namespace:string SelfLink:string UID:types.UID ResourceVersion:string \
    Generation:int64 CreationTimestamp:Time DeletionTimestamp:*Time DeletionGracePeriodSeconds:*int64 \
    Labels:map[string]string Annotations:map[string]string OwnerReferences:[]OwnerReference Finalizers:[]string \
    ManagedFields:[]ManagedFieldsEntry
    PodSpec Volumes:[]Volume InitContainers:[]Container Containers:[]Container \
    EphemeralContainers:[]EphemeralContainer RestartPolicy:RestartPolicy TerminationGracePeriodSeconds:*int64 \
    ActiveDeadlineSeconds:*int64 DNSPolicy:DNSPolicy NodeSelector:map[string]string ServiceAccountName:string \
    DeprecatedServiceAccount=serviceAccount:string AutomountServiceAccountToken:*bool NodeName:string \
    HostNetwork:bool HostPID:bool HostIPC:bool ShareProcessNamespace:*bool SecurityContext:*PodSecurityContext \
    ImagePullSecrets:[]LocalObjectReference Hostname:string Subdomain:string Affinity:*Affinity \
    SchedulerName:string Tolerations:[]Toleration HostAliases:[]HostAlias PriorityClassName:string Priority:*int32 \
    DNSConfig:*PodDNSConfig ReadinessGates:[]PodReadinessGate RuntimeClassName:*string EnableServiceLinks:*bool \
    PreemptionPolicy:*PreemptionPolicy Overhead:ResourceList TopologySpreadConstraints:[]TopologySpreadConstraint \
    SetHostnameAsFQDN:*bool OS:*PodOS HostUsers:*bool SchedulingGates:[]PodSchedulingGate \
    ResourceClaims:[]PodResourceClaim Resources:*ResourceRequirements HostnameOverride:*string \
    SchedulingGroup:*PodSchedulingGroup
    Container Name:string Image:string Command:[]string Args:[]string WorkingDir:string Ports:[]ContainerPort \
    EnvFrom:[]EnvFromSource Env:[]EnvVar Resources:ResourceRequirements ResizePolicy:[]ContainerResizePolicy \
    RestartPolicy:*ContainerRestartPolicy RestartPolicyRules:[]ContainerRestartRule VolumeMounts:[]VolumeMount \
    VolumeDevices:[]VolumeDevice LivenessProbe:*Probe ReadinessProbe:*Probe StartupProbe:*Probe \
    Lifecycle:*Lifecycle TerminationMessagePath:string TerminationMessagePolicy:TerminationMessagePolicy \
    ImagePullPolicy:PullPolicy SecurityContext:*SecurityContext Stdin:bool StdinOnce:bool TTY:bool
    ContainerPort Name:string HostPort:int32 ContainerPort:int32 Protocol:Protocol HostIP:string
    EnvFromSource Prefix:string ConfigMapRef:*ConfigMapEnvSource SecretRef:*SecretEnvSource
    ConfigMapEnvSource ^LocalObjectReference Optional:*bool
    SecretEnvSource ^LocalObjectReference Optional:*bool
    EnvVar Name:string Value:string ValueFrom:*EnvVarSource
    EnvVarSource FieldRef:*ObjectFieldSelector ResourceFieldRef:*ResourceFieldSelector \
    ConfigMapKeyRef:*ConfigMapKeySelector SecretKeyRef:*SecretKeySelector FileKeyRef:*FileKeySelector
    ObjectFieldSelector APIVersion:string FieldPath:string
    ResourceFieldSelector ContainerName:string Resource:string Divisor:resource.Quantity
    ConfigMapKeySelector ^LocalObjectReference Key:string Optional:*bool
    SecretKeySelector ^LocalObjectReference Key:string Optional:*bool
    ResourceRequirements Limits:ResourceList Requests:ResourceList Claims:[]ResourceClaim
    ContainerResizePolicy ResourceName:ResourceName RestartPolicy:ResourceResizeRestartPolicy
    VolumeMount Name:string ReadOnly:bool RecursiveReadOnly:*RecursiveReadOnlyMode MountPath:string SubPath:string \
    MountPropagation:*MountPropagationMode SubPathExpr:string
    VolumeDevice Name:string DevicePath:string
    Probe ^ProbeHandler InitialDelaySeconds:int32 TimeoutSeconds:int32 PeriodSeconds:int32 SuccessThreshold:int32 \
    FailureThreshold:int32 TerminationGracePeriodSeconds:*int64
    ProbeHandler Exec:*ExecAction HTTPGet:*HTTPGetAction TCPSocket:*TCPSocketAction GRPC:*GRPCAction
    ExecAction Command:[]string
    HTTPGetAction Path:string Port:intstr.IntOrString Host:string Scheme:URIScheme HTTPHeaders:[]HTTPHeader
    HTTPHeader Name:string Value:string
    TCPSocketAction Port:intstr.IntOrString Host:string
    GRPCAction Port:int32 Service:*string
    Lifecycle PostStart:*LifecycleHandler PreStop:*LifecycleHandler StopSignal:*Signal
    LifecycleHandler Exec:*ExecAction HTTPGet:*HTTPGetAction TCPSocket:*TCPSocketAction Sleep:*SleepAction
    SleepAction Seconds:int64
    SecurityContext Capabilities:*Capabilities Privileged:*bool SELinuxOptions:*SELinuxOptions \
    WindowsOptions:*WindowsSecurityContextOptions RunAsUser:*int64 RunAsGroup:*int64 RunAsNonRoot:*bool \
    ReadOnlyRootFilesystem:*bool AllowPrivilegeEscalation:*bool ProcMount:*ProcMountType \
    SeccompProfile:*SeccompProfile AppArmorProfile:*AppArmorProfile
    Capabilities Add:[]Capability Drop:[]Capability
    SELinuxOptions User:string Role:string Type:string Level:string
    SeccompProfile Type:SeccompProfileType LocalhostProfile:*string
    AppArmorProfile Type:AppArmorProfileType LocalhostProfile:*string
    PodSecurityContext SELinuxOptions:*SELinuxOptions WindowsOptions:*WindowsSecurityContextOptions \
    RunAsUser:*int64 RunAsGroup:*int64 RunAsNonRoot:*bool SupplementalGroups:[]int64 \
    SupplementalGroupsPolicy:*SupplementalGroupsPolicy FSGroup:*int64 Sysctls:[]Sysctl \
    FSGroupChangePolicy:*PodFSGroupChangePolicy SeccompProfile:*SeccompProfile AppArmorProfile:*AppArmorProfile \
    SELinuxChangePolicy:*PodSELinuxChangePolicy
    Sysctl Name:string Value:string
    Volume Name:string ^VolumeSource
    VolumeSource HostPath:*HostPathVolumeSource EmptyDir:*EmptyDirVolumeSource \
    GCEPersistentDisk:*GCEPersistentDiskVolumeSource AWSElasticBlockStore:*AWSElasticBlockStoreVolumeSource \
    GitRepo:*GitRepoVolumeSource Secret:*SecretVolumeSource NFS:*NFSVolumeSource ISCSI:*ISCSIVolumeSource \
    Glusterfs:*GlusterfsVolumeSource PersistentVolumeClaim:*PersistentVolumeClaimVolumeSource \
    RBD:*RBDVolumeSource FlexVolume:*FlexVolumeSource Cinder:*CinderVolumeSource CephFS:*CephFSVolumeSource \
    Flocker:*FlockerVolumeSource DownwardAPI:*DownwardAPIVolumeSource FC:*FCVolumeSource \
    AzureFile:*AzureFileVolumeSource ConfigMap:*ConfigMapVolumeSource \
    VsphereVolume:*VsphereVirtualDiskVolumeSource Quobyte:*QuobyteVolumeSource AzureDisk:*AzureDiskVolumeSource \
    PhotonPersistentDisk:*PhotonPersistentDiskVolumeSource Projected:*ProjectedVolumeSource \
    PortworxVolume:*PortworxVolumeSource ScaleIO:*ScaleIOVolumeSource StorageOS:*StorageOSVolumeSource \
    CSI:*CSIVolumeSource Ephemeral:*EphemeralVolumeSource Image:*ImageVolumeSource
    HostPathVolumeSource Path:string Type:*HostPathType
    EmptyDirVolumeSource Medium:StorageMedium SizeLimit:*resource.Quantity
    SecretVolumeSource SecretName:string Items:[]KeyToPath DefaultMode:*int32 Optional:*bool
    ConfigMapVolumeSource ^LocalObjectReference Items:[]KeyToPath DefaultMode:*int32 Optional:*bool
    KeyToPath Key:string Path:string Mode:*int32
    NFSVolumeSource Server:string Path:string ReadOnly:bool
    PersistentVolumeClaimVolumeSource ClaimName:string ReadOnly:bool
    DownwardAPIVolumeSource Items:[]DownwardAPIVolumeFile DefaultMode:*int32
    DownwardAPIVolumeFile Path:string FieldRef:*ObjectFieldSelector ResourceFieldRef:*ResourceFieldSelector \
    Mode:*int32
    Toleration Key:string Operator:TolerationOperator Value:string Effect:TaintEffect TolerationSeconds:*int64
    HostAlias IP:string Hostnames:[]string
    LocalObjectReference Name:string
    PodReadinessGate ConditionType:PodConditionType
    PodSchedulingGate Name:string
    PodOS Name:OSName
    PodDNSConfig Nameservers:[]string Searches:[]string Options:[]PodDNSConfigOption
    PodDNSConfigOption Name:string Value:*string
    Affinity NodeAffinity:*NodeAffinity PodAffinity:*PodAffinity PodAntiAffinity:*PodAntiAffinity
    NodeAffinity RequiredDuringSchedulingIgnoredDuringExecution:*NodeSelector \
    PreferredDuringSchedulingIgnoredDuringExecution:[]PreferredSchedulingTerm
    NodeSelector NodeSelectorTerms:[]NodeSelectorTerm
    NodeSelectorTerm MatchExpressions:[]NodeSelectorRequirement MatchFields:[]NodeSelectorRequirement
    NodeSelectorRequirement Key:string Operator:NodeSelectorOperator Values:[]string
    PreferredSchedulingTerm Weight:int32 Preference:NodeSelectorTerm
    PodAffinity RequiredDuringSchedulingIgnoredDuringExecution:[]PodAffinityTerm \
    PreferredDuringSchedulingIgnoredDuringExecution:[]WeightedPodAffinityTerm
    PodAntiAffinity RequiredDuringSchedulingIgnoredDuringExecution:[]PodAffinityTerm \
    PreferredDuringSchedulingIgnoredDuringExecution:[]WeightedPodAffinityTerm
    PodAffinityTerm LabelSelector:*LabelSelector Namespaces:[]string TopologyKey:string \
    NamespaceSelector:*LabelSelector MatchLabelKeys:[]string MismatchLabelKeys:[]string
    WeightedPodAffinityTerm Weight:int32 PodAffinityTerm:PodAffinityTerm
    LabelSelector MatchLabels:map[string]string MatchExpressions:[]LabelSelectorRequirement
    LabelSelectorRequirement Key:string Operator:LabelSelectorOperator Values:[]string
    TopologySpreadConstraint MaxSkew:int32 TopologyKey:string WhenUnsatisfiable:UnsatisfiableConstraintAction \
    LabelSelector:*LabelSelector MinDomains:*int32 NodeAffinityPolicy:*NodeInclusionPolicy \
    NodeTaintsPolicy:*NodeInclusionPolicy MatchLabelKeys:[]string
    """
}
