import Objects

extension Value {
  /// As `-o kyaml` prints it: YAML with braces, brackets and quotes, that is not sensitive to white space.
  ///
  /// Mirrors `sigs.k8s.io/yaml/kyaml`.
  var kyaml: String { "---\n" + kyaml(indent: 0) + "\n" }

  private func kyaml(indent: Int) -> String {
    switch self {
    case .string(let text): text.kyamlString(indent: indent + 1)
    case .array(let items): Value.list(items, indent: indent)
    case .object(let fields): Value.mapping(fields, indent: indent)
    default: json
    }
  }

  private static func margin(_ indent: Int) -> String { String(repeating: "  ", count: indent) }

  private static func mapping(_ fields: Fields, indent: Int) -> String {
    guard !fields.isEmpty else { return "{}" }
    let lines = fields.map { field in
      let key = field.name.needsKYAMLQuotes ? field.name.kyamlString(indent: 0, onOneLine: true) : field.name
      return "\(margin(indent + 1))\(key): \(field.value.kyaml(indent: indent + 1)),\n"
    }
    return "{\n\(lines.joined())\(margin(indent))}"
  }

  /// Structures in a list stand close together, `[{` … `}, {` … `}]`; other items have a line each.
  private static func list(_ items: [Value], indent: Int) -> String {
    guard !items.isEmpty else { return "[]" }
    if items.allSatisfy({ $0.array != nil || $0.object != nil }) {
      return "[" + items.map { $0.kyaml(indent: indent) }.joined(separator: ", ") + "]"
    }
    let lines = items.map { "\(margin(indent + 1))\($0.kyaml(indent: indent + 1)),\n" }
    return "[\n\(lines.joined())\(margin(indent))]"
  }
}

extension String {
  /// In double quotes; a text of several lines is folded over as many.
  fileprivate func kyamlString(indent: Int, onOneLine: Bool = false) -> String {
    let fold = "\\\n"
    let folds = !onOneLine && contains("\n")
    let margin = String(repeating: "  ", count: indent)
    var out = folds ? "\"" + fold : "\""
    for scalar in unicodeScalars {
      // White space at the start of a line is kept only where it is escaped; else a space stands for the backslash.
      if out.hasSuffix("\n") { out += margin + (scalar.properties.isWhitespace && scalar != "\n" ? "\\" : " ") }
      switch scalar {
      case "\"", "\\": out += "\\\(scalar)"
      case "\n": out += folds ? "\\n" + fold : "\\n"
      default: out += scalar.kyamlEscape ?? String(scalar)
      }
    }
    guard folds else { return out + "\"" }
    return out + (out.hasSuffix("\n") ? "" : fold) + margin + "\""
  }

  /// Whether this text as a key could be taken for something else than a text.
  fileprivate var needsKYAMLQuotes: Bool {
    let scalars = Array(unicodeScalars)
    let plain = scalars.indices.allSatisfy { index in
      let isInside = index > 0 && index < scalars.count - 1
      return scalars[index].isLetterOrNumber || scalars[index] == "_"
        || (isInside && "-./".unicodeScalars.contains(scalars[index]))
    }
    return isEmpty || !plain || looksLikeAnotherType
  }

  private var looksLikeAnotherType: Bool {
    let words: Set = [
      "null", "true", "t", "y", "yes", "on", "false", "f", "n", "no", "off", "0", "1", "inf", "nan", "infinity",
    ]
    if words.contains(lowercased()) { return true }
    let digits = filter { $0 != "_" }
    for (prefix, radix) in [("0x", 16), ("0b", 2), ("0o", 8)] where digits.lowercased().hasPrefix(prefix) {
      if Int(digits.dropFirst(2), radix: radix) != nil { return true }
    }
    if Double(digits) != nil { return true }
    // A date.
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 3 && parts[0].count == 4 && parts.allSatisfy { (1...4).contains($0.count) && Int($0) != nil }
  }
}

extension Unicode.Scalar {
  fileprivate var isLetterOrNumber: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  /// The escape of a scalar that is not printed as it is.
  fileprivate var kyamlEscape: String? {
    switch value {
    case 0: "\\0"
    case 0x07: "\\a"
    case 0x08: "\\b"
    case 0x09: "\\t"
    case 0x0B: "\\v"
    case 0x0C: "\\f"
    case 0x0D: "\\r"
    case 0x1B: "\\e"
    case 0x85: "\\N"
    case 0xA0: "\\_"
    case 0x2028: "\\L"
    case 0x2029: "\\P"
    case 0..<0x20, 0x7F: "\\x" + hexadecimal.suffix(2).lowercased()
    case 0x80..<0x85, 0x86..<0xA0, 0xAD, 0x200B...0x200F, 0xFEFF: "\\u" + hexadecimal.lowercased()
    default: nil
    }
  }
}
