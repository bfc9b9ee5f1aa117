/// A regular expression of RFC 9485, the subset that implementations have in common.
struct InteroperableRegex {
  private let regex: Regex<AnyRegexOutput>

  /// Creates an expression; `nil` if the pattern is invalid.
  init?(_ pattern: String) {
    var translation = RegexTranslation(pattern)
    guard let translated = translation.translate(), let regex = try? Regex(translated) else {
      return nil
    }
    self.regex = regex.matchingSemantics(.unicodeScalar)
  }

  /// Whether the expression matches a whole text.
  func isWholeMatch(_ text: String) -> Bool { (try? regex.wholeMatch(in: text)) != nil }

  /// Whether the expression matches a part of a text.
  func isContained(in text: String) -> Bool { (try? regex.firstMatch(in: text)) != nil }
}

/// Translates a pattern to the syntax of Swift, in which more characters have a meaning.
private struct RegexTranslation {
  private var scanner: PathScanner
  private var depth = 0
  private var output = ""

  init(_ pattern: String) { scanner = PathScanner(pattern) }

  /// Returns the translated pattern; `nil` if the pattern is invalid.
  mutating func translate() -> String? {
    guard translateAlternatives(), scanner.next == nil else { return nil }
    return output
  }

  private mutating func translateAlternatives() -> Bool {
    while true {
      while let next = scanner.next, next != "|", next != ")" {
        guard translateAtom(), translateQuantifier() else { return false }
      }
      guard scanner.skip("|") else { return true }
      output += "|"
    }
  }

  private mutating func translateAtom() -> Bool {
    switch scanner.take() {
    case "(":
      guard depth < 64 else { return false }
      depth += 1
      defer { depth -= 1 }
      output += "(?:"
      guard translateAlternatives(), scanner.skip(")") else { return false }
      output += ")"
    case ".": output += "[^\\n\\r]"
    case "[": return translateClass()
    case "\\": return translateEscape()
    case "*", "+", "?", "]", "{", "}", nil: return false
    case let character?: append(character)
    }
    return true
  }

  private mutating func translateQuantifier() -> Bool {
    if let next = scanner.next, ["*", "+", "?"].contains(next) {
      _ = scanner.take()
      output += String(next)
      return true
    }
    guard scanner.skip("{") else { return true }
    let lower = scanner.take(while: \.isDigit)
    var bounds = lower
    if scanner.skip(",") { bounds += "," + scanner.take(while: \.isDigit) }
    guard let count = Int(lower), count <= 10_000, scanner.skip("}") else { return false }
    output += "{\(bounds)}"
    return true
  }

  /// Translates the rest of `[…]`.
  private mutating func translateClass() -> Bool {
    output += scanner.skip("^") ? "[^" : "["
    if scanner.skip("-") { append("-") } else if !translateClassPart() { return false }
    while !scanner.skip("]") {
      if scanner.next == "-", scanner.afterNext == "]" {
        _ = scanner.take()
        append("-")
      } else if !translateClassPart() {
        return false
      }
    }
    output += "]"
    return true
  }

  /// Translates a character, a range, or a category.
  private mutating func translateClassPart() -> Bool {
    if scanner.next == "\\", scanner.afterNext == "p" || scanner.afterNext == "P" {
      _ = scanner.take()
      return translateEscape()
    }
    guard translateClassCharacter() else { return false }
    guard scanner.next == "-", scanner.afterNext != "]" else { return true }
    _ = scanner.take()
    output += "-"
    return translateClassCharacter()
  }

  private mutating func translateClassCharacter() -> Bool {
    switch scanner.take() {
    case "\\": return translateEscape()
    case "-", "[", "]", nil: return false
    case let character?:
      append(character)
      return true
    }
  }

  /// Translates what follows a backslash.
  private mutating func translateEscape() -> Bool {
    switch scanner.take() {
    case "n": output += "\\n"
    case "r": output += "\\r"
    case "t": output += "\\t"
    case let kind? where kind == "p" || kind == "P":
      guard scanner.skip("{") else { return false }
      let category = scanner.take { $0 != "}" }
      guard Self.categories.contains(category), scanner.skip("}") else { return false }
      output += "\\\(kind){\(category)}"
    case let character? where "()*+-.?[\\]^{|}".unicodeScalars.contains(character):
      append(character)
    default: return false
    }
    return true
  }

  /// Appends a character without a meaning.
  private mutating func append(_ character: Unicode.Scalar) {
    output += "\\u{\(String(character.value, radix: 16))}"
  }

  private static let categories: Set<String> = [
    "L", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me", "Mn", "N", "Nd", "Nl", "No", "P", "Pc",
    "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "S", "Sc", "Sk", "Sm", "So", "Z", "Zl", "Zp", "Zs", "C",
    "Cc", "Cf", "Cn", "Co",
  ]
}
