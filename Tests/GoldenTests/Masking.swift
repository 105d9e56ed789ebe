import Foundation

/// Makes texts of two runs comparable: what no two runs of one cluster share is masked, and where order is chance,
/// lines are sorted.
enum Masking {
  private struct Mask {
    let pattern: NSRegularExpression
    let replacement: String

    init(_ pattern: String, _ replacement: String) throws {
      self.pattern = try NSRegularExpression(pattern: pattern)
      self.replacement = replacement
    }

    func apply(to text: String) -> String {
      let all = NSRange(text.startIndex..., in: text)
      return pattern.stringByReplacingMatches(in: text, range: all, withTemplate: replacement)
    }
  }

  /// A letter of generated names.
  private static let letter = "[bcdfghjklmnpqrstvwxz2456789]"

  private static let masks: [Mask] = [
    mask(#"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b"#, "<uid>"),
    mask(#"\b(containerd|docker|cri-o)://[0-9a-f]+"#, "<container-id>"),
    mask(#"\bsha256:[0-9a-f]{12,}"#, "<digest>"),
    mask(#"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z"#, "<time>"),
    mask(#"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d \w{3} \d{4} \d\d:\d\d:\d\d [+-]\d{4}"#, "<time>"),
    mask(#"(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \w{3} +\d+ \d\d:\d\d:\d\d \w+ \d{4}"#, "<time>"),
    mask(#"\b\d\d:\d\d:\d\d\b"#, "<clock>"),
    mask(#"in [\d.]+m?s \([\d.]+m?s including waiting\)\. Image size: \d+ bytes"#, "<pull>"),
    mask(#"\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b"#, "<ip>"),
    mask(#"(resourceVersion"?: )"\d+""#, #"$1"<rv>""#),
    mask(#"\bkube-api-access-\#(letter){5}\b"#, "kube-api-access-<sfx>"),
    mask(#"\b([a-z][a-z0-9.-]*?)-(\#(letter){8,10})-\#(letter){5}\b"#, "$1-<hash>-<sfx>"),
    mask(#"\b([a-z][a-z0-9.-]*?-\d{8})-\#(letter){5}\b"#, "$1-<sfx>"),
    mask(#"\b([a-z][a-z0-9.-]*?)-\d{8}\b"#, "$1-<minute>"),
    mask(#"\b([a-z][a-z0-9.-]*?)-(?!node)\#(letter){5}\b"#, "$1-<sfx>"),
    mask(#"(pod-template-hash[=:] ?"?)\#(letter){8,10}"#, "$1<hash>"),
    mask(#"(?<![\w.])(\d+(y|d|h|m|s))+(?![\w])"#, "<age>"),
    mask(#"<(invalid|unknown)>(?=\s|$)"#, "<age>"),
  ]
  private static let node = mask(#"\bnode-\d\b"#, "<node>")

  private static func mask(_ pattern: String, _ replacement: String) -> Mask {
    guard let mask = try? Mask(pattern, replacement) else { preconditionFailure("\(pattern) is no pattern") }
    return mask
  }

  /// Events of a kubelet, which clusters without a container runtime do not have.
  private static let kubeletRow = mask(
    #"^\s*(<age>|\S+)?\s*(Normal|Warning)\s+(Pulling|Pulled|Created|Started|Killing|Unhealthy|BackOff|Failed|"#
      + #"FailedKillPod|ProbeWarning|NodeReady|NodeNotReady|Starting|NodeHasSufficient\w+|NodeHasNoDiskPressure|"#
      + #"NodeAllocatableEnforced)\s+(?=\S*(pod/|node/|<age>))"#,
    "<kubelet>"
  )
  private static let runtimeID = mask(#"^(\s*(Container ID|Image ID):\s+).*"#, "$1<runtime>")

  /// The lines of `text` that are compared.
  static func lines(_ text: String, masksNodes: Bool, withKubelet: Bool) -> [String] {
    var masked = masks.reduce(text) { $1.apply(to: $0) }
    if masksNodes { masked = node.apply(to: masked) }
    let folded = masked.split(separator: "\n", omittingEmptySubsequences: false).map { folding(String($0)) }
    let lines = eventsSorted(tablesSorted(folded))
    return withKubelet ? lines : withoutKubelet(lines)
  }

  /// Runs of spaces as two, and none at the end.
  private static func folding(_ line: String) -> String {
    var out = ""
    var spaces = 0
    for character in line {
      if character == " " {
        spaces += 1
        continue
      }
      out += String(repeating: " ", count: min(spaces, 2))
      spaces = 0
      out.append(character)
    }
    while out.last?.isWhitespace == true { out.removeLast() }
    return out
  }

  /// Blocks of lines, with one empty line between two, and the rows of tables sorted.
  private static func tablesSorted(_ lines: [String]) -> [String] {
    lines.split(separator: "").map { block in
      isTable(block) ? [block[block.startIndex]] + block.dropFirst().sorted() : Array(block)
    }.reduce(into: []) { out, block in
      if !out.isEmpty { out.append("") }
      out += block
    }
  }

  /// A header of column names in capitals over rows that are not indented.
  private static func isTable(_ block: ArraySlice<String>) -> Bool {
    guard let header = block.first, let first = header.unicodeScalars.first, ("A"..."Z").contains(first) else {
      return false
    }
    let isHeader = header.unicodeScalars.allSatisfy {
      ("A"..."Z").contains($0) || ("0"..."9").contains($0) || " ()/%:-".unicodeScalars.contains($0)
    }
    return isHeader && !block.dropFirst().contains { $0.hasPrefix(" ") }
  }

  /// The rows under `Events:` come in an order that timing decides.
  private static func eventsSorted(_ lines: [String]) -> [String] {
    guard let index = lines.firstIndex(where: { $0.hasPrefix("Events:") }) else { return lines }
    return lines.prefix(index + 3) + lines.dropFirst(index + 3).sorted()
  }

  private static func withoutKubelet(_ lines: [String]) -> [String] {
    let kept = lines.filter { line in
      kubeletRow.apply(to: line) == line || line.contains("default-scheduler") || line.contains("-controller")
    }.map(runtimeID.apply)
    return kept.enumerated().map { index, line in
      line == "Events:" && index + 1 == kept.count ? "Events:  <none>" : line
    }
  }
}
