import Objects

/// The flags that several commands have.
enum CommonFlags {
  static let namespace = Flag.string("namespace", "n", takes: .named(.namespace))
  static let context = Flag.string("context", takes: .words([ConfigVerbs.contextName]))
  static let allNamespaces = Flag.bool("all-namespaces", "A")
  static let all = Flag.bool("all")
  static let selector = Flag.string("selector", "l", takes: .labels)
  static let fieldSelector = Flag.string("field-selector", takes: .fieldSelector)
  static let filename = Flag.list("filename", "f", takes: .manifest)
  static let recursive = Flag.bool("recursive", "R")
  static let output = Flag.string("output", "o", takes: .output(.change))
  static let template = Flag.string("template", takes: .free("TEMPLATE"))
  static let dryRun = Flag.string(
    "dry-run",
    default: "none",
    whenBare: "unchanged",
    takes: .words(["none", "client", "server"])
  )
  static let validate = Flag.string(
    "validate",
    default: "strict",
    whenBare: "strict",
    takes: .words(["strict", "warn", "ignore"])
  )
  static let ignoreNotFound = Flag.bool("ignore-not-found")
  static let overwrite = Flag.bool("overwrite")
  static let timeout = Flag.duration("timeout")
  static let gracePeriod = Flag.int("grace-period", default: -1)
  static let force = Flag.bool("force")
  static let cascade = Flag.string(
    "cascade",
    default: "background",
    whenBare: "background",
    takes: .words(["background", "foreground", "orphan"])
  )
  /// Objects come from files and nothing is asked of the server.
  static let local = Flag.bool("local")
  static let wait = Flag.bool("wait", default: true)
  static let saveConfig = Flag.bool("save-config")
  static let resourceVersion = Flag.string("resource-version", takes: .free("VERSION"))
  static let subresource = Flag.string("subresource", takes: .subresource)
  /// Managed fields are not kept, so who is named as their manager changes nothing.
  static let fieldManager = Flag.string("field-manager", takes: .free("NAME"))
  /// How many objects kubectl asks for at once, which shows nowhere.
  static let chunkSize = Flag.int("chunk-size", default: 500)
  static let allowMissingTemplateKeys = Flag.bool("allow-missing-template-keys", default: true)

  /// Every command has these.
  static let global = FlagTable(
    [namespace, context],
    refused: [
      "as", "as-group", "as-uid", "as-user-extra", "cache-dir", "certificate-authority", "client-certificate",
      "client-key", "cluster", "disable-compression", "insecure-skip-tls-verify", "kubeconfig", "kuberc",
      "log-flush-frequency", "match-server-version", "password", "profile", "profile-output", "request-timeout",
      .init("server", "s"), "tls-server-name", "token", "user", "username", .init("v", "v"), "vmodule",
      "warnings-as-errors",
    ]
  )

  /// Commands that print an object they have made or changed.
  static let print = FlagTable(
    [output, template, allowMissingTemplateKeys],
    refused: [.init("show-managed-fields", unless: "false")]
  )

  /// Commands that take files.
  static let files = FlagTable([filename, recursive], refused: [.init("kustomize", "k")])
}
