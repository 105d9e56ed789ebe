import Basics
import Objects

/// `base64` and `dd`: bytes as they are.
enum DataUtilities {
  static let table: [String: Utilities.Body] = ["base64": base64, "dd": copyBlocks]

  @Sendable private static func base64(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    let options = call.options("d", valued: "w")
    if let unknown = options.unknown { return call.refuse("base64 \(unknown)") }
    if options.has("d") {
      return TextUtilities.filter(options.operands, .whole { Base64.decode($0) ?? "" }, &call, &world)
    }
    let width = options.value("w").flatMap { Int($0) } ?? 76
    return TextUtilities.filter(
      options.operands,
      .whole { text in
        let encoded = Base64.encode(text)
        guard width > 0 else { return encoded }
        let characters = Array(encoded)
        let lines = stride(from: 0, to: characters.count, by: width).map { start in
          String(characters[start..<min(start + width, characters.count)]) + "\n"
        }
        return lines.joined()
      },
      &call,
      &world
    )
  }

  /// A larger file than this is not kept.
  private static let largestFile = 1 << 20

  /// `dd if=/dev/zero of=FILE bs=SIZE count=N`: it holds one block in memory at a time.
  @Sendable private static func copyBlocks(
    _ call: inout UtilityCall,
    _ world: inout ContainerWorld
  ) -> Utility.Outcome {
    var values: [String: String] = [:]
    for word in call.words.dropFirst() {
      guard let equals = word.firstIndex(of: "=") else { return call.refuse(call.words.joined(separator: " ")) }
      values[String(word[..<equals])] = String(word[word.index(after: equals)...])
    }
    let block = values["bs"].map(ByteCount.init) ?? ByteCount("512")
    let count = values["count"].map { Int64($0) } ?? 1
    guard let block, let count, block.bytes > 0, count >= 0, count < 1 << 30, block.bytes < 1 << 40,
      values["if"] == "/dev/zero", values["count"] != nil,
      Set(values.keys).isSubset(of: ["bs", "count", "if", "of"])
    else { return call.refuse(call.words.joined(separator: " ")) }
    if block.bytes > world.memoryLimit { return world.devouring(from: call.now) }
    let total = block.bytes * count
    let path = call.path(values["of"] ?? "/dev/stdout")
    if path != "/dev/null" {
      guard total <= largestFile, path != "/dev/stdout", world.node(at: Path.folder(of: path)) == .folder,
        !world.isReadOnly(path)
      else { return call.refuse(call.words.joined(separator: " ")) }
      world.put(.file(String(repeating: "\0", count: Int(total))), at: path)
    }
    call.note("\(count)+0 records in")
    call.note("\(count)+0 records out")
    return .later(call.now + ContainerWorld.timeToFill(total), code: 0)
  }
}

/// A size as utilities and flags write it: `64`, `4k`, `64M`, `1G`, also `64Mi` and `64MB`.
struct ByteCount {
  let bytes: Int64

  /// nil for text that is none.
  init?(_ text: String) {
    let digits = text.prefix { $0.isASCIIDigit }
    let shifts: [Character: Int64] = ["b": 0, "k": 10, "m": 20, "g": 30]
    let unit = text.dropFirst(digits.count).lowercased()
    guard let number = Int64(digits), ["", "i", "b", "ib"].contains(String(unit.dropFirst())) else { return nil }
    guard let shift = unit.first.map({ shifts[$0] }) ?? 0, number < 1 << 30 else { return nil }
    bytes = number << shift
  }
}
