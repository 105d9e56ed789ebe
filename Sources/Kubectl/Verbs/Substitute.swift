/// What to use in the place of commands and flags that are not simulated, where there is something.
enum Substitute {
  /// In words that can stand in brackets behind the refusal; nil where nothing comes near.
  static func of(_ path: [String]) -> String? {
    let command = path.joined(separator: " ")
    return commands.first { command == $0.command || command.hasPrefix($0.command + " ") }?.words
  }

  /// The same for a flag by its long name; `command` is `kubectl get`.
  static func of(flag: String, command: String) -> String? {
    flags.first { $0.flag == flag && ($0.command.isEmpty || command == "kubectl " + $0.command) }?.words
  }

  private static let commands: [(command: String, words: String)] = [
    ("apply edit-last-applied", "apply set-last-applied -f takes a file"),
    ("attach", "logs -f shows what a container writes, exec runs a command in it"),
    ("auth", "whoever types here may do everything"),
    ("autoscale", "scale sets the number of Pods"),
    ("cluster-info dump", "get all -A -o yaml and the simulator's trace show what there is"),
    ("completion", "Tab completes at the prompt"),
    ("config", "there is one context: config get-contexts, and config set-context --current --namespace"),
    ("cp", "exec POD -- cat FILE shows a file"),
    ("create clusterrole", "whoever types here may do everything"),
    ("create clusterrolebinding", "whoever types here may do everything"),
    ("create role", "whoever types here may do everything"),
    ("create rolebinding", "whoever types here may do everything"),
    ("debug", "describe, logs -p and exec show what is wrong"),
    ("kustomize", "apply -f takes folders"),
    ("options", "each command's -h lists the flags that are simulated"),
    ("port-forward", "a readiness probe tells whether a server answers"),
    ("proxy", "get --raw PATH shows what the API server answers"),
  ]

  private static let oneCluster = "there is one cluster, with one context"
  private static let oneUser = "whoever types here may do everything"
  private static let requests = "the simulator's trace lists every request"

  /// An empty command stands for every one that has the flag.
  private static let flags: [(flag: String, command: String, words: String)] = [
    ("all", "apply", "it goes with --prune; delete -l removes what no file names any more"),
    ("append-hash", "", "give the object a name of its own for each content"),
    ("as", "", oneUser),
    ("as-group", "", oneUser),
    ("as-uid", "", oneUser),
    ("as-user-extra", "", oneUser),
    ("certificate-authority", "", oneCluster),
    ("client-certificate", "", oneUser),
    ("client-key", "", oneUser),
    ("cluster", "", oneCluster),
    ("edit", "create", "create, and then edit"),
    ("filename", "run", "apply -f creates the objects of a file"),
    ("force-conflicts", "", "managed fields are not kept, so nothing conflicts"),
    ("insecure-skip-tls-verify", "", oneCluster),
    ("interactive", "delete", "get with the same arguments shows first what delete would remove"),
    ("kubeconfig", "", oneCluster),
    ("kustomize", "", "-f takes files and folders, -R the folders in them"),
    ("leave-stdin-open", "", "exec -i POD -- COMMAND < FILE gives a command its standard input"),
    ("list", "auth can-i", oneUser),
    ("local", "wait", "get -f FILE -o jsonpath shows a field"),
    ("prune", "", "delete -l removes what no file names any more"),
    ("prune-allowlist", "", "delete -l removes what no file names any more"),
    ("raw", "create", "-f takes the same object"),
    ("raw", "delete", "delete TYPE NAME removes the same object"),
    ("raw", "replace", "-f takes the same object"),
    ("request-timeout", "", "wait, delete and rollout status have --timeout"),
    ("resolve", "set env", "get configmap NAME -o yaml shows the values"),
    ("server", "", oneCluster),
    ("server-print", "get", "-o custom-columns makes columns of one's own"),
    ("server-side", "", "managed fields are not kept: apply without it merges with the last-applied annotation"),
    (
      "show-managed-fields", "",
      "managed fields are not kept; the simulator's why TYPE/NAME FIELD tells who wrote a field"
    ),
    ("subresource", "apply", "patch --subresource and replace --subresource write the status"),
    ("tls-server-name", "", oneCluster),
    ("token", "", oneUser),
    ("user", "", oneUser),
    ("username", "", oneUser),
    ("v", "", requests),
    ("vmodule", "", requests),
    ("windows-line-endings", "", "lines end in a line feed"),
  ]
}
