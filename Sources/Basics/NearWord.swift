/// The known word that a mistyped one is nearest to.
package enum NearWord {
  /// The nearest of `known` to `typed`, at most two edits away and fewer than it has letters; of several as near the
  /// first. nil where none is so near.
  package static func of<Words: Sequence<String>>(_ typed: String, among known: Words) -> String? {
    let typed = typed.lowercased()
    var best: (distance: Int, word: String)?
    for word in known {
      let distance = editDistance(typed, word.lowercased())
      if distance < min(best?.distance ?? 3, typed.count) { best = (distance, word) }
    }
    return best?.word
  }
}

/// How many characters must be put in, taken out or replaced to turn one text into the other (Levenshtein).
///
/// Words far longer than any command are told apart by their beginnings alone.
package func editDistance(_ left: String, _ right: String) -> Int {
  let (left, right) = (Array(left.unicodeScalars.prefix(64)), Array(right.unicodeScalars.prefix(64)))
  var row = Array(0...right.count)
  for (i, a) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, b) in right.enumerated() {
      let above = row[j + 1]
      row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
      diagonal = above
    }
  }
  return row[right.count]
}
