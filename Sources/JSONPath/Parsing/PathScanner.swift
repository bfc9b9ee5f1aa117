/// Scans the characters of a query.
struct PathScanner {
  private let characters: [Unicode.Scalar]
  private(set) var position = 0

  init(_ text: String) { characters = Array(text.unicodeScalars) }

  /// The next character; `nil` at the end.
  var next: Unicode.Scalar? { position < characters.count ? characters[position] : nil }

  /// The character after the next one; `nil` at the end.
  var afterNext: Unicode.Scalar? {
    position + 1 < characters.count ? characters[position + 1] : nil
  }

  /// Skips the next character and returns it; `nil` at the end.
  mutating func take() -> Unicode.Scalar? {
    guard let next else { return nil }
    position += 1
    return next
  }

  /// Skips characters; returns `false` if others are next.
  mutating func skip(_ text: String) -> Bool {
    guard characters[position...].starts(with: text.unicodeScalars) else { return false }
    position += text.unicodeScalars.count
    return true
  }

  /// Skips blank characters; returns whether there are any.
  @discardableResult mutating func skipBlanks() -> Bool {
    let start = position
    while let next, [" ", "\t", "\n", "\r"].contains(next) { position += 1 }
    return position > start
  }

  /// Skips and returns characters of a kind.
  mutating func take(while isIncluded: (Unicode.Scalar) -> Bool) -> String {
    var text = String.UnicodeScalarView()
    while let next, isIncluded(next) {
      text.append(next)
      position += 1
    }
    return String(text)
  }

  /// Returns to an earlier position.
  mutating func back(to position: Int) { self.position = position }

  /// The error at a position, by default the current one.
  func error(_ problem: String, at position: Int? = nil) -> JSONPathError {
    JSONPathError(column: (position ?? self.position) + 1, problem: problem)
  }

  /// The error for a character that should be another.
  func expected(_ what: String) -> JSONPathError {
    error("expected \(what), found \(next.map { "'\($0)'" } ?? "the end of the path")")
  }
}

extension Unicode.Scalar {
  var isDigit: Bool { ("0"..."9").contains(self) }
  var isLowercaseLetter: Bool { ("a"..."z").contains(self) }
  /// Whether a name in dot notation can begin with the character.
  var beginsName: Bool {
    isLowercaseLetter || ("A"..."Z").contains(self) || self == "_" || value >= 0x80
  }
}
