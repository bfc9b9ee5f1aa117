extension DocumentFacts {
  /// Returns the facts with those of types that newer facts have under other keys, since the
  /// document or the file of names calls them otherwise, under these keys as well.
  func followingRenames(in newer: DocumentFacts) -> DocumentFacts {
    var result = self
    let (types, newerTypes) = (members, newer.members)
    for (key, names) in newerTypes where types[key] == nil && !names.isEmpty {
      let kind = newer[key]?["kind"]
      var best: (key: String, likeness: Double)?
      for (other, otherNames) in types where self[other]?["kind"] == kind {
        let common = Double(names.intersection(otherNames).count)
        // Of types that are alike, the one whose key is gone is the former one.
        let likeness =
          common / Double(names.union(otherNames).count) + (newerTypes[other] == nil ? 0.25 : 0)
        guard likeness >= 0.5, likeness >= best?.likeness ?? 0 else { continue }
        if let best, best.likeness == likeness, best.key < other { continue }
        best = (other, likeness)
      }
      guard let best else { continue }
      result.copy(best.key, to: key, members: types[best.key] ?? [])
    }
    return result
  }

  /// The names of the members of types by the keys of the types.
  private var members: [String: Set<String>] {
    let types = parts.filter { $0.value["kind"] != nil }.keys
    var members = Dictionary(uniqueKeysWithValues: types.map { ($0, Set<String>()) })
    for key in parts.keys where key.hasPrefix("type ") {
      // The key of a type can contain such a separator, too.
      for separator in [" .", " =", " |"] {
        for range in key.ranges(of: separator) {
          let name = key[key.index(after: range.lowerBound)...]
          members[String(key[..<range.lowerBound])]?.insert(String(name))
        }
      }
    }
    return members
  }
}
