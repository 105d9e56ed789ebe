import Objects

extension Describer {
  /// The description of a kind that has none of its own (events, controller revisions): all its fields.
  ///
  /// Mirrors `genericDescriber`.
  static func generic(_ kind: Kind) -> Describer {
    Describer(kind) { writer, object, context in
      writer.names(object)
      writer.labelsAndAnnotations(object.metadata)
      writer.fields(object.fields, level: 0, path: "")
      writer.events(of: object, context)
    }
  }
}

extension DescribeWriter {
  private static let shownBefore: Set = [
    ".metadata.managedFields", ".metadata.name", ".metadata.namespace", ".metadata.labels", ".metadata.annotations",
  ]

  /// Mirrors `printUnstructuredContent`.
  fileprivate mutating func fields(_ fields: Fields, level: Int, path: String) {
    for field in fields {
      let place = "\(path).\(field.name)"
      guard !DescribeWriter.shownBefore.contains(place) else { continue }
      let label = field.name.smartLabel
      switch field.value {
      case .object(let members):
        line(level, "\(label):")
        self.fields(members, level: level + 1, path: place)
      case .array(let items):
        line(level, "\(label):")
        for item in items {
          if case .object(let members) = item {
            self.fields(members, level: level + 1, path: place)
          } else {
            line(level + 1, item.goText)
          }
        }
      default:
        line(level, "\(label):\t\(field.value.goText)")
      }
    }
  }
}

extension String {
  /// A field's name as words: `creationTimestamp` is `Creation Timestamp`, `apiVersion` is `API Version`.
  ///
  /// Mirrors `smartLabelFor`.
  var smartLabel: String {
    guard allSatisfy({ $0.isLetter || $0 == "-" }) else { return self }
    var words: [String] = []
    var parts = camelCaseParts[...]
    while var part = parts.popFirst() {
      // `podCIDRs` falls into pod, CID and Rs.
      if let next = parts.first, part.count >= 2, part.allSatisfy(\.isUppercase), next.first?.isUppercase == true {
        part += parts.removeFirst()
      }
      words.append(part)
    }
    return words.map { word in
      if ["API", "URL", "UID", "GUID"].contains(word.uppercased()) { return word.uppercased() }
      return word.lowercased() == word ? word.prefix(1).uppercased() + word.dropFirst() : word
    }.joined(separator: " ")
  }

  /// Runs of lower case, of upper case and of other characters; the last capital belongs to the word behind it.
  ///
  /// Mirrors `camelcase.Split`.
  private var camelCaseParts: [String] {
    var parts: [String] = []
    var last = 0
    for character in self {
      let type = character.isLowercase ? 1 : character.isUppercase ? 2 : 3
      if type == last { parts[parts.count - 1].append(character) } else { parts.append(String(character)) }
      last = type
    }
    for index in parts.indices.dropLast() {
      guard parts[index].last?.isUppercase == true, parts[index + 1].first?.isLowercase == true else { continue }
      parts[index + 1] = String(parts[index].removeLast()) + parts[index + 1]
    }
    return parts.filter { !$0.isEmpty }
  }
}
