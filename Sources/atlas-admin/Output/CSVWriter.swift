import EndpointRuntime

/// Writes comma-separated values (RFC 4180).
enum CSVWriter {
  /// Returns a document with a line of titles.
  static func text(of table: ItemTable) -> String {
    ([table.titles] + table.lines.map { $0.map(field) })
      .map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func field(_ value: JSON?) -> String {
    switch value {
    case nil, .null: ""
    case let value?: value.plainText
    }
  }

  private static func quoted(_ field: String) -> String {
    let needsQuotes = field.unicodeScalars.contains { [",", "\"", "\r", "\n"].contains($0) }
    guard needsQuotes else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }
}
