/// Finds what a mistyped name was likely meant to be.
enum NearestName {
  /// The name that is most like another, whatever its case; `nil` if none is like it.
  static func find(_ name: String, among names: [String]) -> String? {
    let wanted = pairs(of: name)
    let nearest = names.map { (name: $0, likeness: likeness(wanted, pairs(of: $0))) }
      .max { $0.likeness < $1.likeness }
    return nearest.flatMap { $0.likeness >= 0.5 ? $0.name : nil }
  }

  /// The pairs of neighbouring letters, with spaces at the ends.
  private static func pairs(of name: String) -> Set<String> {
    let characters = Array(" \(name.lowercased()) ")
    return Set(zip(characters, characters.dropFirst()).map { String([$0, $1]) })
  }

  /// How alike two names are, from 0 to 1, by the pairs that they share.
  private static func likeness(_ a: Set<String>, _ b: Set<String>) -> Double {
    2 * Double(a.intersection(b).count) / Double(a.count + b.count)
  }
}
