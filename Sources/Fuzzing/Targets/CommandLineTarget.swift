import Kubectl
import Objects

/// Whole command lines, made of the option tables of the commands and changed.
struct CommandLineTarget: FuzzTarget {
  static let name = "lines"
  private let world = World()
  private let names: [String]

  init() { names = world.names }

  func input(seed: UInt64) -> FuzzInput {
    var draw = Draw(seed: seed)
    var words = draw.once(in: 3) ? drawn(&draw) : example(&draw)
    if draw.once(in: 4) { words = changed(words, &draw) }
    let line = words.map { draw.once(in: 40) ? $0 : quoted($0) }.joined(separator: " ")
    return .line(
      draw.once(in: 6) ? draw.changed(line) : line,
      standardInput: draw.once(in: 4) ? Array("apiVersion: v1\nkind: Pod\nmetadata: {name: x}\n".utf8) : nil
    )
  }

  /// A command with whatever arguments and flags.
  private func drawn(_ draw: inout Draw) -> [String] {
    let verb = draw.pick(VerbList.all)
    var words = verb.path + (0..<draw.below(4)).map { _ in argument(&draw) }
    for _ in 0..<draw.below(4) {
      let place = draw.once(in: 6) ? draw.below(words.count + 1) : words.count
      words.insert(contentsOf: flag(of: verb, &draw), at: place)
    }
    return words
  }

  /// A command that goes through, often with a flag or two of its own.
  private func example(_ draw: inout Draw) -> [String] {
    var words = draw.pick(CommandLineTarget.examples).split(separator: " ").map(String.init)
    guard let verb = VerbList.all.first(where: { words.starts(with: $0.path) }) else { return words }
    for _ in 0..<draw.below(3) { words += flag(of: verb, &draw) }
    return words
  }

  private static let examples = [
    "get pods", "get all -A", "get rs,deploy", "get pod pod", "get nodes -o wide", "get events", "describe pod pod",
    "describe nodes", "describe deploy/deploy", "describe cronjob", "delete pod pod --wait=false", "delete job --all",
    "delete -f rs.yaml", "delete pods,rs -l app=rs", "apply -f deploy.yaml", "apply -f folder", "create -f pod.yaml",
    "create job x --image=busybox", "create deployment x --image=nginx", "create namespace x", "create quota x",
    "create cronjob x --image=busybox --schedule=@hourly", "create job y --from=cronjob/cronjob", "run x --image=nginx",
    "label pod pod a=b", "label pods --all a-", "label node node-1 disk=hdd --overwrite", "annotate rs rs x=y",
    "scale rs rs --replicas=4", "scale deploy/deploy --replicas=0", "set image deploy/deploy main=nginx:1.30",
    "rollout status deploy deploy", "rollout history deploy/deploy", "rollout undo deploy deploy",
    "rollout restart ds/ds", "rollout pause deploy/deploy", "rollout resume deploy/deploy", "patch rs rs -p {}",
    "cordon node-1", "uncordon node-1", "drain node-1 --ignore-daemonsets --force", "taint nodes node-1 a=b:NoSchedule",
    "taint nodes node-2 a-", "explain pod.spec.containers", "explain job --recursive", "api-resources", "api-versions",
    "version", "cluster-info", "config current-context", "logs pod", "logs deploy/deploy --tail=3", "exec pod -- ls /",
    "wait --for=condition=Ready pod/pod", "wait --for=delete pod/pod --timeout=1s", "replace -f rs.yaml", "events",
    "diff -f pod.yaml", "edit pod pod", "top pod", "help", "step", "next", "explain #3", "why pod/pod", "trace",
    "fail node node-1", "heal node node-1", "add node node-9", "remove node node-2", "advance 5s", "back 2", "goto #5",
    "until pod/pod Ready", "delay watch job-controller 3s", "drop watch daemonset-controller",
    "mend watch job-controller",
    "break pod/pod", "kill pod/pod", "set lang ko", "set mode auto", "seed 3", "help step", "forward",
    "set feature-gates ScheduleDaemonSetPods=false", "set selector svc service a=b", "get --raw /api/v1/pods",
    "label --local -f pod.yaml a=b", "run x --image=nginx --port=80 --expose", "set env rs/rs --from=cm/configmap",
    "replace --force -f pod.yaml", "apply -f folder -l app=pod", "events -o yaml",
    "rollout history deploy/deploy -o yaml",
    "patch --local -f rs.yaml -p {}", "expose rs rs --port=80", "set env rs/rs A=b",
  ]

  func run(_ input: FuzzInput) -> FuzzOutcome {
    guard case .line(let line, let standardInput) = input else { return .broken("no line") }
    return world.run(line, standardInput: standardInput)
  }

  private func quoted(_ word: String) -> String {
    let isBare =
      !word.isEmpty
      && word.utf8.allSatisfy { byte in
        (97...122).contains(byte) || (44...58).contains(byte) || (65...90).contains(byte) || byte == 61
      }
    return isBare ? word : word.shellQuoted
  }

  private func argument(_ draw: inout Draw) -> String {
    let kind = draw.pick(Kind.allCases)
    switch draw.below(12) {
    case 0...1: return draw.pick(names)
    case 2: return kind.plural
    case 3: return draw.pick(kind.names.shortNames + [kind.names.singular, kind.resource, kind.qualifiedSingular])
    case 4: return draw.pick(names).split(separator: "/").last.map(String.init) ?? "x"
    case 5: return draw.pick(["app=web", "app-", "note=a b", "disk=ssd:NoSchedule", "a:NoExecute-", "main=nginx:1.30"])
    case 6: return "\(kind.plural),\(draw.pick(Kind.allCases).names.singular)"
    case 7: return draw.pick(["all", "nope", "pods.spec.containers", "job.status", "--", "node-1", "dev", "x/y/z"])
    default: return draw.once(in: 4) ? draw.oddText() : draw.pick(["pod", "pods", "rs", "deploy", "job", "node"])
    }
  }

  private func flag(of verb: Verb, _ draw: inout Draw) -> [String] {
    if draw.once(in: 30), !verb.flags.refused.isEmpty { return ["--" + draw.pick(verb.flags.refused).long] }
    let flag = draw.pick(verb.flags.simulated)
    let value = value(of: flag.long, &draw)
    switch (draw.below(6), flag.short) {
    case (0, let short?): return ["-\(short)\(value)"]
    case (1, let short?): return ["-\(short)", value]
    case (2, let short?): return ["-\(short)=\(value)"]
    case (3, _): return ["--\(flag.long)", value]
    case (4, _): return ["--\(flag.long)"]
    default: return ["--\(flag.long)=\(value)"]
    }
  }

  private func value(of flag: String, _ draw: inout Draw) -> String {
    if draw.once(in: 8) { return draw.oddText() }
    let forms = [
      "yaml", "json", "wide", "name", "jsonpath=\(draw.jsonPath())", "custom-columns=A:.metadata.name,B:.spec", "kyaml",
      "go-template={{.}}", "jsonpath-as-json={.items[*]}",
    ]
    switch flag {
    case "output": return draw.pick(forms)
    case "selector": return draw.labelSelector()
    case "field-selector": return draw.fieldSelector()
    case "filename": return draw.pick(World.fileNames + ["-", "https://example.com/x.yaml"])
    case "namespace": return draw.pick(["default", "dev", "kube-system", "nope"])
    case "dry-run": return draw.pick(["client", "server", "none", "true"])
    case "cascade": return draw.pick(["background", "foreground", "orphan", "true"])
    case "patch": return draw.pick(["{\"spec\":{\"replicas\":3}}", "{}", "[]", "spec: {paused: true}"])
    case "type": return draw.pick(["merge", "json", "strategic", "apply"])
    case "for": return draw.pick(["condition=Ready", "delete", "jsonpath={.status.phase}=Running", "create", "x=y"])
    case "image": return draw.pick(["nginx", "busybox:1.36", "a:b:c", "UPPER"])
    case "sort-by", "label-columns": return draw.pick([".metadata.name", "{.spec}", "app,tier", "status.x"])
    case "schedule": return draw.pick(["* * * * *", "@hourly", "bad", "*/0 * * * *", "@every 1s"])
    case "from": return draw.pick(["cronjob/cronjob", "cronjob/nope", "job/job"])
    case "subresource": return draw.pick(["status", "scale", "resize", "nope"])
    case "raw":
      return draw.pick([
        "/api/v1/pods", "/apis/apps/v1/namespaces/default/replicasets/rs", "/healthz", "/api", "x", "/",
      ])
    case "overrides": return draw.pick(["{}", "{\"spec\":{\"nodeName\":\"node-1\"}}", "[]", "spec: 3", "{"])
    case "override-type": return draw.pick(["merge", "strategic", "json", "nope"])
    case "timeout", "since": return draw.pick(["10s", "1h", "-1s", "0", "1", "2562047h"])
    default: return draw.pick(["1", "0", "3", "-1", "true", "false", "web", "main", "app=web", "10s"])
    }
  }

  private func changed(_ words: [String], _ draw: inout Draw) -> [String] {
    var words = words
    let index = draw.below(words.count)
    switch draw.below(6) {
    case 0: words.remove(at: index)
    case 1: words.insert(words[index], at: index)
    case 2: words.swapAt(index, draw.below(words.count))
    case 3: words.insert("--", at: index)
    case 4: words.insert(draw.oddText(), at: index)
    default: words[index] = draw.changed(words[index])
    }
    return words
  }
}
