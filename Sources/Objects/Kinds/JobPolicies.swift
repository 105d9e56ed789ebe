/// `spec.podFailurePolicy` of a Job: what a failed Pod means, by how it failed.
package struct PodFailurePolicy: Hashable, Sendable, FieldCodable {
  /// What is done about a failed Pod that a rule matches.
  package enum Action: String, Hashable, Sendable {
    /// It counts towards `backoffLimit`, as it would without a rule.
    case count = "Count"
    /// The index for which it worked is given up.
    case failIndex = "FailIndex"
    /// The Job is given up.
    case failJob = "FailJob"
    /// It does not count towards `backoffLimit`.
    case ignore = "Ignore"
  }

  /// How a Pod has to have failed.
  package enum Requirement: Hashable, Sendable {
    /// A container ended with a code that is, or is not, one of `values`; nil for any container.
    case exitCodes(container: String?, isIn: Bool, values: [Int])
    /// The Pod has one of these conditions.
    case conditions([Pattern])
  }

  /// A condition of a Pod.
  package struct Pattern: Hashable, Sendable {
    package var type: ConditionType
    package var status: Condition.Status
  }

  package struct Rule: Hashable, Sendable {
    package var action: Action
    package var requirement: Requirement
  }

  /// The first one that matches decides.
  package let rules: [Rule]
  package let fields: Fields

  package init(fields: Fields) {
    self.fields = fields
    rules = fields.items("rules").compactMap(Rule.init)
  }
}

extension PodFailurePolicy.Rule {
  /// nil for what validation refuses.
  fileprivate init?(_ fields: Fields) {
    guard let action = PodFailurePolicy.Action(rawValue: fields.text("action")) else { return nil }
    self.action = action
    if let codes = fields["onExitCodes"]?.object {
      requirement = .exitCodes(
        container: codes["containerName"]?.string,
        isIn: codes.text("operator") == "In",
        values: (codes["values"]?.array ?? []).compactMap { $0.int.map { Int($0) } }
      )
    } else {
      requirement = .conditions(
        fields.items("onPodConditions").map { pattern in
          PodFailurePolicy.Pattern(
            type: ConditionType(pattern.text("type")),
            status: Condition.Status(rawValue: pattern.text("status")) ?? .true
          )
        }
      )
    }
  }
}

/// `spec.successPolicy` of an Indexed Job: which indexes are enough for it to be complete.
package struct SuccessPolicy: Hashable, Sendable, FieldCodable {
  package struct Rule: Hashable, Sendable {
    /// `0-2,4`: the indexes that matter; nil for all of them.
    package var succeededIndexes: String?
    /// How many of them are enough; nil for all of them.
    package var succeededCount: Int?
  }

  /// One that is met is enough.
  package let rules: [Rule]
  package let fields: Fields

  package init(fields: Fields) {
    self.fields = fields
    rules = fields.items("rules").map { rule in
      Rule(
        succeededIndexes: rule["succeededIndexes"]?.string,
        succeededCount: rule["succeededCount"]?.int.map { Int($0) }
      )
    }
  }
}
