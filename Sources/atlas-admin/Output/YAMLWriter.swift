import EndpointRuntime

/// Writes YAML 1.2 in block style.
struct YAMLWriter {
  /// The names of fields in the order in which they are written; others follow by name.
  private let ranks: [String: Int]
  private var text = ""

  /// Returns the document of a value.
  static func document(of value: JSON, order: [String] = []) -> String {
    var writer = YAMLWriter(order: order)
    writer.write(value, indentation: 0, isNested: false)
    return writer.text
  }

  private init(order: [String]) {
    ranks = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
  }

  /// Writes a value and the end of its line.
  ///
  /// - Parameter isNested: Whether a name or a hyphen precedes the value on the line.
  private mutating func write(_ value: JSON, indentation: Int, isNested: Bool) {
    switch value {
    case .array(let elements) where !elements.isEmpty:
      if isNested { text += "\n" }
      for element in elements {
        text += String(repeating: " ", count: indentation) + "-"
        writeElement(element, indentation: indentation + 2)
      }
    case .object(let members) where !members.isEmpty:
      if isNested { text += "\n" }
      writeMembers(members, indentation: indentation, continuesLine: false)
    default: text += (isNested ? " " : "") + Self.scalar(value) + "\n"
    }
  }

  private mutating func writeElement(_ element: JSON, indentation: Int) {
    guard case .object(let members) = element, !members.isEmpty else {
      return write(element, indentation: indentation, isNested: true)
    }
    text += " "
    writeMembers(members, indentation: indentation, continuesLine: true)
  }

  private mutating func writeMembers(
    _ members: [String: JSON], indentation: Int, continuesLine: Bool
  ) {
    func rank(_ name: String) -> Int { ranks[name] ?? .max }
    let sorted = members.sorted { (rank($0.key), $0.key) < (rank($1.key), $1.key) }
    for (index, member) in sorted.enumerated() {
      if index > 0 || !continuesLine { text += String(repeating: " ", count: indentation) }
      text += Self.string(member.key) + ":"
      write(member.value, indentation: indentation + 2, isNested: true)
    }
  }

  private static func scalar(_ value: JSON) -> String {
    switch value {
    case .array: "[]"
    case .object: "{}"
    case .string(let text): string(text)
    default: value.plainText
    }
  }

  /// A string without quotes if every reader takes it for the same string, else as in JSON.
  private static func string(_ text: String) -> String {
    isPlain(text) ? text : (try? JSON.string(text).document()) ?? "\"\""
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.isASCIILetter || first == "/" else {
      return false
    }
    let isSafe = text.unicodeScalars.allSatisfy { scalar in
      scalar.isASCIILetter || ("0"..."9").contains(scalar)
        || [" ", "_", "-", ".", "/", "@", "+", "(", ")"].contains(scalar)
    }
    // YAML 1.1 has more words for Booleans, and "e" begins no number.
    let words: Set = ["true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf"]
    return isSafe && !text.hasSuffix(" ") && !words.contains(text.lowercased())
  }
}

extension Unicode.Scalar {
  /// Whether the character is a letter of ASCII.
  fileprivate var isASCIILetter: Bool { properties.isAlphabetic && isASCII }
}
