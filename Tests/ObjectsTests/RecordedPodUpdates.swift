// Recorded with kubectl v1.36.2 against a Kubernetes v1.36.2 API server; the volume of the Pod was
// kube-api-access-r94bm.

/// What kubectl printed for changes of a Pod that are not allowed, without the last line end.
enum RecordedPodUpdates {
  static let portAdded =
    #"""
    The Pod "nginx" is invalid: spec: Forbidden: pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)
    @@ -96,7 +96,15 @@
        "Command": null,
        "Args": null,
        "WorkingDir": "",
    -   "Ports": null,
    +   "Ports": [
    +    {
    +     "Name": "",
    +     "HostPort": 0,
    +     "ContainerPort": 80,
    +     "Protocol": "TCP",
    +     "HostIP": ""
    +    }
    +   ],
        "EnvFrom": null,
        "Env": null,
        "Resources": {

    """#

  static let replacedWithPort =
    #"""
    The Pod "nginx" is invalid: spec: Forbidden: pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)
    @@ -1,93 +1,5 @@
     {
    - "Volumes": [
    -  {
    -   "Name": "kube-api-access-r94bm",
    -   "HostPath": null,
    -   "EmptyDir": null,
    -   "GCEPersistentDisk": null,
    -   "AWSElasticBlockStore": null,
    -   "GitRepo": null,
    -   "Secret": null,
    -   "NFS": null,
    -   "ISCSI": null,
    -   "Glusterfs": null,
    -   "PersistentVolumeClaim": null,
    -   "RBD": null,
    -   "Quobyte": null,
    -   "FlexVolume": null,
    -   "Cinder": null,
    -   "CephFS": null,
    -   "Flocker": null,
    -   "DownwardAPI": null,
    -   "FC": null,
    -   "AzureFile": null,
    -   "ConfigMap": null,
    -   "VsphereVolume": null,
    -   "AzureDisk": null,
    -   "PhotonPersistentDisk": null,
    -   "Projected": {
    -    "Sources": [
    -     {
    -      "Secret": null,
    -      "DownwardAPI": null,
    -      "ConfigMap": null,
    -      "ServiceAccountToken": {
    -       "Audience": "",
    -       "ExpirationSeconds": 3607,
    -       "Path": "token"
    -      },
    -      "ClusterTrustBundle": null,
    -      "PodCertificate": null
    -     },
    -     {
    -      "Secret": null,
    -      "DownwardAPI": null,
    -      "ConfigMap": {
    -       "Name": "kube-root-ca.crt",
    -       "Items": [
    -        {
    -         "Key": "ca.crt",
    -         "Path": "ca.crt",
    -         "Mode": null
    -        }
    -       ],
    -       "Optional": null
    -      },
    -      "ServiceAccountToken": null,
    -      "ClusterTrustBundle": null,
    -      "PodCertificate": null
    -     },
    -     {
    -      "Secret": null,
    -      "DownwardAPI": {
    -       "Items": [
    -        {
    -         "Path": "namespace",
    -         "FieldRef": {
    -          "APIVersion": "v1",
    -          "FieldPath": "metadata.namespace"
    -         },
    -         "ResourceFieldRef": null,
    -         "Mode": null
    -        }
    -       ]
    -      },
    -      "ConfigMap": null,
    -      "ServiceAccountToken": null,
    -      "ClusterTrustBundle": null,
    -      "PodCertificate": null
    -     }
    -    ],
    -    "DefaultMode": 420
    -   },
    -   "PortworxVolume": null,
    -   "ScaleIO": null,
    -   "StorageOS": null,
    -   "CSI": null,
    -   "Ephemeral": null,
    -   "Image": null
    -  }
    - ],
    + "Volumes": null,
      "InitContainers": null,
      "Containers": [
       {
    @@ -96,7 +8,15 @@
        "Command": null,
        "Args": null,
        "WorkingDir": "",
    -   "Ports": null,
    +   "Ports": [
    +    {
    +     "Name": "",
    +     "HostPort": 0,
    +     "ContainerPort": 80,
    +     "Protocol": "TCP",
    +     "HostIP": ""
    +    }
    +   ],
        "EnvFrom": null,
        "Env": null,
        "Resources": {
    @@ -107,17 +27,7 @@
        "ResizePolicy": null,
        "RestartPolicy": null,
        "RestartPolicyRules": null,
    -   "VolumeMounts": [
    -    {
    -     "Name": "kube-api-access-r94bm",
    -     "ReadOnly": true,
    -     "RecursiveReadOnly": null,
    -     "MountPath": "/var/run/secrets/kubernetes.io/serviceaccount",
    -     "SubPath": "",
    -     "MountPropagation": null,
    -     "SubPathExpr": ""
    -    }
    -   ],
    +   "VolumeMounts": null,
        "VolumeDevices": null,
        "LivenessProbe": null,
        "ReadinessProbe": null,
    @@ -138,9 +48,9 @@
      "ActiveDeadlineSeconds": null,
      "DNSPolicy": "ClusterFirst",
      "NodeSelector": null,
    - "ServiceAccountName": "default",
    + "ServiceAccountName": "",
      "AutomountServiceAccountToken": null,
    - "NodeName": "node-1",
    + "NodeName": "",
      "SecurityContext": {
       "HostNetwork": false,
       "HostPID": false,

    """#
}

/// What kubectl printed for another image in a Job's template; names and uid are those of the test.
enum RecordedJobUpdate {
  static let text =
    #"The Job "nginx" is invalid: spec.template: Invalid value: {"labels":{"batch.kubernetes.io/controller-uid":"u","batch.kubernetes.io/job-name":"nginx","controller-uid":"u","job-name":"nginx"},"Spec":{"Volumes":null,"InitContainers":null,"Containers":[{"Name":"main","Image":"other","Command":null,"Args":null,"WorkingDir":"","Ports":null,"EnvFrom":null,"Env":null,"Resources":{"Limits":null,"Requests":null,"Claims":null},"ResizePolicy":null,"RestartPolicy":null,"RestartPolicyRules":null,"VolumeMounts":null,"VolumeDevices":null,"LivenessProbe":null,"ReadinessProbe":null,"StartupProbe":null,"Lifecycle":null,"TerminationMessagePath":"/dev/termination-log","TerminationMessagePolicy":"File","ImagePullPolicy":"Always","SecurityContext":null,"Stdin":false,"StdinOnce":false,"TTY":false}],"EphemeralContainers":null,"RestartPolicy":"OnFailure","TerminationGracePeriodSeconds":30,"ActiveDeadlineSeconds":null,"DNSPolicy":"ClusterFirst","NodeSelector":null,"ServiceAccountName":"","AutomountServiceAccountToken":null,"NodeName":"","SecurityContext":{"HostNetwork":false,"HostPID":false,"HostIPC":false,"ShareProcessNamespace":null,"HostUsers":null,"SELinuxOptions":null,"WindowsOptions":null,"RunAsUser":null,"RunAsGroup":null,"RunAsNonRoot":null,"SupplementalGroups":null,"SupplementalGroupsPolicy":null,"FSGroup":null,"FSGroupChangePolicy":null,"Sysctls":null,"SeccompProfile":null,"AppArmorProfile":null,"SELinuxChangePolicy":null},"ImagePullSecrets":null,"Hostname":"","Subdomain":"","SetHostnameAsFQDN":null,"Affinity":null,"SchedulerName":"default-scheduler","Tolerations":null,"HostAliases":null,"PriorityClassName":"","Priority":null,"PreemptionPolicy":null,"DNSConfig":null,"ReadinessGates":null,"RuntimeClassName":null,"Overhead":null,"EnableServiceLinks":null,"TopologySpreadConstraints":null,"OS":null,"SchedulingGates":null,"ResourceClaims":null,"Resources":null,"HostnameOverride":null,"SchedulingGroup":null}}: field is immutable"#
}
