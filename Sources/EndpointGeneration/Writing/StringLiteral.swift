extension String {
  /// The string as a Swift literal that its content cannot end.
  ///
  /// All characters except printable ones are escaped, including invisible and bidirectional
  /// controls.
  var swiftLiteral: String { "\"" + escaped + "\"" }

  /// Returns the string as a literal, of several lines if it does not fit on one.
  ///
  /// - Parameters:
  ///   - prefix: The number of characters before the literal on its line.
  ///   - indentation: The indentation of the lines of the literal, relative to the statement.
  func swiftText(after prefix: Int = 10, indentation: String = "  ") -> String {
    let escaped = escaped
    guard prefix + escaped.count > 86 else { return swiftLiteral }
    let words = escaped.split(separator: " ", omittingEmptySubsequences: false)
    let text = words.folded(to: 76).joined(separator: " \\\n" + indentation)
    return "\"\"\"\n\(indentation)\(text)\n\(indentation)\"\"\""
  }

  /// The string, a JSON document on one line, as a readable raw literal.
  var swiftJSON: String {
    let isPlain = unicodeScalars.allSatisfy(\.isPrintable)
    guard isPlain, !contains("\"#"), !contains("\\#") else { return swiftText() }
    guard count > 64 else { return "#\"\(self)\"#" }
    var rows: [Substring] = []
    var rest = self[...]
    while rest.count > 80 {
      let row = rest.prefix(80)
      let end = row.lastIndex(of: ",").map(row.index(after:)) ?? row.endIndex
      rows.append(rest[..<end])
      rest = rest[end...]
    }
    let text = (rows + [rest]).joined(separator: "\\#\n  ")
    return "#\"\"\"\n  \(text)\n  \"\"\"#"
  }

  /// The string, a JSON document of any length, as a raw literal of several lines.
  ///
  /// Invisible characters, which occur in strings only, are escaped in JSON.
  var swiftDocument: String {
    var rows: [String] = []
    var row = ""
    var width = 0
    for scalar in unicodeScalars {
      if scalar.isPrintable {
        row.unicodeScalars.append(scalar)
      } else {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          row += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
      width += 1
      if width >= 80, scalar == "," || scalar == " " || width >= 120 {
        rows.append(row)
        (row, width) = ("", 0)
      }
    }
    if !row.isEmpty { rows.append(row) }
    // A regular expression can have `\\#`.
    var sign = "#"
    while contains("\\" + sign) || contains("\"\"\"" + sign) { sign += "#" }
    let text = rows.joined(separator: "\\\(sign)\n  ")
    return "\(sign)\"\"\"\n  \(text)\n  \"\"\"\(sign)"
  }

  /// Returns the string with escapes for everything that could end a literal or is invisible in
  /// one.
  private var escaped: String {
    var literal = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\\": literal += "\\\\"
      case "\"": literal += "\\\""
      case "\n": literal += "\\n"
      case "\r": literal += "\\r"
      case "\t": literal += "\\t"
      default:
        if scalar.isPrintable {
          literal.unicodeScalars.append(scalar)
        } else {
          literal += "\\u{\(String(scalar.value, radix: 16))}"
        }
      }
    }
    return literal
  }
}

extension Unicode.Scalar {
  fileprivate var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      false
    default: true
    }
  }
}
