/// Suggests the intended name for a misspelled one.
package enum Suggestion {
  /// Returns `; did you mean 'X'?` for the most similar candidate; empty if none is similar.
  package static func among(_ candidates: some Sequence<String>, for word: String) -> String {
    closest(to: word, among: candidates).map { "; did you mean '\($0)'?" } ?? ""
  }

  /// Returns the most similar candidate; `nil` if none is similar.
  static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
    let bound = max(1, min(word.count, 64) / 3)
    let ranked = candidates.map { candidate in
      (candidate, distance(Array(word.lowercased()), Array(candidate.lowercased()), bound: bound))
    }
    return ranked.filter { $0.1 <= bound }.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }

  /// Returns the number of insertions, deletions, replacements, and swaps of neighbors between two
  /// words; `nil` if they are many.
  private static func distance(_ a: [Character], _ b: [Character], bound: Int) -> Int {
    guard abs(a.count - b.count) <= bound, a.count <= 128 else { return .max }
    var beforePrevious: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        let replaced = previous[j] + (a[i] == b[j] ? 0 : 1)
        var least = min(replaced, row[j] + 1, previous[j + 1] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          least = min(least, beforePrevious[j - 1] + 1)
        }
        row.append(least)
      }
      (beforePrevious, previous) = (previous, row)
    }
    return previous[b.count]
  }
}
