import Foundation
import Narration
import Objects
import Testing

@testable import Kubectl

@Suite struct FieldDescriptionTests {
  /// The types that the simulator reads or writes; every field of theirs is described.
  static let types = [
    "Affinity", "Condition", "ConfigMap", "Container", "ContainerPort", "ContainerState", "ContainerStateRunning",
    "ContainerStateTerminated", "ContainerStateWaiting", "ContainerStatus", "ControllerRevision", "CronJob",
    "CronJobSpec", "CronJobStatus", "DaemonSet", "DaemonSetCondition", "DaemonSetSpec", "DaemonSetStatus",
    "DaemonSetUpdateStrategy", "Deployment", "DeploymentCondition", "DeploymentSpec", "DeploymentStatus",
    "DeploymentStrategy", "EmptyDirVolumeSource", "EnvFromSource", "EnvVar", "EnvVarSource", "Event", "EventSeries",
    "EventSource", "ExecAction", "GRPCAction", "HTTPGetAction", "HTTPHeader", "HostPathVolumeSource", "Job",
    "JobCondition", "JobSpec", "JobStatus", "JobTemplateSpec", "LabelSelector", "LabelSelectorRequirement", "Lifecycle",
    "LifecycleHandler", "Namespace", "NamespaceCondition", "NamespaceSpec", "NamespaceStatus", "Node", "NodeAddress",
    "NodeAffinity", "NodeCondition", "NodeSelector", "NodeSelectorRequirement", "NodeSelectorTerm", "NodeSpec",
    "NodeStatus", "NodeSystemInfo", "ObjectFieldSelector", "ObjectMeta", "ObjectReference", "OwnerReference", "Pod",
    "PodAffinity", "PodAffinityTerm", "PodAntiAffinity", "PodCondition", "PodFailurePolicy",
    "PodFailurePolicyOnExitCodesRequirement", "PodFailurePolicyOnPodConditionsPattern", "PodFailurePolicyRule",
    "PodIP", "PodReadinessGate", "PodSchedulingGate", "PodTemplateSpec", "PreferredSchedulingTerm", "Probe",
    "ReplicaSet", "ReplicaSetCondition", "ReplicaSetSpec", "ReplicaSetStatus", "ReplicationController",
    "ReplicationControllerCondition", "ReplicationControllerSpec", "ReplicationControllerStatus",
    "ResourceRequirements", "RollingUpdateDaemonSet", "RollingUpdateDeployment", "Secret", "Service", "ServiceAccount",
    "ServicePort", "SleepAction", "StatefulSet", "StatefulSetSpec", "SuccessPolicy", "SuccessPolicyRule",
    "TCPSocketAction", "Taint", "Toleration", "TopologySpreadConstraint", "UncountedTerminatedPods", "VolumeMount",
    "WeightedPodAffinityTerm",
  ]

  static let held = FieldDescriptions.tables.flatMap { table in table.map { (type: $0.key, fields: $0.value) } }

  @Test(arguments: types) func everyFieldIsDescribed(type: String) throws {
    let structure = try #require(Schema.structure(named: type))
    for field in structure.fields {
      let text = FieldDescriptions.text(of: field.name, in: type)
      #expect(text != nil, "\(type).\(field.name)")
    }
  }

  /// The names that the typed kinds take out of what comes, read from their sources.
  @Test func everyFieldThatKindsDecodeIsDescribed() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let kinds = root.appending(path: "Sources/Objects/Kinds")
    let files = FileManager.default.enumerator(at: kinds, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
    // What has a schema of its own that is not held, or is no field: the hard limits of quotas, values of priorities.
    let others: Set<String> = ["hard", "used", "scopes", "scopeSelector", "globalDefault", "description"]
    let common = ["apiVersion", "kind", "metadata"]
    var seen: Set<String> = []
    for file in files ?? [] where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /(?:reader\.\w+\(|other\[|fields\[)"(\w+)"/) { seen.insert(String(match.1)) }
    }
    #expect(seen.count > 100)
    for name in seen.subtracting(others).sorted() {
      let isDescribed = FieldDescriptionTests.held.contains { $0.fields[name] != nil } || common.contains(name)
      #expect(isDescribed, "\(name)")
    }
  }

  @Test func descriptionsAreOfFieldsThatExist() {
    for (type, fields) in FieldDescriptionTests.held {
      for name in fields.keys { #expect(Schema.structure(named: type)?[name] != nil, "\(type).\(name)") }
    }
  }

  @Test func koreanIsShownUnderKorean() throws {
    let english = try Explanation(of: .pod, path: ["spec", "restartPolicy"], recursive: false).text()
    let korean = try Explanation(of: .pod, path: ["spec", "restartPolicy"], recursive: false, language: .korean).text()
    #expect(english.contains("Whether ended containers are started again"))
    #expect(korean.contains("끝난 컨테이너를 다시 시작할지 정합니다"))
    #expect(korean.hasPrefix("KIND:       Pod\nVERSION:    v1\n\nFIELD: restartPolicy <string>\n"))
  }

  @Test func whatIsNotDescribedSaysSo() throws {
    let text = try Explanation(of: .pod, path: ["spec", "volumes", "cephfs"], recursive: false).text()
    #expect(text.contains("DESCRIPTION:\n    <empty>\n"))
    #expect(text.contains("  monitors\t<[]string> -required-\n    <no description>\n"))
    let korean = Explanation(of: .pod, path: ["spec", "volumes", "cephfs"], recursive: false, language: .korean)
    #expect(try korean.text().contains("<설명 없음>"))
  }

  /// Korean stands beside each English text, in Korean letters.
  @Test func everyTextIsInBothLanguages() {
    for (type, fields) in FieldDescriptionTests.held {
      for (name, text) in fields where !text.english.hasSuffix("…") {
        #expect(!text.english.isEmpty)
        #expect(text.korean.unicodeScalars.contains { ("가"..."힣").contains($0) }, "\(type).\(name)")
      }
    }
  }
}
