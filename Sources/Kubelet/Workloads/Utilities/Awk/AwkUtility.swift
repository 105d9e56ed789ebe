/// `awk`, as busybox has it, in a good part: patterns, fields, arrays, control flow and the usual functions.
enum AwkUtility {
  static let table: [String: Utilities.Body] = ["awk": run]

  @Sendable private static func run(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    let options = call.options("", valued: "Fvf")
    if let unknown = options.unknown { return call.refuse("awk \(unknown)") }
    var operands = options.operands
    var assignments: [(name: String, value: String)] = []
    if let separator = options.value("F") { assignments.append(("FS", separator == "t" ? "\t" : separator)) }
    for (_, text) in options.values.filter({ $0.letter == "v" }) {
      guard let equals = text.firstIndex(of: "=") else { return call.fail("bad -v option") }
      assignments.append((String(text[..<equals]), String(text[text.index(after: equals)...])))
    }
    var program = ""
    if let path = options.value("f") {
      guard let text = TextUtilities.read(path, &call, &world) else { return .ended(1) }
      program = text
    } else {
      guard !operands.isEmpty else { return call.fail("usage: awk [-F SEP] [-v VAR=VAL] PROGRAM [FILE]...") }
      program = operands.removeFirst()
    }
    if let operand = operands.first(where: { $0.contains("=") }) { return call.refuse("awk with \(operand)") }
    if operands.count == 1 { assignments.append(("FILENAME", operands[0])) }
    do throws(AwkError) {
      var machine = try AwkMachine(program, assignments: assignments)
      call.write(try machine.begin())
      guard machine.readsInput, !machine.hasExited else { return .ended(machine.exitCode) }
      return TextUtilities.filter(operands, .awk(machine), &call, &world)
    } catch {
      return call.fail(error.message, code: error.exitCode)
    }
  }
}
