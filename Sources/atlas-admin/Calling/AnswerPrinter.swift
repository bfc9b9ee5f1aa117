import AtlasAdmin
import Foundation

/// Prints an answer.
struct AnswerPrinter {
  /// Whether the status line and the header fields come first.
  let includesHead: Bool

  /// Prints a response; a reader that has closed the pipe wants no more of it.
  func print(_ answer: EndpointResponse<Data>) {
    var text = ""
    if includesHead {
      text += "HTTP/1.1 \(answer.status.code) \(answer.status.reasonPhrase)\n"
      for field in answer.headerFields { text += "\(field.name): \(field.value)\n" }
      text += "\n"
    }
    var output = Data(text.utf8) + answer.value
    // A line feed after other bytes, such as an archive's, would spoil them.
    let isJSON = answer.headerFields[.contentType]?.contains("json") ?? false
    if isJSON, let last = answer.value.last, last != UInt8(ascii: "\n") {
      output.append(UInt8(ascii: "\n"))
    }
    try? FileHandle.standardOutput.write(contentsOf: output)
  }
}
