/// The forms that names, label keys and label values must have; each check gives what is wrong, or nothing.
///
/// Mirrors `k8s.io/apimachinery/pkg/util/validation` and `pkg/api/validate/content`.
package enum NameSyntax {
  /// A name that may become one label of a host name (RFC 1123): Namespaces, containers, volumes.
  package static func dns1123Label(_ text: String) -> [String] {
    var errors = tooLong(text, 63)
    if !isLabel(text.utf8) {
      errors.append(
        isSubdomain(text)
          ? "must not contain dots"
          : form(
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and "
              + "end with an alphanumeric character",
            "[a-z0-9]([-a-z0-9]*[a-z0-9])?",
            ["my-name", "123-abc"]
          )
      )
    }
    return errors
  }

  /// A name of the form of a host name (RFC 1123): most kinds of objects.
  package static func dns1123Subdomain(_ text: String) -> [String] {
    var errors = tooLong(text, 253)
    if !isSubdomain(text) {
      errors.append(
        form(
          "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must "
            + "start and end with an alphanumeric character",
          #"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*"#,
          ["example.com"]
        )
      )
    }
    return errors
  }

  /// A name of the form of a host name, with underscores: where names are searched for.
  package static func dns1123SubdomainWithUnderscore(_ text: String) -> [String] {
    var errors = tooLong(text, 253)
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isUnderscore = { (byte: UInt8) in byte == UInt8(ascii: "_") }
    let isValid = parts.allSatisfy { part in
      let rest = part.first.map(isUnderscore) ?? false ? part.dropFirst() : part
      guard let first = rest.first, let last = rest.last else { return false }
      return isLowerOrDigit(first) && isLowerOrDigit(last)
        && rest.allSatisfy { isLowerOrDigit($0) || isUnderscore($0) || $0 == hyphen }
    }
    if !isValid {
      errors.append(
        form(
          "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-', '_' or '.', and must "
            + "start and end with an alphanumeric character",
          #"_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*"#,
          ["example.com"]
        )
      )
    }
    return errors
  }

  /// A label of a host name that starts with a letter (RFC 1035): Services.
  package static func dns1035Label(_ text: String) -> [String] {
    var errors = tooLong(text, 63)
    let startsWithLetter = text.utf8.first.map { !isDigit($0) } ?? false
    if !isLabel(text.utf8) || !startsWithLetter {
      errors.append(
        form(
          "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic "
            + "character, and end with an alphanumeric character",
          "[a-z]([-a-z0-9]*[a-z0-9])?",
          ["my-name", "abc-123"]
        )
      )
    }
    return errors
  }

  /// The key of a label or an annotation, with or without a domain in front.
  package static func labelKey(_ text: String) -> [String] {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let keyForm = form(
      "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
      "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]",
      ["MyName", "my.name", "123-abc"]
    )
    guard parts.count <= 2, let name = parts.last else {
      return [
        "a valid label key \(keyForm) with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"
      ]
    }
    var errors: [String] = []
    if parts.count == 2 {
      errors += (parts[0].isEmpty ? ["must be non-empty"] : dns1123Subdomain(parts[0])).map { "prefix part \($0)" }
    }
    errors += (name.isEmpty ? ["must be non-empty"] : tooLong(name, 63)).map { "name part \($0)" }
    if !isQualified(name) { errors.append("name part \(keyForm)") }
    return errors
  }

  /// The value of a label.
  package static func labelValue(_ text: String) -> [String] {
    var errors = tooLong(text, 63)
    if !text.isEmpty, !isQualified(text) {
      errors.append(
        form(
          "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must "
            + "start and end with an alphanumeric character",
          "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?",
          ["MyValue", "my_value", "12345"]
        )
      )
    }
    return errors
  }

  /// The name of a port.
  package static func portName(_ text: String) -> [String] {
    var errors = tooLong(text, 15)
    if text.isEmpty || !text.utf8.allSatisfy({ isLowerOrDigit($0) || $0 == hyphen }) {
      errors.append("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)")
    }
    if !text.utf8.contains(where: isLower) { errors.append("must contain at least one letter (a-z)") }
    if zip(text.utf8, text.utf8.dropFirst()).contains(where: { $0 == hyphen && $1 == hyphen }) {
      errors.append("must not contain consecutive hyphens")
    }
    if text.hasPrefix("-") || text.hasSuffix("-") { errors.append("must not begin or end with a hyphen") }
    return errors
  }

  /// The name of an environment variable: printable ASCII other than `=`.
  package static func environmentName(_ text: String) -> [String] {
    if text.isEmpty { return ["environment variable name must be non-empty"] }
    let isPrintable = text.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "=") }
    return isPrintable
      ? [] : ["a valid environment variable name must consist only of printable ASCII characters other than '='"]
  }

  /// The key of an entry in a ConfigMap or a Secret.
  package static func configMapKey(_ text: String) -> [String] {
    var errors = tooLong(text, 253)
    if text.isEmpty || !text.utf8.allSatisfy(isQualifiedInside) {
      errors.append(
        form(
          "a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
          "[-._a-zA-Z0-9]+",
          ["key.name", "KEY_NAME", "key-name"]
        )
      )
    }
    if text == "." || text == ".." {
      errors.append("must not be '\(text)'")
    } else if text.hasPrefix("..") {
      errors.append("must not start with '..'")
    }
    return errors
  }

  /// The name of an HTTP header.
  package static func headerName(_ text: String) -> [String] {
    let isValid = !text.isEmpty && text.utf8.allSatisfy { isLowerOrDigit($0) || isUpper($0) || $0 == hyphen }
    return isValid
      ? []
      : [
        form(
          "a valid HTTP header must consist of alphanumeric characters or '-'",
          "[-A-Za-z0-9]+",
          ["X-Header-Name"]
        )
      ]
  }

  /// The name of a kernel parameter: `net.core.somaxconn`, its parts parted by dots or slashes.
  package static func isSysctlName(_ text: String) -> Bool {
    let isInside = { (byte: UInt8) in isLowerOrDigit(byte) || byte == hyphen || byte == UInt8(ascii: "_") }
    let parts = text.utf8.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }
    return text.utf8.count <= 253
      && parts.allSatisfy { part in
        guard let first = part.first, let last = part.last else { return false }
        return isLowerOrDigit(first) && isLowerOrDigit(last) && part.allSatisfy(isInside)
      }
  }

  /// A share like `25%`.
  package static func percent(_ text: String) -> [String] {
    let isValid = text.utf8.count > 1 && text.hasSuffix("%") && text.utf8.dropLast().allSatisfy(isDigit)
    return isValid
      ? []
      : [
        form(
          "a valid percent string must be a numeric string followed by an ending '%'",
          "[0-9]+%",
          ["1%", "93%"]
        )
      ]
  }
}

/// The characters, and the sentences about them.
extension NameSyntax {
  private static let hyphen = UInt8(ascii: "-")

  private static func isLower(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
  private static func isUpper(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
  private static func isLowerOrDigit(_ byte: UInt8) -> Bool { isLower(byte) || isDigit(byte) }
  private static func isAlphanumeric(_ byte: UInt8) -> Bool { isLowerOrDigit(byte) || isUpper(byte) }
  private static func isQualifiedInside(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || [hyphen, UInt8(ascii: "_"), UInt8(ascii: ".")].contains(byte)
  }

  private static func isLabel(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    return isLowerOrDigit(first) && isLowerOrDigit(last) && bytes.allSatisfy { isLowerOrDigit($0) || $0 == hyphen }
  }

  private static func isSubdomain(_ text: String) -> Bool {
    text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy(isLabel)
  }

  private static func isQualified(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    return isAlphanumeric(first) && isAlphanumeric(last) && text.utf8.allSatisfy(isQualifiedInside)
  }

  private static func tooLong(_ text: String, _ maximum: Int) -> [String] {
    text.utf8.count > maximum ? ["must be no more than \(maximum) bytes"] : []
  }

  /// Mirrors `content.RegexError`, double blanks included.
  private static func form(_ rule: String, _ pattern: String, _ examples: [String]) -> String {
    let shown = examples.map { "'\($0)', " }.joined(separator: " or ")
    return "\(rule) (e.g. \(shown)regex used for validation is '\(pattern)')"
  }
}
