import CLibXML2

/// An error that libxml2 found, said in our words and at the place where its author would look.
struct WellFormednessError {
  let code: Int32
  let message: String?

  /// The problem to report.
  ///
  /// - Parameters:
  ///   - offset: How many bytes the parser had read when it found the error.
  ///   - element: The innermost element that was open then.
  func problem(in source: SourceText, at offset: Int, inside element: XMLElement?) -> XMLProblem {
    let here = source.location(at: offset)
    let notes = element.map { [Diagnostic(.note, "<\($0.name)> starts here", at: $0.location)] }
    switch xmlParserErrors(UInt32(bitPattern: code)) {
    case XML_ERR_TAG_NAME_MISMATCH:
      let start = source.bytes[..<min(offset, source.bytes.count)].lastIndex(of: UInt8(ascii: "<"))
      let name = source.bytes[((start ?? 0) + 2)...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
      let found = String(decoding: name, as: UTF8.self)
      let expected = element?.name ?? ""
      return XMLProblem(
        "</\(found)> stands where <\(expected)> must end; write </\(expected)>",
        at: source.location(at: start ?? offset), notes: notes ?? [])
    case XML_ERR_TAG_NOT_FINISHED, XML_ERR_LTSLASH_REQUIRED:
      let name = element?.name ?? ""
      return XMLProblem(
        "the file ends inside <\(name)>; add </\(name)>", at: here, notes: notes ?? [])
    case XML_ERR_DOCUMENT_END:
      return XMLProblem("nothing may follow the end of the root element; remove it", at: here)
    case XML_ERR_NAME_REQUIRED, XML_ERR_ENTITYREF_SEMICOL_MISSING, XML_ERR_UNDECLARED_ENTITY,
      XML_WAR_UNDECLARED_ENTITY:
      let start = source.bytes[..<min(offset, source.bytes.count)].lastIndex(of: UInt8(ascii: "&"))
      return XMLProblem(
        "'&' begins a character reference; write '&amp;' for the character itself",
        at: source.location(at: start ?? offset))
    case XML_ERR_LT_IN_ATTRIBUTE:
      return XMLProblem(
        "'<' cannot stand in an attribute's value, or the value's closing quote is missing; write '&lt;'",
        at: here)
    case XML_ERR_ATTRIBUTE_NOT_STARTED:
      return XMLProblem("an attribute's value must stand in quotes", at: here)
    case XML_ERR_ATTRIBUTE_NOT_FINISHED:
      return XMLProblem("the attribute's closing quote is missing", at: here)
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
      return XMLProblem("the attribute has no value; write name=\"value\"", at: here)
    case XML_ERR_ATTRIBUTE_REDEFINED:
      return XMLProblem("an attribute stands twice in one tag; remove one of them", at: here)
    case XML_ERR_GT_REQUIRED:
      return XMLProblem("the tag is not closed; write '>' or '/>'", at: here)
    case XML_ERR_SPACE_REQUIRED:
      return XMLProblem("white space is missing here", at: here)
    case XML_ERR_INVALID_CHAR:
      return XMLProblem("this character is not allowed in XML; remove it", at: here)
    case XML_ERR_DOCUMENT_EMPTY:
      return XMLProblem("the file does not begin with an element", at: here)
    default:
      let words = (message ?? "the XML is malformed").split(whereSeparator: \.isWhitespace)
      return XMLProblem("malformed XML: " + words.joined(separator: " "), at: here)
    }
  }
}
