/// Indents a JSON document. Fields keep their order and numbers their digits.
enum JSONIndentation {
  /// Returns the lines of a document without white space.
  static func lines(of json: String) -> [String] {
    var text = ""
    var depth = 0
    var isInString = false
    var isEscaped = false
    var previous: Character?
    func newLine() { text += "\n" + String(repeating: "  ", count: depth) }
    for character in json {
      if isInString {
        text.append(character)
        if isEscaped {
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == "\"" {
          isInString = false
        }
        previous = character
        continue
      }
      let isClosing = character == "}" || character == "]"
      if isClosing {
        depth -= 1
        if previous != "{", previous != "[" { newLine() }
      } else if previous == "{" || previous == "[" || previous == "," {
        newLine()
      }
      text.append(character)
      if character == ":" { text += " " }
      if character == "{" || character == "[" { depth += 1 }
      isInString = character == "\""
      previous = character
    }
    return text.split(separator: "\n").map(String.init)
  }
}
