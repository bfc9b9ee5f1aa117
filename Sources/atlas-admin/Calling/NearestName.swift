/// Finds the intended name for a misspelled one.
enum NearestName {
  /// Returns the most similar name, regardless of case; `nil` if none is similar.
  static func find(_ name: String, among names: [String]) -> String? {
    let wanted = pairs(of: name)
    let nearest = names.map { (name: $0, likeness: likeness(wanted, pairs(of: $0))) }
      .max { $0.likeness < $1.likeness }
    return nearest.flatMap { $0.likeness >= 0.5 ? $0.name : nil }
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
