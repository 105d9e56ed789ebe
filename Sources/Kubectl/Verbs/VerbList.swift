import Basics

/// The commands that are simulated, by name.
package enum VerbList {
  package static let all: [Verb] = [
    AnnotateVerb.verb,
    APIResourcesVerb.verb,
    APIVersionsVerb.verb,
    ApplyVerb.verb,
    LastAppliedVerbs.set,
    LastAppliedVerbs.view,
    AuthVerbs.canI,
    ClusterInfoVerb.verb,
    ConfigVerbs.currentContext,
    ConfigVerbs.getContexts,
    ConfigVerbs.setContext,
    ConfigVerbs.useContext,
    ConfigVerbs.view,
    CordonVerb.cordon,
    CreateVerb.verb,
    CreateConfigMapVerb.verb,
    CreateCronJobVerb.verb,
    CreateDeploymentVerb.verb,
    CreateJobVerb.verb,
    CreateNamespaceVerb.verb,
    CreatePodDisruptionBudgetVerb.verb,
    CreatePriorityClassVerb.verb,
    CreateQuotaVerb.verb,
    CreateSecretVerb.verb,
    CreateServiceVerbs.clusterIP,
    CreateServiceVerbs.externalName,
    CreateServiceVerbs.loadBalancer,
    CreateServiceVerbs.nodePort,
    CreateServiceAccountVerb.verb,
    DeleteVerb.verb,
    DescribeVerb.verb,
    DiffVerb.verb,
    DrainVerb.verb,
    EditVerb.verb,
    EventsVerb.verb,
    ExecVerb.verb,
    ExplainVerb.verb,
    ExposeVerb.verb,
    GetVerb.verb,
    LabelVerb.verb,
    LogsVerb.verb,
    PatchVerb.verb,
    ReplaceVerb.verb,
    RolloutHistoryVerb.verb,
    RolloutChangeVerbs.pause,
    RolloutChangeVerbs.restart,
    RolloutChangeVerbs.resume,
    RolloutStatusVerb.verb,
    RolloutUndoVerb.verb,
    RunVerb.verb,
    ScaleVerb.verb,
    SetEnvVerb.verb,
    SetImageVerb.verb,
    SetResourcesVerb.verb,
    SetSelectorVerb.verb,
    SetServiceAccountVerb.verb,
    TaintVerb.verb,
    TopVerbs.node,
    TopVerbs.pod,
    CordonVerb.uncordon,
    VersionVerb.verb,
    WaitVerb.verb,
  ]

  /// The command of these words; nil where it is not simulated.
  package static func verb(at path: [String]) -> Verb? { all.first { $0.path == path } }

  /// The names of all, for a person to choose from.
  package static var summary: String { names(under: []) }

  /// The names of the simulated commands that begin with these words, for a person to choose from.
  static func names(under path: [String]) -> String {
    all.filter { $0.path.count > path.count && $0.path.starts(with: path) }
      .map { $0.path.joined(separator: " ") }
      .sorted { $0.precedesByBytes($1) }
      .joined(separator: ", ")
  }
}
