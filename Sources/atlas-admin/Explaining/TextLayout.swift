/// Text in paragraphs of bounded width.
struct TextLayout {
  private(set) var text = ""
  /// The maximum number of columns.
  let width: Int

  init(width: Int = 80) { self.width = width }

  /// Adds a line as it is.
  mutating func line(_ line: String = "") { text += line + "\n" }

  /// Adds a paragraph with line breaks between words.
  ///
  /// - Parameters:
  ///   - paragraph: The text. White space of any kind separates words.
  ///   - indentation: The number of spaces before each line.
  mutating func paragraph(_ paragraph: String, indentation: Int = 0) {
    let spaces = String(repeating: " ", count: indentation)
    var line = ""
    for word in paragraph.split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty, spaces.count + line.count + word.count + 1 > width {
        self.line(spaces + line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    if !line.isEmpty { self.line(spaces + line) }
  }

  /// Adds paragraphs that empty lines separate.
  mutating func paragraphs(_ text: String, indentation: Int = 0) {
    for (index, part) in text.split(separator: "\n\n").enumerated() {
      if index > 0 { line() }
      paragraph(String(part), indentation: indentation)
    }
  }
}
