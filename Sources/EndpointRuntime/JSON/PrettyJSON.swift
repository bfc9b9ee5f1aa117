/// Documents with lines and indentation.
enum PrettyJSON {
  /// Returns a document with each value on a line, indented by two spaces for each container.
  ///
  /// - Parameter document: A document without spaces between its tokens.
  static func lines(of document: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var depth = 0
    var (isString, isEscaped) = (false, false)
    let newLine = { (text: inout [UInt8]) in
      text.append(0x0A)
      text += repeatElement(0x20, count: 2 * depth)
    }
    var previous: UInt8 = 0
    for byte in document {
      defer { previous = byte }
      if isString {
        text.append(byte)
        isString = isEscaped || byte != UInt8(ascii: "\"")
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
        continue
      }
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        text.append(byte)
        depth += 1
        newLine(&text)
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if previous == UInt8(ascii: "{") || previous == UInt8(ascii: "[") {
          // The line after the opening bracket, which was indented more.
          text.removeLast(3 + 2 * depth)
        } else {
          newLine(&text)
        }
        text.append(byte)
      case UInt8(ascii: ","):
        text.append(byte)
        newLine(&text)
      case UInt8(ascii: ":"): text += " : ".utf8
      default:
        isString = byte == UInt8(ascii: "\"")
        text.append(byte)
      }
    }
    return text
  }
}
