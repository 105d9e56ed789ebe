/// Every command of kubectl v1.36, simulated or not, in the order in which kubectl adds them: proposals for mistyped
/// names come in that order.
package enum CommandTree {
  package static let root = CommandNode(
    "kubectl",
    children: [
      node(
        "create",
        [
          "clusterrole", "clusterrolebinding", "configmap|cm", "cronjob|cj", "deployment|deploy", "ingress|ing",
          "job", "namespace|ns", "poddisruptionbudget|pdb", "priorityclass|pc", "quota|resourcequota", "role",
          "rolebinding", "secret", "service|svc", "serviceaccount|sa", "token",
        ]
      ),
      node("expose"),
      node("run"),
      node("set", ["env", "image", "resources", "selector", "serviceaccount|sa", "subject"]),
      node("explain"),
      node("get", for: ["list", "ps"]),
      node("edit"),
      node("delete", for: ["rm"]),
      node("rollout", ["history", "pause", "restart", "resume", "status", "undo"]),
      node("scale"),
      node("autoscale"),
      node("certificate", ["approve", "deny"]),
      node("cluster-info"),
      node("top", ["node|nodes|no", "pod|pods|po"]),
      node("cordon"),
      node("uncordon"),
      node("drain"),
      node("taint"),
      node("describe"),
      node("logs"),
      node("attach"),
      node("exec"),
      node("port-forward"),
      node("proxy"),
      node("cp"),
      node("auth", ["can-i", "reconcile", "whoami"]),
      node("debug"),
      node("events"),
      node("diff"),
      node("apply"),
      node("patch"),
      node("replace"),
      node("wait"),
      node("kustomize"),
      node("label"),
      node("annotate"),
      node("completion"),
      node("api-resources"),
      node("api-versions"),
      node("config", ["current-context", "get-contexts", "set-context", "use-context", "view"]),
      node("kuberc", ["set", "view"]),
      node("plugin", ["list"]),
      node("version"),
      node("options"),
      node("help"),
    ]
  )

  /// A command with the names of those below it; names of one command are parted by `|`.
  private static func node(_ name: String, _ children: [String] = [], for mistakes: [String] = []) -> CommandNode {
    CommandNode(
      name,
      suggestedFor: mistakes,
      children: children.map { child in
        let names = child.split(separator: "|").map(String.init)
        return CommandNode(names[0], aliases: Array(names.dropFirst()))
      }
    )
  }
}
