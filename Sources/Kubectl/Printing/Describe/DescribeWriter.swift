import Basics
import Objects

/// Collects the lines of a description: indented by level, aligned at tabs.
///
/// Mirrors `describe.PrefixWriter` over `tabbedString`.
struct DescribeWriter {
  private var tabs = TabWriter.description
  private var out = ""
  private let aligned: Bool

  /// Not `aligned`, the tabs stay as they are, as `kubectl rollout history` prints a template.
  init(aligned: Bool = true) { self.aligned = aligned }

  /// A line at a level of indentation; two spaces a level.
  mutating func line(_ level: Int = 0, _ text: String) {
    let line = String(repeating: "  ", count: level) + text + "\n"
    if aligned { tabs.write(line) } else { out += line }
  }

  /// Ends the run of columns, so that what follows is aligned by itself.
  mutating func flush() { out += tabs.flush() }

  mutating func finish() -> String {
    flush()
    return out
  }

  /// `title:` and the values below each other, or `<none>`.
  mutating func list(_ title: String, indent: String = "", _ values: [String]) {
    guard let first = values.first else { return line(0, "\(indent)\(title):\t<none>") }
    line(0, "\(indent)\(title):\t\(first)")
    for value in values.dropFirst() { line(0, "\t\(value)") }
  }

  /// Mirrors `printLabelsMultiline`.
  mutating func labels(_ title: String, indent: String = "", _ labels: StringMap) {
    list(title, indent: indent, labels.map { "\($0.key)=\($0.value)" })
  }

  /// Name, namespace (of kinds that have one), labels and annotations.
  mutating func names(_ object: Object) {
    line(0, "Name:\t\(object.metadata.name)")
    line(0, "Namespace:\t\(object.metadata.namespace)")
  }

  mutating func labelsAndAnnotations(_ metadata: ObjectMeta) {
    labels("Labels", metadata.labels)
    annotations("Annotations", metadata.annotations)
  }

  /// Mirrors `printAnnotationsMultiline`: what kubectl keeps for itself is left out, long values get their own lines.
  mutating func annotations(_ title: String, _ annotations: StringMap) {
    let limit = 140
    let shown = annotations.filter { $0.key != "kubectl.kubernetes.io/last-applied-configuration" }
    guard !shown.isEmpty else { return line(0, "\(title):\t<none>") }
    for (index, entry) in shown.enumerated() {
      let start = index == 0 ? "\(title):\t" : "\t"
      let value = entry.value.hasSuffix("\n") ? String(entry.value.dropLast()) : entry.value
      guard value.utf8.count + entry.key.utf8.count + 2 > limit || value.contains("\n") else {
        line(0, "\(start)\(entry.key): \(value)")
        continue
      }
      line(0, "\(start)\(entry.key):")
      for part in value.split(separator: "\n", omittingEmptySubsequences: false) {
        line(0, "\t  \(String(part).shortened(to: limit - 2))")
      }
    }
  }

  /// `Controlled By:`, where an owner manages the object.
  mutating func controller(_ metadata: ObjectMeta) {
    guard let owner = metadata.controllerRef else { return }
    line(0, "Controlled By:\t\(owner.kind)/\(owner.name)")
  }

  /// Type, status and reason of each condition, as controllers have them.
  mutating func conditions(_ conditions: [Reading]) {
    guard !conditions.isEmpty else { return }
    line(0, "Conditions:")
    line(1, "Type\tStatus\tReason")
    line(1, "----\t------\t------")
    for condition in conditions {
      line(1, "\(condition.type.text ?? "") \t\(condition.status.text ?? "")\t\(condition.reason.text ?? "")")
    }
  }

  /// Mirrors `printPodTolerationsMultiline`.
  mutating func tolerations(indent: String = "", _ tolerations: [Reading]) {
    let sorted = tolerations.enumerated().sorted { left, right in
      let keys = (left.element.key.text ?? "", right.element.key.text ?? "")
      return keys.0 == keys.1 ? left.offset < right.offset : keys.0.precedesByBytes(keys.1)
    }
    list("Tolerations", indent: indent, sorted.map { tolerationText($0.element) })
  }

  private func tolerationText(_ toleration: Reading) -> String {
    var out = toleration.key.text ?? ""
    let value = toleration.value.text ?? ""
    if !value.isEmpty { out += "=\(value)" }
    if let effect = toleration.effect.text, !effect.isEmpty { out += ":\(effect)" }
    if toleration.operator.text == "Exists" && value.isEmpty { out += out.isEmpty ? "op=Exists" : " op=Exists" }
    if let seconds = toleration.tolerationSeconds.int { out += " for \(seconds)s" }
    return out
  }
}

extension String {
  /// At most `length` bytes of this text, then `...`.
  fileprivate func shortened(to length: Int) -> String {
    utf8.count > length ? String(decoding: utf8.prefix(length), as: UTF8.self) + "..." : self
  }
}
