/// The order in which the structures of Kubernetes' Go API hold their fields. JSON that is printed from such a
/// structure has it; JSON of an object that kubectl reads without knowing its kind has the names in alphabetical order.
///
/// As in `k8s.io/api` and apimachinery's `meta/v1`. A structure that is not here has its fields in alphabetical order,
/// as all that nobody gets to see in this way.
enum GoFieldOrder {
  /// The fields of `structure` that come first, in their order.
  static func names(of structure: String) -> [String] { table[structure] ?? [] }

  private static let table = structures.mapValues { $0.split(separator: " ").map(String.init) }

  static let structures = [
    "ConfigMap": "kind apiVersion metadata immutable data binaryData",
    "ConfigMapKeySelector": "name key optional",
    "Container": """
    name image command args workingDir ports envFrom env resources resizePolicy restartPolicy restartPolicyRules \
    volumeMounts volumeDevices livenessProbe readinessProbe startupProbe lifecycle terminationMessagePath \
    terminationMessagePolicy imagePullPolicy securityContext stdin stdinOnce tty
    """,
    "ContainerPort": "name hostPort containerPort protocol hostIP",
    "ContainerStatus": """
    name state lastState ready restartCount image imageID containerID started allocatedResources resources \
    volumeMounts user allocatedResourcesStatus stopSignal
    """,
    "CronJob": "kind apiVersion metadata spec status",
    "CronJobSpec": """
    schedule timeZone startingDeadlineSeconds concurrencyPolicy suspend jobTemplate successfulJobsHistoryLimit \
    failedJobsHistoryLimit
    """,
    "DaemonSet": "kind apiVersion metadata spec status",
    "DaemonSetSpec": "selector template updateStrategy minReadySeconds revisionHistoryLimit",
    "DaemonSetStatus": """
    currentNumberScheduled numberMisscheduled desiredNumberScheduled numberReady observedGeneration \
    updatedNumberScheduled numberAvailable numberUnavailable collisionCount conditions
    """,
    "DaemonSetUpdateStrategy": "type rollingUpdate",
    "Deployment": "kind apiVersion metadata spec status",
    "DeploymentCondition": "type status lastUpdateTime lastTransitionTime reason message",
    "DeploymentSpec": """
    replicas selector template strategy minReadySeconds revisionHistoryLimit paused progressDeadlineSeconds
    """,
    "DeploymentStatus": """
    observedGeneration replicas updatedReplicas readyReplicas availableReplicas unavailableReplicas \
    terminatingReplicas conditions collisionCount
    """,
    "DeploymentStrategy": "type rollingUpdate",
    "DownwardAPIVolumeFile": "path fieldRef resourceFieldRef mode",
    "EnvFromSource": "prefix configMapRef secretRef",
    "EnvVar": "name value valueFrom",
    "HTTPGetAction": "path port host scheme httpHeaders",
    "Job": "kind apiVersion metadata spec status",
    "JobCondition": "type status lastProbeTime lastTransitionTime reason message",
    "JobSpec": """
    parallelism completions activeDeadlineSeconds podFailurePolicy successPolicy backoffLimit backoffLimitPerIndex \
    maxFailedIndexes selector manualSelector template ttlSecondsAfterFinished completionMode suspend \
    podReplacementPolicy managedBy
    """,
    "JobStatus": """
    conditions startTime completionTime active succeeded failed terminating completedIndexes failedIndexes \
    uncountedTerminatedPods ready
    """,
    "JobTemplateSpec": "metadata spec",
    "KeyToPath": "key path mode",
    "LabelSelector": "matchLabels matchExpressions",
    "Namespace": "kind apiVersion metadata spec status",
    "NamespaceStatus": "phase conditions",
    "Node": "kind apiVersion metadata spec status",
    "NodeCondition": "type status lastHeartbeatTime lastTransitionTime reason message",
    "NodeSpec": "podCIDR podCIDRs providerID unschedulable taints configSource externalID",
    "NodeStatus": "capacity allocatable phase conditions addresses daemonEndpoints nodeInfo images",
    "NodeSystemInfo": """
    machineID systemUUID bootID kernelVersion osImage containerRuntimeVersion kubeletVersion kubeProxyVersion \
    operatingSystem architecture
    """,
    "ObjectFieldSelector": "apiVersion fieldPath",
    "ObjectMeta": """
    name generateName namespace selfLink uid resourceVersion generation creationTimestamp deletionTimestamp \
    deletionGracePeriodSeconds labels annotations ownerReferences finalizers managedFields
    """,
    "OwnerReference": "apiVersion kind name uid controller blockOwnerDeletion",
    "Pod": "kind apiVersion metadata spec status",
    "PodCondition": "type observedGeneration status lastProbeTime lastTransitionTime reason message",
    "PodDisruptionBudget": "kind apiVersion metadata spec status",
    "PodDisruptionBudgetSpec": "minAvailable selector maxUnavailable unhealthyPodEvictionPolicy",
    "PodDisruptionBudgetStatus": """
    observedGeneration disruptedPods disruptionsAllowed currentHealthy desiredHealthy expectedPods conditions
    """,
    "PodSpec": """
    volumes initContainers containers ephemeralContainers restartPolicy terminationGracePeriodSeconds \
    activeDeadlineSeconds dnsPolicy nodeSelector serviceAccountName serviceAccount automountServiceAccountToken \
    nodeName hostNetwork hostPID hostIPC shareProcessNamespace securityContext imagePullSecrets hostname subdomain \
    affinity schedulerName tolerations hostAliases priorityClassName priority dnsConfig readinessGates \
    runtimeClassName enableServiceLinks preemptionPolicy overhead topologySpreadConstraints setHostnameAsFQDN os \
    hostUsers schedulingGates resourceClaims resources hostnameOverride
    """,
    "PodStatus": """
    observedGeneration phase conditions message reason nominatedNodeName hostIP hostIPs podIP podIPs startTime \
    initContainerStatuses containerStatuses qosClass ephemeralContainerStatuses resize resourceClaimStatuses \
    extendedResourceClaimStatus allocatedResources resources
    """,
    "PodTemplateSpec": "metadata spec",
    "PriorityClass": "kind apiVersion metadata value globalDefault description preemptionPolicy",
    "Probe": """
    exec httpGet tcpSocket grpc initialDelaySeconds timeoutSeconds periodSeconds successThreshold failureThreshold \
    terminationGracePeriodSeconds
    """,
    "ProjectedVolumeSource": "sources defaultMode",
    "ReplicaSet": "kind apiVersion metadata spec status",
    "ReplicaSetSpec": "replicas minReadySeconds selector template",
    "ReplicaSetStatus": """
    replicas fullyLabeledReplicas readyReplicas availableReplicas terminatingReplicas observedGeneration conditions
    """,
    "ReplicationController": "kind apiVersion metadata spec status",
    "ReplicationControllerSpec": "replicas minReadySeconds selector template",
    "ReplicationControllerStatus": """
    replicas fullyLabeledReplicas readyReplicas availableReplicas observedGeneration conditions
    """,
    "ResourceQuota": "kind apiVersion metadata spec status",
    "ResourceRequirements": "limits requests claims",
    "RollingUpdateDaemonSet": "maxUnavailable maxSurge",
    "RollingUpdateDeployment": "maxUnavailable maxSurge",
    "Secret": "kind apiVersion metadata immutable data stringData type",
    "SecretKeySelector": "name key optional",
    "Service": "kind apiVersion metadata spec status",
    "ServiceAccount": "kind apiVersion metadata secrets imagePullSecrets automountServiceAccountToken",
    "ServiceAccountTokenProjection": "audience expirationSeconds path",
    "ServicePort": "name protocol appProtocol port targetPort nodePort",
    "ServiceSpec": """
    ports selector clusterIP clusterIPs type externalIPs sessionAffinity loadBalancerIP loadBalancerSourceRanges \
    externalName externalTrafficPolicy healthCheckNodePort publishNotReadyAddresses sessionAffinityConfig ipFamilies \
    ipFamilyPolicy allocateLoadBalancerNodePorts loadBalancerClass internalTrafficPolicy trafficDistribution
    """,
    "Taint": "key value effect timeAdded",
    "Toleration": "key operator value effect tolerationSeconds",
    "Volume": "name",
    "VolumeMount": "name readOnly recursiveReadOnly mountPath subPath mountPropagation subPathExpr",
    "VolumeMountStatus": "name mountPath readOnly recursiveReadOnly",
  ]
}

extension Object {
  /// This object as JSON of the Go structure of its kind, on several lines, without a line end.
  package var structureJSON: String {
    OrderedJSON(value, structure: kind.name).indented(by: 4)
  }
}

extension OrderedJSON {
  fileprivate init(_ value: Value, structure name: String) {
    guard case .object(let fields) = value, let structure = Schema.structure(named: name) else {
      self = .value(value)
      return
    }
    let first = GoFieldOrder.names(of: name)
    let rest = fields.names.filter { !first.contains($0) }
    self = .object(
      (first + rest).compactMap { member in
        fields[member].map { (member, OrderedJSON($0, structure[member]?.type)) }
      }
    )
  }

  private init(_ value: Value, _ type: FieldType?) {
    switch (type, value) {
    case (.structure(let name)?, _): self.init(value, structure: name)
    case (.list(let item)?, .array(let items)): self = .list(items.map { OrderedJSON($0, item) })
    case (.map(let item)?, .object(let fields)): self = .object(fields.map { ($0.name, OrderedJSON($0.value, item)) })
    default: self = .value(value)
    }
  }
}
