import Basics

/// What `--help` answers: not kubectl's help text but what of a command is simulated here.
enum Help {
  static func text(of verb: Verb, path: String) -> String {
    var text = "\(path): the flags that are simulated\n"
    for flag in verb.flags.simulated.sorted(by: { $0.long.precedesByBytes($1.long) }) {
      let short = flag.short.map { "-\($0), " } ?? "    "
      text += "  \(short)--\(flag.long)\n"
    }
    let refused = verb.flags.refused.map(\.long).sorted { $0.precedesByBytes($1) }
    return text + "Not simulated: " + refused.map { "--\($0)" }.joined(separator: ", ") + "\n"
  }
}
