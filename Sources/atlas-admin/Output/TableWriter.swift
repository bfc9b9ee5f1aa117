import EndpointRuntime

/// Writes tables for people.
enum TableWriter {
  /// Returns a table with a line of titles.
  static func text(of table: ItemTable) -> String {
    let cells = [table.titles] + table.lines.map { $0.map(cell) }
    let widths = table.titles.indices.map { column in
      cells.map { $0[column].displayWidth }.max() ?? 0
    }
    return cells.map { line in
      let padded = zip(line, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.displayWidth)
      }
      return padded.joined(separator: "  ").trimmingTrailingSpaces + "\n"
    }.joined()
  }

  /// The text of a value on one line, without characters that control a terminal.
  private static func cell(_ value: JSON?) -> String {
    let text: String =
      switch value {
      case nil, .null: ""
      case .array(let elements) where elements.allSatisfy(\.isScalar):
        elements.map(\.plainText).joined(separator: ", ")
      case let value?: value.plainText
      }
    return text.withoutControlCharacters
  }
}

extension String {
  /// The string with a space in place of each control character.
  var withoutControlCharacters: String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      scalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return String(scalars)
  }

  /// The number of columns on a terminal: two for characters of East Asian scripts and emoji.
  var displayWidth: Int {
    reduce(0) { width, character in
      guard let scalar = character.unicodeScalars.first else { return width }
      let isWide: Bool =
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
          0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
          true
        default: false
        }
      return width + (isWide ? 2 : 1)
    }
  }

  fileprivate var trimmingTrailingSpaces: String {
    String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)])
  }
}
