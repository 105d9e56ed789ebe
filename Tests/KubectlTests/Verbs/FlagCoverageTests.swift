import Kubectl
import Testing

/// Every flag that kubectl v1.36 has is either simulated or refused by name, and there is none that it has not.
@Suite("Flags of kubectl") struct FlagCoverageTests {
  private static let print = "allow-missing-template-keys output show-managed-fields template"
  private static let files = "filename kustomize recursive"
  private static let make = "dry-run field-manager save-config validate " + print
  private static let metadata =
    "all all-namespaces dry-run field-manager field-selector list local overwrite resource-version selector \(print) \(files)"
  private static let template = "all dry-run field-manager local selector \(print) \(files)"

  /// By command, as `kubectl COMMAND --help` lists them beside the global ones.
  private static let commands: [(path: String, flags: String)] = [
    ("annotate", metadata),
    (
      "apply",
      "all cascade dry-run field-manager force force-conflicts grace-period openapi-patch overwrite prune prune-allowlist selector server-side subresource timeout validate wait \(print) \(files)"
    ),
    ("apply set-last-applied", "create-annotation dry-run \(print) \(files)"),
    ("apply view-last-applied", "all output selector \(files)"),
    ("auth can-i", "all-namespaces list no-headers quiet subresource"),
    ("cluster-info", ""),
    ("config current-context", ""),
    ("config get-contexts", "no-headers output"),
    ("config set-context", "cluster current user"),
    ("config use-context", ""),
    ("config view", "flatten merge minify raw \(print)"),
    ("cordon", "dry-run selector"),
    ("create", "edit raw selector windows-line-endings \(make) \(files)"),
    ("create configmap", "append-hash from-env-file from-file from-literal \(make)"),
    ("create cronjob", "image restart schedule \(make)"),
    ("create deployment", "image port replicas \(make)"),
    ("create job", "from image \(make)"),
    ("create namespace", make),
    ("create poddisruptionbudget", "max-unavailable min-available selector \(make)"),
    ("create priorityclass", "description global-default preemption-policy value \(make)"),
    ("create quota", "hard scopes \(make)"),
    ("create secret generic", "append-hash from-env-file from-file from-literal type \(make)"),
    ("create service clusterip", "clusterip tcp \(make)"),
    ("create serviceaccount", make),
    (
      "delete",
      "all all-namespaces cascade dry-run field-selector force grace-period ignore-not-found interactive now output raw selector timeout wait \(files)"
    ),
    ("describe", "all-namespaces chunk-size selector show-events \(files)"),
    (
      "diff",
      "concurrency field-manager force-conflicts prune prune-allowlist selector server-side show-managed-fields \(files)"
    ),
    (
      "drain",
      "chunk-size delete-emptydir-data disable-eviction dry-run force grace-period ignore-daemonsets pod-selector selector skip-wait-for-delete-timeout timeout"
    ),
    ("edit", "field-manager output-patch save-config subresource validate windows-line-endings \(print) \(files)"),
    ("events", "all-namespaces chunk-size for no-headers types watch \(print)"),
    ("exec", "container filename pod-running-timeout quiet stdin tty"),
    ("explain", "api-version output recursive"),
    (
      "expose",
      "cluster-ip dry-run external-ip field-manager labels load-balancer-ip name override-type overrides port protocol save-config selector session-affinity target-port type \(print) \(files)"
    ),
    (
      "get",
      "all-namespaces chunk-size field-selector ignore-not-found label-columns no-headers output-watch-events raw selector server-print show-kind show-labels sort-by subresource watch watch-only \(print) \(files)"
    ),
    ("label", metadata),
    (
      "logs",
      "all-containers all-pods container follow ignore-errors insecure-skip-tls-verify-backend limit-bytes max-log-requests pod-running-timeout prefix previous selector since since-time tail timestamps"
    ),
    ("patch", "dry-run field-manager local patch patch-file subresource type \(print) \(files)"),
    (
      "replace",
      "cascade dry-run field-manager force grace-period raw save-config subresource timeout validate wait \(print) \(files)"
    ),
    ("rollout history", "revision selector \(print) \(files)"),
    ("rollout pause", "field-manager selector \(print) \(files)"),
    ("rollout restart", "field-manager selector \(print) \(files)"),
    ("rollout resume", "field-manager selector \(print) \(files)"),
    ("rollout status", "revision selector timeout watch \(files)"),
    ("rollout undo", "dry-run selector to-revision \(print) \(files)"),
    (
      "run",
      "annotations attach cascade command dry-run env expose field-manager force grace-period image image-pull-policy labels leave-stdin-open override-type overrides pod-running-timeout port privileged quiet restart rm save-config stdin timeout tty wait \(print) \(files)"
    ),
    (
      "scale", "all current-replicas dry-run replicas resource-version selector timeout \(print) \(files)"
    ),
    ("set env", "containers env from keys list overwrite prefix resolve \(template)"),
    ("set image", template),
    ("set resources", "containers limits requests \(template)"),
    (
      "set selector",
      "all dry-run field-manager filename local recursive resource-version \(print)"
    ),
    ("set serviceaccount", "all dry-run field-manager local \(print) \(files)"),
    ("taint", "all dry-run field-manager overwrite selector validate \(print)"),
    ("uncordon", "dry-run selector"),
    ("version", "client output"),
    ("wait", "all all-namespaces field-selector filename for local recursive selector timeout \(print)"),
  ]

  @Test("are all there", arguments: commands.map { $0.path })
  func areAllThere(path: String) throws {
    let verb = try #require(VerbList.verb(at: path.split(separator: " ").map(String.init)))
    let wanted = FlagCoverageTests.commands.first { $0.path == path }?.flags ?? ""
    let own = (verb.flags.simulated.map(\.long) + verb.flags.refused.map(\.long)).sorted()
    let all = (wanted.split(separator: " ").map(String.init) + FlagCoverageTests.global).sorted()
    #expect(own == all)
  }

  /// `kubectl options`, without the flags that a command of that name has itself.
  private static let global = [
    "as", "as-group", "as-uid", "as-user-extra", "cache-dir", "certificate-authority", "client-certificate",
    "client-key", "cluster", "context", "disable-compression", "insecure-skip-tls-verify", "kubeconfig", "kuberc",
    "log-flush-frequency", "match-server-version", "namespace", "password", "profile", "profile-output",
    "request-timeout", "server", "tls-server-name", "token", "user", "username", "v", "vmodule", "warnings-as-errors",
  ]

  @Test(
    "are refused by name, with what to use instead",
    arguments: [
      ("apply --server-side -f x", "--server-side of kubectl apply (managed fields are not kept"),
      ("apply --prune -f x", "--prune of kubectl apply (delete -l removes"),
      ("apply -k x", "-k of kubectl apply (-f takes files and folders"),
      ("get pods --as=me", "--as of kubectl get (whoever types here may do everything)"),
      ("get pods -v=8", "-v of kubectl get (the simulator's trace"),
      ("get pods --kubeconfig x", "--kubeconfig of kubectl get (there is one cluster"),
      ("delete pod x -i", "-i of kubectl delete (get with the same arguments"),
      ("create --edit -f x", "--edit of kubectl create (create, and then edit)"),
    ]
  )
  func areRefused(line: String, text: String) {
    var typist = Typist()
    let answer = typist.type(line)
    #expect(answer.stderr.hasPrefix("error: not simulated: \(text)"), "\(answer.stderr)")
    #expect(answer.exit == 1)
    #expect(answer.stdout.isEmpty)
  }

  @Test("are taken where they ask for nothing")
  func areTaken() {
    var typist = Typist(files: ["p.yaml": Typist.pod])
    #expect(typist.type("apply --server-side=false --prune=false -f p.yaml").stdout == "pod/web created\n")
    #expect(typist.type("get pod web -o name --show-managed-fields=false").stdout == "pod/web\n")
  }

  @Test(
    "that nobody has are kubectl's own error",
    arguments: [
      ("get pods --nope", "error: unknown flag: --nope\nSee 'kubectl get --help' for usage.\n"),
      ("exec web -R -- ls", "error: unknown shorthand flag: 'R' in -R\nSee 'kubectl exec --help' for usage.\n"),
      ("wait -k x", "error: unknown shorthand flag: 'k' in -k\nSee 'kubectl wait --help' for usage.\n"),
    ]
  )
  func areUnknown(line: String, text: String) {
    var typist = Typist()
    #expect(typist.type(line).stderr == text)
  }
}
