import Objects
import Testing

@Suite("What the API server refuses about Jobs")
struct JobValidationTests {
  private func job(_ spec: Fields, name: String = "j") -> Fields {
    var fields: Fields = [
      "restartPolicy": "Never", "containers": [["name": "main", "image": "x"]],
    ]
    if let policy = spec["restartPolicy"] { fields["restartPolicy"] = policy }
    var job: Fields = [
      "metadata": ["name": .string(name), "namespace": "default", "uid": "u"],
      "spec": ["template": ["spec": .object(fields)]],
    ]
    for field in spec where field.name != "restartPolicy" { job["spec"]?[field.name] = field.value }
    Defaults.apply(to: &job, kind: .job)
    RegistryStrategy.prepareForCreate(&job, kind: .job, uid: UID("u"))
    return job
  }

  private func texts(_ spec: Fields, name: String = "j") -> [String] {
    Validation.onCreate(kind: .job, fields: job(spec, name: name)).map(\.text)
  }

  private func policy(_ rules: Value...) -> Fields { ["podFailurePolicy": ["rules": .array(rules)]] }

  @Test func rulesAboutFailedPods() {
    #expect(
      texts(
        policy(
          [:],
          ["action": "FailIndex", "onExitCodes": ["operator": "In", "values": [3, 0, 3]]],
          ["action": "Stop", "onExitCodes": ["containerName": "side"], "onPodConditions": [["status": "Maybe"]]]
        )
      ) == [
        #"spec.podFailurePolicy.rules[0].action: Required value: valid values: ["Count" "FailIndex" "FailJob" "Ignore"]"#,
        "spec.podFailurePolicy.rules[0]: Invalid value: specifying one of OnExitCodes and OnPodConditions is required",
        #"spec.podFailurePolicy.rules[1].action: Invalid value: "FailIndex": requires the backoffLimitPerIndex to be set"#,
        "spec.podFailurePolicy.rules[1].onExitCodes.values[1]: Invalid value: 0: must not be 0 for the In operator",
        "spec.podFailurePolicy.rules[1].onExitCodes.values[2]: Duplicate value: 3",
        "spec.podFailurePolicy.rules[1].onExitCodes.values: Invalid value: [3,0,3]: must be ordered",
        #"spec.podFailurePolicy.rules[2].action: Unsupported value: "Stop": supported values: "Count", "FailIndex", "FailJob", "Ignore""#,
        #"spec.podFailurePolicy.rules[2].onExitCodes.operator: Required value: valid values: ["In" "NotIn"]"#,
        #"spec.podFailurePolicy.rules[2].onExitCodes.containerName: Invalid value: "side": must be one of the container or initContainer names in the pod template"#,
        "spec.podFailurePolicy.rules[2].onExitCodes.values: Invalid value: null: at least one value is required",
        #"spec.podFailurePolicy.rules[2].onPodConditions[0].type: Invalid value: "": name part must be non-empty"#,
        #"spec.podFailurePolicy.rules[2].onPodConditions[0].type: Invalid value: "": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"#,
        #"spec.podFailurePolicy.rules[2].onPodConditions[0].status: Unsupported value: "Maybe": supported values: "False", "True", "Unknown""#,
        "spec.podFailurePolicy.rules[2]: Invalid value: specifying both OnExitCodes and OnPodConditions is not supported",
      ]
    )
  }

  @Test func aPolicyAboutFailuresGoesWithNeverAndFailed() {
    var spec = policy(["action": "Count", "onPodConditions": [["type": "DisruptionTarget"]]])
    #expect(texts(spec) == [])
    #expect(job(spec)["spec"]?["podReplacementPolicy"] == "Failed")
    spec["restartPolicy"] = "OnFailure"
    spec["podReplacementPolicy"] = "TerminatingOrFailed"
    #expect(
      texts(spec) == [
        #"spec.podReplacementPolicy: Unsupported value: "TerminatingOrFailed": supported values: "Failed""#,
        #"spec.template.spec.restartPolicy: Invalid value: "OnFailure": only "Never" is supported when podFailurePolicy is specified"#,
      ]
    )
  }

  private func success(_ rules: Value...) -> Fields {
    ["completionMode": "Indexed", "completions": 5, "successPolicy": ["rules": .array(rules)]]
  }

  @Test func rulesAboutSuccess() {
    #expect(texts(success(["succeededIndexes": "0,2-4", "succeededCount": 4])) == [])
    #expect(
      texts(success()) == [
        "spec.successPolicy.rules: Required value: at least one rules must be specified when the successPolicy is specified"
      ]
    )
    #expect(
      texts(success([:], ["succeededCount": 6], ["succeededIndexes": "0-1", "succeededCount": 3])) == [
        "spec.successPolicy.rules[0]: Required value: at least one of succeededCount or succeededIndexes must be specified",
        "spec.successPolicy.rules[1].succeededCount: Invalid value: 6: must be less than or equal to 5 (the number of specified completions)",
        "spec.successPolicy.rules[2].succeededCount: Invalid value: 3: must be less than or equal to 2 (the number of indexes in the specified succeededIndexes field)",
      ]
    )
    #expect(
      texts(["successPolicy": ["rules": [["succeededCount": 1]]]]) == [
        #"spec.successPolicy: Invalid value: {"Rules":[{"SucceededIndexes":null,"SucceededCount":1}]}: requires indexed completion mode"#
      ]
    )
  }

  @Test(arguments: [
    (
      "1-2-3",
      #"the fragment "1-2-3" violates the requirement that an index interval can have at most two parts separated by '-'"#
    ),
    ("a", #"cannot convert string to integer for index: "a""#),
    ("1,", #"cannot convert string to integer for index: """#),
    ("0-5", #"too large index: "5""#), ("3-1", "non-increasing order, previous: 3, current: 1"),
    ("0-2,2", "non-increasing order, previous: 2, current: 2"),
  ])
  func listsOfIndexes(_ list: String, problem: String) {
    #expect(
      texts(success(["succeededIndexes": .string(list)])) == [
        "spec.successPolicy.rules[0].succeededIndexes: Invalid value: \"\(list)\": error parsing succeededIndexes: \(problem)"
      ]
    )
  }

  @Test func limitsOfIndexes() {
    #expect(
      texts(["completionMode": "Indexed", "completions": 3, "backoffLimitPerIndex": 1, "maxFailedIndexes": 4]) == [
        "spec.maxFailedIndexes: Invalid value: 4: must be less than or equal to completions"
      ]
    )
    #expect(
      texts(["completionMode": "Indexed", "completions": 100_001, "parallelism": 10_001, "backoffLimitPerIndex": 1])
        == [
          "spec.maxFailedIndexes: Required value: must be specified when completions is above 100000",
          "spec.parallelism: Invalid value: 10001: must be less than or equal to 10000 when completions are above 100000 and used with backoff limit per index",
        ]
    )
    let name = String(repeating: "a", count: 62)
    #expect(
      texts(["completionMode": "Indexed", "completions": 11], name: name) == [
        "metadata.name: Invalid value: \"\(name)\": will not able to create pod with invalid DNS label: \(name)-10"
      ]
    )
  }

  @Test func whoManagesIt() {
    #expect(texts(["managedBy": "kubernetes.io/job-controller"]) == [])
    #expect(
      texts(["managedBy": "me"]) == [
        #"spec.managedBy: Invalid value: "me": must be a domain-prefixed path (such as "acme.io/foo")"#
      ]
    )
    #expect(texts(["managedBy": ""]) == ["spec.managedBy: Required value"])
  }

  private func changes(_ old: Fields, _ new: Fields, status: Value = [:]) -> [String] {
    var before = job(old)
    before["status"] = status
    return Validation.onUpdate(kind: .job, old: before, new: job(new)).map(\.text)
  }

  @Test func policiesAreImmutable() {
    let rule: Value = ["action": "Count", "onExitCodes": ["operator": "In", "values": [1, 2]]]
    let other: Value = ["action": "Ignore", "onPodConditions": [["type": "A"]]]
    #expect(
      changes(policy(rule), policy(rule, other)) == [
        #"spec.podFailurePolicy: Invalid value: {"Rules":[{"Action":"Count","OnExitCodes":{"ContainerName":null,"Operator":"In","Values":[1,2]},"OnPodConditions":null},{"Action":"Ignore","OnExitCodes":null,"OnPodConditions":[{"Type":"A","Status":"True"}]}]}: field is immutable"#
      ]
    )
    #expect(
      changes(success(["succeededCount": 1]), success(["succeededIndexes": "1"])) == [
        #"spec.successPolicy: Invalid value: {"Rules":[{"SucceededIndexes":"1","SucceededCount":null}]}: field is immutable"#
      ]
    )
    let indexed: Fields = ["completionMode": "Indexed", "completions": 3, "parallelism": 3]
    var perIndex = indexed
    perIndex["backoffLimitPerIndex"] = 2
    #expect(changes(indexed, perIndex) == ["spec.backoffLimitPerIndex: Invalid value: 2: field is immutable"])
    #expect(changes(perIndex, indexed) == ["spec.backoffLimitPerIndex: Invalid value: null: field is immutable"])
  }

  @Test func anIndexedJobGrowsInTandem() {
    let three: Fields = ["completionMode": "Indexed", "completions": 3, "parallelism": 3]
    #expect(changes(three, ["completionMode": "Indexed", "completions": 5, "parallelism": 5]) == [])
    #expect(
      changes(three, ["completionMode": "Indexed", "completions": 5, "parallelism": 3]) == [
        "spec.completions: Invalid value: 5: can only be modified in tandem with spec.parallelism"
      ]
    )
  }

  private static let suspended: Value = ["type": "Suspended", "status": "True"]
  /// What a suspended Job's status says, and how many errors a change of its resources meets.
  private static let suspensions: [(Value, Int)] = [
    (["startTime": "2026-01-01T09:00:00Z"], 1), (["conditions": [suspended]], 0),
    (["conditions": [suspended], "active": 1], 1), ([:], 0),
  ]

  @Test(arguments: suspensions)
  func aSuspendedJobWithoutPodsMayAskForOtherResources(status: Value, errors: Int) {
    var before = job(["suspend": true])
    before["status"] = status
    var after = before
    let resources: Value = ["requests": ["cpu": "2"]]
    after["spec"]?["template"]?["spec"]?["containers"] = [["name": "main", "image": "x", "resources": resources]]
    Defaults.apply(to: &after, kind: .job)
    #expect(Validation.onUpdate(kind: .job, old: before, new: after).count == errors)
  }
}
