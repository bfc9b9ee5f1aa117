extension String {
  /// The name without case, hyphens, and underscores, so that GROUP-ID, group-id, groupId, and
  /// group_id are equal.
  var plainName: String { lowercased().filter { $0 != "-" && $0 != "_" } }

  /// The name in lowercase with hyphens between its words: `group-id` for `groupId` and `GROUP-ID`.
  var hyphenated: String {
    let characters = Array(self)
    var name = ""
    for (index, character) in characters.enumerated() {
      if character == "-" || character == "_" {
        if !name.isEmpty, !name.hasSuffix("-") { name += "-" }
        continue
      }
      let previous = index > 0 ? characters[index - 1] : "-"
      let next = index + 1 < characters.count ? characters[index + 1] : "-"
      // A word begins at a capital after a small letter or digit, and at the last capital of several.
      let beginsWord =
        character.isUppercase
        && (previous.isLowercase || previous.isNumber
          || (previous.isUppercase && next.isLowercase))
      if beginsWord { name += "-" }
      name += character.lowercased()
    }
    return name
  }
}
