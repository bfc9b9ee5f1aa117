/// Guesses what an author meant.
package enum Suggestion {
  /// `; did you mean 'X'?` for the candidate most like a word, or nothing where none is.
  package static func among(_ candidates: some Sequence<String>, for word: String) -> String {
    closest(to: word, among: candidates).map { "; did you mean '\($0)'?" } ?? ""
  }

  /// The candidate that a word was probably meant to be.
  static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
    let bound = max(1, min(word.count, 64) / 3)
    let ranked = candidates.map { candidate in
      (candidate, distance(Array(word.lowercased()), Array(candidate.lowercased()), bound: bound))
    }
    return ranked.filter { $0.1 <= bound }.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }

  /// How many insertions, deletions and replacements make one word the other, if few.
  private static func distance(_ a: [Character], _ b: [Character], bound: Int) -> Int {
    guard abs(a.count - b.count) <= bound, a.count <= 128 else { return .max }
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let replaced = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
      }
    }
    return row[b.count]
  }
}
