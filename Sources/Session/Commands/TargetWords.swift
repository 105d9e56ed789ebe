import Kubectl

/// The words of a command about an object: what stands for itself, `-n NAMESPACE`, and flags.
struct TargetWords {
  private(set) var positional: [String] = []
  private(set) var flags: Set<String> = []
  private(set) var namespace: String?

  init(_ words: [Word], flags known: Set<String> = []) throws(UsageError) {
    var rest = words.map(\.text)[...]
    while let word = rest.popFirst() {
      if word == "-n" || word == "--namespace" {
        guard let value = rest.popFirst() else { throw UsageError() }
        namespace = value
      } else if word.hasPrefix("--namespace=") {
        namespace = String(word.dropFirst("--namespace=".count))
      } else if known.contains(word) {
        flags.insert(word)
      } else if word.hasPrefix("-") {
        throw UsageError()
      } else {
        positional.append(word)
      }
    }
  }
}
