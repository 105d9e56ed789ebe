import Basics

/// The commands that are simulated, by name.
package enum VerbList {
  package static let all: [Verb] = [
    AnnotateVerb.verb,
    APIResourcesVerb.verb,
    APIVersionsVerb.verb,
    ApplyVerb.verb,
    ClusterInfoVerb.verb,
    ConfigVerbs.currentContext,
    ConfigVerbs.setContext,
    CordonVerb.cordon,
    CreateCronJobVerb.verb,
    CreateDeploymentVerb.verb,
    CreateJobVerb.verb,
    CreateNamespaceVerb.verb,
    CreateQuotaVerb.verb,
    CreateVerb.verb,
    DeleteVerb.verb,
    DescribeVerb.verb,
    DrainVerb.verb,
    EditVerb.verb,
    EventsVerb.verb,
    ExecVerb.verb,
    ExplainVerb.verb,
    GetVerb.verb,
    LabelVerb.verb,
    LogsVerb.verb,
    PatchVerb.verb,
    ReplaceVerb.verb,
    RunVerb.verb,
    ScaleVerb.verb,
    SetImageVerb.verb,
    TaintVerb.verb,
    TopVerbs.node,
    TopVerbs.pod,
    CordonVerb.uncordon,
    VersionVerb.verb,
    WaitVerb.verb,
  ]

  /// The command of these words; nil where it is not simulated.
  package static func verb(at path: [String]) -> Verb? { all.first { $0.path == path } }

  /// Whether commands are simulated whose names begin with these words.
  static func hasVerbs(under path: [String]) -> Bool {
    all.contains { $0.path.count > path.count && $0.path.starts(with: path) }
  }

  /// The names, for a person to choose from.
  package static var summary: String {
    all.map { $0.path.joined(separator: " ") }.sorted { $0.precedesByBytes($1) }.joined(separator: ", ")
  }
}
