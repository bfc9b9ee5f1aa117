/// Finds the intended name for a misspelled one.
enum NearestName {
  /// Returns the most similar name, regardless of case; `nil` if none is similar.
  static func find(_ name: String, among names: [String]) -> String? {
    let wanted = pairs(of: name)
    let nearest = names.map { (name: $0, likeness: likeness(wanted, pairs(of: $0))) }
      .max { $0.likeness < $1.likeness }
    if let nearest, nearest.likeness >= 0.5 { return nearest.name }
    // Short names share few pairs.
    return names.first { distance($0.lowercased(), name.lowercased()) == 1 }
  }

  /// Returns the number of letters to insert, delete, replace, or swap with the next one.
  private static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a), Array(b))
    var lines = [Array(0...b.count)]
    for (i, character) in a.enumerated() {
      var line = [i + 1]
      for (j, other) in b.enumerated() {
        var cost = min(lines[i][j + 1] + 1, line[j] + 1, lines[i][j] + (character == other ? 0 : 1))
        if i > 0, j > 0, character == b[j - 1], a[i - 1] == other {
          cost = min(cost, lines[i - 1][j - 1] + 1)
        }
        line.append(cost)
      }
      lines.append(line)
    }
    return lines[a.count][b.count]
  }

  /// The pairs of neighboring letters, with spaces at the ends.
  private static func pairs(of name: String) -> Set<String> {
    let characters = Array(" \(name.lowercased()) ")
    return Set(zip(characters, characters.dropFirst()).map { String([$0, $1]) })
  }

  /// Returns the similarity of two names, from 0 to 1, by the pairs that they share.
  private static func likeness(_ a: Set<String>, _ b: Set<String>) -> Double {
    2 * Double(a.intersection(b).count) / Double(a.count + b.count)
  }
}
