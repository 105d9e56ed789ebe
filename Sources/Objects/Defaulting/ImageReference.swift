/// What a container image is asked for by: `[host[:port]/]path[:tag][@digest]`. Only its tag decides a default.
package struct ImageReference: Hashable, Sendable {
  /// `latest` where neither a tag nor a digest is given; nil where only a digest is.
  package let tag: String?

  /// nil where the text is no image name.
  ///
  /// Mirrors `parsers.ParseImageName` and the grammar of `distribution/reference`.
  package init?(_ text: String) {
    let halves = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let digest = halves.count > 1 ? String(halves[1]) : nil
    if let digest, !digest.contains(":") { return nil }
    let name = halves[0]
    let lastPath = name.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    if let colon = lastPath.firstIndex(of: ":") {
      let written = String(lastPath[lastPath.index(after: colon)...])
      guard ImageReference.isTag(written) else { return nil }
      tag = written
      guard ImageReference.isRepository(String(name[..<colon])) else { return nil }
    } else {
      tag = digest == nil ? "latest" : nil
      guard ImageReference.isRepository(String(name)) else { return nil }
    }
  }

  private static func isTag(_ text: String) -> Bool {
    guard let first = text.utf8.first, isWord(first), text.utf8.count <= 128 else { return false }
    return text.utf8.allSatisfy { isWord($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
  }

  /// An optional host, then path components of lower-case letters, digits and single separators.
  private static func isRepository(_ text: String) -> Bool {
    var components = text.split(separator: "/", omittingEmptySubsequences: false)
    if components.count > 1, let first = components.first,
      first.contains(".") || first.contains(":") || first == "localhost" || first != first.lowercased()
    {
      let host = components.removeFirst()
      let isHost = host.utf8.allSatisfy { isWord($0) || [45, 46, 58].contains($0) }
      guard isHost, !host.isEmpty else { return false }
    }
    return components.allSatisfy(isPathComponent)
  }

  private static func isPathComponent(_ text: Substring) -> Bool {
    let runs = text.utf8.split(omittingEmptySubsequences: false) { !isLowerOrDigit($0) }
    let separators = text.utf8.split(whereSeparator: isLowerOrDigit).map { String(decoding: $0, as: UTF8.self) }
    guard runs.first?.isEmpty == false, runs.last?.isEmpty == false else { return false }
    return separators.allSatisfy { [".", "_", "__"].contains($0) || $0.allSatisfy { $0 == "-" } }
  }

  private static func isLowerOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    isLowerOrDigit(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || byte == UInt8(ascii: "_")
  }
}
