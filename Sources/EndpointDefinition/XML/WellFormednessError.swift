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
    case XML_ERR_TAG_NAME_MISMATCH: return mismatch(in: source, at: offset, inside: element)
    case XML_ERR_TAG_NOT_FINISHED, XML_ERR_LTSLASH_REQUIRED:
      let name = element?.name ?? ""
      return XMLProblem(
        "the file ends inside <\(name)>; add </\(name)>", at: here, notes: notes ?? [])
    case XML_ERR_DOCUMENT_END:
      return XMLProblem("nothing may follow the end of the root element; remove it", at: here)
    case XML_ERR_NAME_REQUIRED, XML_ERR_ENTITYREF_SEMICOL_MISSING, XML_ERR_UNDECLARED_ENTITY,
      XML_WAR_UNDECLARED_ENTITY:
      return markup(in: source, at: offset)
    case XML_ERR_LT_IN_ATTRIBUTE:
      return unclosedValue(in: source, at: offset)
        ?? XMLProblem("'<' cannot be in an attribute's value; write '&lt;'", at: here)
    case XML_ERR_ATTRIBUTE_NOT_STARTED:
      return XMLProblem("an attribute's value must be in quotes", at: here)
    case XML_ERR_ATTRIBUTE_NOT_FINISHED:
      return unclosedValue(in: source, at: offset)
        ?? XMLProblem("the attribute's closing quote is missing", at: here)
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
      return XMLProblem("the attribute has no value; write name=\"value\"", at: here)
    case XML_ERR_ATTRIBUTE_REDEFINED:
      let attribute = StartTag(endingAt: offset, in: source.bytes).duplicate
      return XMLProblem(
        "the attribute '\(attribute?.label ?? "")' appears twice in one tag; remove one of them",
        at: attribute.map { source.location(at: $0.name) } ?? here)
    case XML_ERR_GT_REQUIRED, XML_ERR_SPACE_REQUIRED:
      return swallowedAttribute(in: source, at: offset) ?? unclosedTag(in: source, at: offset)
        ?? unclosedValue(in: source, at: offset)
        ?? XMLProblem("white space is missing here", at: here)
    case XML_ERR_INVALID_CHAR:
      return XMLProblem("this character is not allowed in XML; remove it", at: here)
    case XML_ERR_DOCUMENT_EMPTY:
      return XMLProblem("the file does not begin with an element", at: here)
    default:
      let words = (message ?? "the XML is malformed").split(whereSeparator: \.isWhitespace)
      return XMLProblem("malformed XML: " + words.joined(separator: " "), at: here)
    }
  }

  /// A start tag and an end tag of different names.
  private func mismatch(
    in source: SourceText, at offset: Int, inside element: XMLElement?
  ) -> XMLProblem {
    let start = source.last("<", before: offset) ?? offset
    let name = source.bytes[min(start + 2, source.bytes.count)...]
      .prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
    let found = String(decoding: name, as: UTF8.self)
    let expected = element?.name ?? ""
    if let element, Grammar.rules[expected] == nil, Grammar.rules[found] != nil,
      Suggestion.closest(to: expected, among: [found]) != nil
    {
      return XMLProblem(
        "unknown element <\(expected)>; did you mean <\(found)>?", at: element.location)
    }
    let isSelfClosed =
      source.bytes[..<min(start, source.bytes.count)].last { $0 > 0x20 } == UInt8(ascii: ">")
      && source.bytes[..<min(start, source.bytes.count)].lastIndex(of: UInt8(ascii: ">")).map {
        source.bytes[safe: $0 - 1] == UInt8(ascii: "/")
      } == true
    if element?.children.last?.name == found, !isSelfClosed {
      return XMLProblem(
        "no <\(found)> is open here; remove </\(found)>", at: source.location(at: start))
    }
    return XMLProblem(
      "</\(found)> does not close <\(expected)>; write </\(expected)>",
      at: source.location(at: start),
      notes: element.map { [Diagnostic(.note, "<\($0.name)> starts here", at: $0.location)] } ?? [])
  }

  /// A `<` or a `&` that begins no markup.
  private func markup(in source: SourceText, at offset: Int) -> XMLProblem {
    let (tag, reference) = (source.last("<", before: offset), source.last("&", before: offset))
    if let tag, reference.map({ tag > $0 }) ?? true {
      if let next = source.bytes[safe: tag + 1], Unicode.Scalar(next).properties.isAlphabetic {
        let end = StartTag(endingAt: offset, in: source.bytes).attributes.last?.value.upperBound
        return XMLProblem(
          "the tag is not closed; write '>' or '/>'",
          at: source.location(at: end.map { $0 + 1 } ?? offset))
      }
      return XMLProblem(
        "'<' begins a tag; write '&lt;' for the character itself", at: source.location(at: tag))
    }
    return XMLProblem(
      "'&' begins a character reference; write '&amp;' for the character itself",
      at: source.location(at: reference ?? offset))
  }

  /// An attribute whose value has swallowed the next attribute's name.
  private func swallowedAttribute(in source: SourceText, at offset: Int) -> XMLProblem? {
    guard let attribute = StartTag(endingAt: offset, in: source.bytes).attributes.last,
      source.bytes[attribute.value].last == UInt8(ascii: "=")
    else { return nil }
    return unclosed(attribute, in: source)
  }

  private func unclosed(_ attribute: StartTag.Attribute, in source: SourceText) -> XMLProblem {
    XMLProblem(
      "the value of '\(attribute.label)' is not closed; add the closing quote",
      at: source.location(at: attribute.name))
  }

  /// A tag without its `>`.
  private func unclosedTag(in source: SourceText, at offset: Int) -> XMLProblem? {
    let slash = [offset, offset - 1].first { source.bytes[safe: $0] == UInt8(ascii: "/") }
    if let slash {
      return XMLProblem("the tag is not closed; write '/>'", at: source.location(at: slash))
    }
    guard xmlParserErrors(UInt32(bitPattern: code)) == XML_ERR_GT_REQUIRED else { return nil }
    return XMLProblem("the tag is not closed; write '>' or '/>'", at: source.location(at: offset))
  }

  /// An attribute whose value goes on behind its line or its tag.
  private func unclosedValue(in source: SourceText, at offset: Int) -> XMLProblem? {
    guard let attribute = StartTag(endingAt: offset, in: source.bytes).attributes.last,
      source.bytes[attribute.value].contains(where: { [0x0A, 0x0D, 0x3E].contains($0) })
    else { return nil }
    return unclosed(attribute, in: source)
  }
}

extension SourceText {
  /// The offset of the last such character before an offset.
  fileprivate func last(_ character: Unicode.Scalar, before offset: Int) -> Int? {
    bytes[..<min(max(offset, 0), bytes.count)].lastIndex(of: UInt8(ascii: character))
  }
}
