/// What to use in the place of commands that are not simulated, where there is something.
enum Substitute {
  /// In words that can stand in brackets behind the refusal; nil where nothing comes near.
  static func of(_ path: [String]) -> String? {
    let command = path.joined(separator: " ")
    return table.first { command == $0.command || command.hasPrefix($0.command + " ") }?.words
  }

  private static let table: [(command: String, words: String)] = [
    ("apply edit-last-applied", "apply set-last-applied -f takes a file"),
    ("attach", "logs -f shows what a container writes, exec runs a command in it"),
    ("auth", "whoever types here may do everything"),
    ("autoscale", "scale sets the number of Pods"),
    ("cluster-info dump", "get all -A -o yaml and the simulator's trace show what there is"),
    ("completion", "Tab completes at the prompt"),
    ("cp", "exec POD -- cat FILE shows a file"),
    ("create clusterrole", "whoever types here may do everything"),
    ("create clusterrolebinding", "whoever types here may do everything"),
    ("create role", "whoever types here may do everything"),
    ("create rolebinding", "whoever types here may do everything"),
    ("debug", "describe, logs -p and exec show what is wrong"),
    ("kustomize", "apply -f takes folders"),
    ("options", "each command's -h lists the flags that are simulated"),
    ("port-forward", "a readiness probe tells whether a server answers"),
    ("proxy", "get -o json shows what the API server answers"),
    ("set selector", "edit, or patch, changes spec.selector of a Service"),
  ]
}
