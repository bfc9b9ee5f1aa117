package import Foundation

/// The beginning of a body, for error messages.
enum BodyExcerpt {
  /// Returns the beginning on one line, without control characters: of JSON the outline, of other
  /// text what is unlikely to be a secret. Bytes that are not valid UTF-8 are decoded as ISO
  /// 8859-1.
  ///
  /// - Parameter limit: The maximum number of bytes to read.
  static func text(of body: Data, limit: Int = 512) -> String {
    let beginning = body.prefix(limit)
    let outline = JSONOutline.text(of: Array(beginning)[...]).map { outline in
      outline.text.hasSuffix(" …") && body.count > limit
        ? String(outline.text.dropLast(2)) : outline.text
    }
    let words = (outline ?? Charset.text(of: beginning).redacted).split {
      $0.isWhitespace || $0.isNewline
    }.joined(separator: " ")
    let printable = String(
      words.unicodeScalars.filter { $0.properties.generalCategory != .control })
    // The outline can be longer than the document.
    let isCut = body.count > limit || printable.count > 2 * limit
    return isCut ? printable.prefix(2 * limit) + " …" : printable
  }
}

/// Decodes text whose declared charset can be wrong.
package enum Charset {
  /// Returns text in UTF-8, which may end in an incomplete character; invalid UTF-8 is decoded as
  /// ISO 8859-1.
  package static func text(of bytes: Data) -> String {
    for cutOff in 0...3 where bytes.count >= cutOff {
      if let text = String(validating: bytes.dropLast(cutOff), as: UTF8.self) { return text }
    }
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  /// Returns a document in UTF-8; invalid UTF-8 is converted from ISO 8859-1.
  package static func utf8(_ bytes: Data) -> Data {
    if String(validating: bytes, as: UTF8.self) != nil { return bytes }
    return Data(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })).utf8)
  }
}
