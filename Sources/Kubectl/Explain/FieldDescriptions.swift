/// Short descriptions of types and fields, in the project's own words.
enum FieldDescriptions {
  static func text(of field: String, in type: String) -> String? {
    (fields[type] ?? ofJobs[type])?[field] ?? common[field]
  }

  static func text(ofType type: String) -> String? { types[type] }

  /// Fields that every kind has.
  private static let common = [
    "apiVersion": "The group and version of the API that this object is written for.",
    "kind": "The kind of object this is, in CamelCase.",
  ]

  private static let types = [
    "Pod": "A Pod is one or more containers that run together on one node.",
    "ReplicaSet": "A ReplicaSet keeps a number of equal Pods running.",
    "ReplicationController":
      "A ReplicationController keeps a number of equal Pods running; the older form of a ReplicaSet.",
    "DaemonSet": "A DaemonSet runs one Pod on every node that fits.",
    "Job": "A Job runs Pods until enough of them have ended well.",
    "CronJob": "A CronJob makes a Job at the times of a schedule.",
    "Deployment": "A Deployment replaces the Pods of ReplicaSets step by step.",
    "Node": "A Node is a machine on which Pods run.",
    "Event": "An Event reports that something happened to an object.",
    "Namespace": "A Namespace is a scope for names.",
    "Probe": "A Probe asks a container whether it is alive or ready.",
    "LabelSelector": "A LabelSelector picks objects by their labels; all its conditions must hold.",
    "LabelSelectorRequirement": "One condition on a label.",
    "PodTemplateSpec": "The Pod that a controller makes copies of.",
    "Taint": "A Taint keeps Pods away that do not tolerate it.",
    "Toleration": "A Toleration lets a Pod onto nodes with a matching taint.",
  ]

  private static let fields: [String: [String: String]] = [
    "ObjectMeta": [
      "annotations": "Texts for tools and people; nothing is selected by them.",
      "creationTimestamp": "When the API server accepted the object.",
      "deletionGracePeriodSeconds": "How long the object has for an orderly end, once it is being deleted.",
      "deletionTimestamp": "When the object is to be gone; set by a deletion, never by you.",
      "finalizers": "Names that must be removed before the object may go.",
      "generateName": "The beginning of a name that the server completes.",
      "generation": "Counts the changes of the spec.",
      "labels": "Names and values by which objects are selected.",
      "name": "The name, unique among the objects of its kind in a namespace.",
      "namespace": "The scope of the name.",
      "ownerReferences": "The objects that this one belongs to; when all are gone, so is this one.",
      "resourceVersion": "Changes with every write.",
      "uid": "Unlike the name never used again for another object.",
    ],
    "Pod": podLike("The containers and how they are to run.", "What the kubelet has reported last."),
    "ReplicaSet": podLike("How many Pods, and which.", "How many there were when the controller last looked."),
    "ReplicationController": podLike(
      "How many Pods, and which.",
      "How many there were when the controller last looked."
    ),
    "DaemonSet": podLike("Which Pod, and on which nodes.", "On how many nodes it runs."),
    "Job": podLike("The work, and when it counts as done or failed.", "How far the work is."),
    "CronJob": podLike("When to make Jobs, and from what.", "The Jobs that run, and when the last one was made."),
    "Deployment": podLike("Which Pods, and how to replace them.", "How far the replacement is."),
    "Node": podLike("Whether Pods may be placed here.", "What the kubelet has reported last."),
    "ReplicaSetSpec": replicas,
    "ReplicationControllerSpec": replicas,
    "PodTemplateSpec": [
      "metadata": "The labels and annotations of the Pods.",
      "spec": "The spec of the Pods.",
    ],
    "LabelSelector": [
      "matchExpressions": "Conditions with operators.",
      "matchLabels": "Labels that must have exactly these values.",
    ],
    "LabelSelectorRequirement": [
      "key": "The label.",
      "operator": "In, NotIn, Exists or DoesNotExist.",
      "values": "The values for In and NotIn; empty for the other two.",
    ],
    "PodSpec": [
      "activeDeadlineSeconds": "The Pod fails when it has been active for so long.",
      "affinity": "Rules for the choice of a node.",
      "containers": "The containers, which start together.",
      "initContainers": "Containers that must end well, one after the other, before the others start.",
      "nodeName": "The node that the scheduler has chosen.",
      "nodeSelector": "Labels that the node must have.",
      "restartPolicy": "Whether ended containers are started again: Always, OnFailure or Never.",
      "schedulerName": "Which scheduler is to choose the node.",
      "terminationGracePeriodSeconds": "How long the containers have to end by themselves. 30 if not given.",
      "tolerations": "Taints that do not keep this Pod away.",
      "volumes": "Storage that containers may mount.",
    ],
    "Container": [
      "args": "Arguments of the command.",
      "command": "The program to run instead of the image's own.",
      "env": "Environment variables.",
      "image": "The image to run.",
      "imagePullPolicy": "Whether to fetch the image each time: Always, IfNotPresent or Never.",
      "livenessProbe": "When this fails too often, the container is restarted.",
      "name": "The name, unique in the Pod.",
      "ports": "Ports that the container listens on, for information.",
      "readinessProbe": "While this fails, the container is not ready.",
      "resources": "How much CPU and memory it asks for, and how much it may use.",
      "startupProbe": "Until this succeeds, the other probes wait.",
      "volumeMounts": "Where volumes appear inside the container.",
    ],
    "Probe": [
      "exec": "Runs a command in the container; exit code 0 is success.",
      "failureThreshold": "So many failures in a row count. 3 if not given.",
      "grpc": "Asks a gRPC health service.",
      "httpGet": "Asks an HTTP server; 200 to 399 is success.",
      "initialDelaySeconds": "How long to wait after the container's start.",
      "periodSeconds": "How often to ask. 10 if not given.",
      "successThreshold": "So many successes in a row count. 1 if not given.",
      "tcpSocket": "Opens a TCP connection.",
      "terminationGracePeriodSeconds": "The grace period when this probe kills the container.",
      "timeoutSeconds": "How long to wait for an answer. 1 if not given.",
    ],
  ]

  private static let replicas = [
    "minReadySeconds": "How long a Pod must be ready to count as available.",
    "replicas": "How many Pods there are to be. 1 if not given.",
    "selector": "Which Pods count; must match the labels of the template.",
    "template": "The Pod to make copies of.",
  ]

  private static func podLike(_ spec: String, _ status: String) -> [String: String] {
    ["metadata": "Name, labels and other data that every object has.", "spec": spec, "status": status]
  }
}
