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
          "rolebinding", "serviceaccount|sa", "token",
        ],
        nested: [
          CommandNode("secret", children: leaves(["docker-registry", "generic", "tls"])),
          CommandNode(
            "service",
            aliases: ["svc"],
            children: leaves(["clusterip", "externalname", "loadbalancer", "nodeport"])
          ),
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
      node("cluster-info", ["dump"]),
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
      node("apply", ["edit-last-applied", "set-last-applied", "view-last-applied"]),
      node("patch"),
      node("replace"),
      node("wait"),
      node("kustomize"),
      node("label"),
      node("annotate"),
      node("completion"),
      node("api-resources"),
      node("api-versions"),
      node(
        "config",
        [
          "current-context", "delete-cluster", "delete-context", "delete-user", "get-clusters", "get-contexts",
          "get-users", "rename-context", "set", "set-cluster", "set-context", "set-credentials", "unset",
          "use-context|use", "view",
        ]
      ),
      node("kuberc", ["set", "view"]),
      node("plugin", ["list"]),
      node("version"),
      node("options"),
      node("help"),
    ]
  )

  /// A command with the names of those below it; names of one command are parted by `|`.
  private static func node(
    _ name: String,
    _ children: [String] = [],
    nested: [CommandNode] = [],
    for mistakes: [String] = []
  ) -> CommandNode {
    CommandNode(name, suggestedFor: mistakes, children: leaves(children) + nested)
  }

  private static func leaves(_ words: [String]) -> [CommandNode] {
    words.map { word in
      let names = word.split(separator: "|").map(String.init)
      return CommandNode(names[0], aliases: Array(names.dropFirst()))
    }
  }
}
