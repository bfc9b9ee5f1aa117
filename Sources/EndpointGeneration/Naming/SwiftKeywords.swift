/// The reserved words of Swift.
enum SwiftKeywords {
  /// Whether the name of a property or an enum case needs back-ticks in its declaration.
  static func needsEscaping(_ name: String) -> Bool { reserved.contains(name) }

  /// Whether a name needs back-ticks after a dot.
  static func needsEscapingBehindDot(_ name: String) -> Bool {
    ["Protocol", "Type", "init", "self"].contains(name)
  }

  /// Whether an argument label needs back-ticks.
  static func needsEscapingAsLabel(_ name: String) -> Bool {
    ["inout", "let", "var"].contains(name)
  }

  private static let reserved: Set<String> = [
    "Any", "Protocol", "Self", "Type", "as", "associatedtype", "await", "break", "case", "catch",
    "class",
    "continue", "default", "defer", "deinit", "do", "else", "enum", "extension", "fallthrough",
    "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "init", "inout",
    "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol", "public",
    "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch",
    "throw", "throws", "true", "try", "typealias", "var", "where", "while",
  ]
}
