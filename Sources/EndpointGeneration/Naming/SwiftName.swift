import EndpointModel

/// Names in Swift for names on the wire.
package enum SwiftName {
  /// Returns a name for a property, an argument, or an enum case: `GROUP-ID` becomes `groupID`,
  /// `_id` `id`, `awsKmsConfig` `awsKMSConfig`.
  ///
  /// The result is an identifier, but can be a keyword: see ``escaped(_:)``.
  package static func member(_ wireName: String) -> String {
    let words = words(of: wireName)
    guard let first = words.first else { return "_" }
    let name = first.lowercased() + words.dropFirst().map(capitalised).joined()
    // `self` is reserved even in back-ticks.
    if name == "self" { return "selfValue" }
    return name.first?.isNumber == true ? "_" + name : name
  }

  /// Returns a name as source text, with keywords in back-ticks.
  static func escaped(_ name: String) -> String {
    SwiftKeywords.needsEscaping(name) ? "`\(name)`" : name
  }

  /// Returns the name of a property after a dot, where few keywords need back-ticks.
  static func behindDot(_ name: String) -> String {
    SwiftKeywords.needsEscapingBehindDot(name) ? "`\(name)`" : name
  }

  /// Returns the name of a property as source text.
  static func escapedProperty(_ wireName: String) -> String { escaped(member(wireName)) }

  /// Returns the words of a name, split at other characters than letters and digits and at changes
  /// of case.
  ///
  /// Words of a name in capitals are converted to lower case, so that they are capitalized like
  /// others. Abbreviations in other names keep their capitals.
  package static func words(of name: String) -> [String] {
    let isAllCapitals = !name.contains(where: \.isLowercase)
    var words: [String] = []
    for part in name.split(whereSeparator: { !($0.isASCII && ($0.isLetter || $0.isNumber)) }) {
      words += isAllCapitals ? [part.lowercased()] : humps(of: Array(part))
    }
    return words
  }

  /// Returns the words of a camel-case name: `masterKeyUUIDs` is `master`, `Key`, and `UUIDs`.
  private static func humps(of characters: [Character]) -> [String] {
    var words: [String] = []
    var word = ""
    for (index, character) in characters.enumerated() {
      let previous = index > 0 ? characters[index - 1] : nil
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      let startsWord: Bool
      if !character.isUppercase {
        startsWord = false
      } else if previous?.isUppercase == true {
        // The last capital of a run begins a word (`UTCSeconds`), unless a plural `s` follows.
        let rest = characters[(index + 1)...]
        startsWord =
          next?.isLowercase == true
          && !(next == "s" && !(rest.dropFirst().first?.isLowercase ?? false))
      } else {
        startsWord = true
      }
      if startsWord, !word.isEmpty {
        words.append(word)
        word = ""
      }
      word.append(character)
    }
    return word.isEmpty ? words : words + [word]
  }

  /// Returns a word as it is written inside of a name.
  package static func capitalised(_ word: String) -> String {
    let lower = word.lowercased()
    if initialisms.contains(lower) { return lower.uppercased() }
    if lower.hasSuffix("s"), initialisms.contains(String(lower.dropLast())) {
      return lower.dropLast().uppercased() + "s"
    }
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  /// Abbreviations in capitals by the Swift API Design Guidelines.
  private static let initialisms: Set<String> = [
    "acl", "api", "arn", "aws", "bi", "ca", "cidr", "cpu", "csv", "db", "dn", "dns", "gb", "gcp",
    "gib", "html", "http", "https", "iam", "id", "io", "iops", "ip", "json", "kmip", "kms", "ldap",
    "mb", "oidc", "os", "pem", "ram", "rpc", "saml", "sdk", "sql", "srv", "ssl", "sso", "tls",
    "ttl", "ui", "uri", "url", "utc", "utf", "uuid", "vm", "vpc", "xml",
  ]
}
