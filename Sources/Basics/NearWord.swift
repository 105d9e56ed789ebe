/// The known word that a mistyped one is nearest to.
package enum NearWord {
  /// The nearest of `known` to `typed`: one slip away, of words of more than four letters two; of several as near the
  /// first. nil where none is so near.
  package static func of<Words: Sequence<String>>(_ typed: String, among known: Words) -> String? {
    let typed = typed.lowercased()
    let limit = min(typed.count > 4 ? 2 : 1, typed.count - 1)
    var best: (distance: Int, word: String)?
    for word in known {
      let distance = editDistance(typed, word.lowercased(), swaps: true)
      if distance <= limit, distance < best?.distance ?? .max { best = (distance, word) }
    }
    return best?.word
  }
}

/// How many characters must be put in, taken out or replaced to turn one text into the other (Levenshtein); where
/// `swaps`, two neighbours that have changed places count once.
///
/// Words far longer than any command are told apart by their beginnings alone.
package func editDistance(_ left: String, _ right: String, swaps: Bool = false) -> Int {
  let (left, right) = (Array(left.unicodeScalars.prefix(64)), Array(right.unicodeScalars.prefix(64)))
  var before: [Int] = []
  var row = Array(0...right.count)
  for (i, a) in left.enumerated() {
    var next = [i + 1]
    for (j, b) in right.enumerated() {
      var distance = min(row[j + 1] + 1, next[j] + 1, row[j] + (a == b ? 0 : 1))
      if swaps, i > 0, j > 0, a == right[j - 1], left[i - 1] == b { distance = min(distance, before[j - 1] + 1) }
      next.append(distance)
    }
    (before, row) = (row, next)
  }
  return row[right.count]
}
