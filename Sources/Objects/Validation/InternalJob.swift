/// The policies of Jobs in the API server's internal form, which some of its errors print.
///
/// Mirrors `pkg/apis/batch/types.go`.
enum InternalJob {
  static func podFailurePolicy(_ policy: Fields) -> OrderedJSON {
    rules(policy) { rule in
      let codes = rule["onExitCodes"]?.object.map { codes in
        OrderedJSON.object([
          ("ContainerName", .value(codes["containerName"] ?? .null)),
          ("Operator", .value(.string(codes.text("operator")))),
          ("Values", .value(codes["values"] ?? .null)),
        ])
      }
      let conditions = rule["onPodConditions"]?.array.map { _ in
        OrderedJSON.list(
          rule.items("onPodConditions").map { pattern in
            .object([
              ("Type", .value(.string(pattern.text("type")))), ("Status", .value(.string(pattern.text("status")))),
            ])
          }
        )
      }
      return [
        ("Action", .value(.string(rule.text("action")))), ("OnExitCodes", codes ?? .value(.null)),
        ("OnPodConditions", conditions ?? .value(.null)),
      ]
    }
  }

  static func successPolicy(_ policy: Fields) -> OrderedJSON {
    rules(policy) { rule in
      [
        ("SucceededIndexes", .value(rule["succeededIndexes"] ?? .null)),
        ("SucceededCount", .value(rule["succeededCount"] ?? .null)),
      ]
    }
  }

  private static func rules(
    _ policy: Fields,
    _ members: (Fields) -> [(name: String, value: OrderedJSON)]
  ) -> OrderedJSON {
    let rules = policy["rules"]?.array.map { _ in OrderedJSON.list(policy.items("rules").map { .object(members($0)) }) }
    return .object([("Rules", rules ?? .value(.null))])
  }
}
