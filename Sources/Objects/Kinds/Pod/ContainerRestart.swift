/// Whether containers that have ended start again.
extension Container {
  /// What the container says of itself, whatever its Pod says; nil where it says nothing.
  private var ownPolicy: RestartPolicy? { other["restartPolicy"]?.string.flatMap(RestartPolicy.init) }

  /// The policy that counts for it in a Pod with this one.
  package func policy(in pod: RestartPolicy) -> RestartPolicy { ownPolicy ?? pod }

  /// Whether it starts again after it has ended with `exitCode`: its own rules come first, then its own policy, then
  /// its Pod's. An init container that has ended well is never asked.
  ///
  /// Mirrors `podutil.ContainerShouldRestart`.
  package func startsAgain(after exitCode: Int, _ pod: RestartPolicy) -> Bool {
    if ownPolicy != nil, rules.contains(where: { $0.matches(exitCode) }) { return true }
    switch policy(in: pod) {
    case .always: return true
    case .onFailure: return exitCode != 0
    case .never: return false
    }
  }

  private var rules: [Rule] { other["restartPolicyRules"]?.array?.compactMap(Rule.init) ?? [] }

  /// One entry of `restartPolicyRules`: for which exit codes it starts again.
  private struct Rule {
    private let codes: [Int64]
    private let isIn: Bool

    init?(_ value: Value) {
      guard let condition = value["exitCodes"] else { return nil }
      codes = condition["values"]?.array?.compactMap(\.int) ?? []
      isIn = condition["operator"] != "NotIn"
    }

    func matches(_ exitCode: Int) -> Bool { codes.contains(Int64(exitCode)) == isIn }
  }
}
