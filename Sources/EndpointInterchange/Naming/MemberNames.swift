import EndpointGeneration

/// Gives names in Swift to members whose derived names collide or are not names.
struct MemberNames {
  private var taken: Set<String>

  /// - Parameter reserved: The names that no member can have.
  init(reserved: Set<String>) { taken = reserved }

  /// Returns a name for a member, which is claimed; `nil` if the derived one can stay.
  mutating func override(for wireName: String) -> String? {
    let derived = SwiftName.member(wireName)
    if derived != "_", taken.insert(derived).inserted { return nil }
    var base = SwiftName.member(wireName.symbolsSpelled)
    if base == "_" { base = "value" }
    if base.hasPrefix("_") { base = "value" + base.dropFirst() }
    guard !taken.insert(base).inserted else { return base }
    var number = 2
    while !taken.insert("\(base)\(number)").inserted { number += 1 }
    return "\(base)\(number)"
  }

  /// Claims a name that is given.
  mutating func claim(_ name: String) { taken.insert(name) }
}

extension String {
  /// The string with words for symbols, so that `+1` and `-1` differ.
  fileprivate var symbolsSpelled: String {
    let words: [Character: String] = [
      "+": " plus ", "-": " minus ", "*": " star ", "/": " slash ", ".": " dot ",
      "_": " underscore ",
      "$": " dollar ", "@": " at ", "#": " number ", "%": " percent ", "&": " and ",
      "=": " equals ",
      "<": " less ", ">": " greater ", "!": " not ", "~": " tilde ", ":": " colon ", "|": " or ",
    ]
    return reduce(into: "") { $0 += words[$1] ?? String($1) }
  }
}
