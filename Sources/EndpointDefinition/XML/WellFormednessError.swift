import CLibXML2

/// An error of libxml2 with a message and a location that help its author.
struct WellFormednessError {
  let code: Int32
  let message: String?

  /// The problem to report.
  ///
  /// - Parameters:
  ///   - offset: The number of bytes that the parser had read.
  ///   - open: The names of the open elements, the outermost first.
  func problem(in source: SourceText, at offset: Int, inside open: [XMLElement]) -> XMLProblem {
    let element = open.last
    let here = source.location(at: offset)
    let notes = element.map { [Diagnostic(.note, "<\($0.name)> starts here", at: $0.location)] }
    switch xmlParserErrors(UInt32(bitPattern: code)) {
    case XML_ERR_TAG_NAME_MISMATCH: return mismatch(in: source, at: offset, inside: open)
    case XML_ERR_TAG_NOT_FINISHED, XML_ERR_LTSLASH_REQUIRED:
      let name = element?.name ?? ""
      return XMLProblem(
        "the file ends inside <\(name)>; add </\(name)>", at: here, notes: notes ?? [])
    case XML_ERR_DOCUMENT_END:
      return XMLProblem("unexpected content after the root element; remove it", at: here)
    case XML_ERR_NAME_REQUIRED, XML_ERR_ENTITYREF_SEMICOL_MISSING, XML_ERR_UNDECLARED_ENTITY,
      XML_WAR_UNDECLARED_ENTITY:
      return markup(in: source, at: offset)
    case XML_ERR_LT_IN_ATTRIBUTE:
      return unclosedValue(in: source, at: offset)
        ?? XMLProblem("'<' cannot be in an attribute's value; write '&lt;'", at: here)
    case XML_ERR_ATTRIBUTE_NOT_STARTED:
      return XMLProblem("the value of an attribute must be in quotes", at: here)
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
    case XML_NS_ERR_UNDEFINED_NAMESPACE: return undeclaredPrefix(in: source, at: offset)
    case XML_ERR_INVALID_CHAR:
      return XMLProblem("this character is not allowed in XML; remove it", at: here)
    case XML_ERR_DOCUMENT_EMPTY:
      return XMLProblem("the file does not begin with an element", at: here)
    default:
      let words = (message ?? "the XML is malformed").split(whereSeparator: \.isWhitespace)
      return XMLProblem("malformed XML: " + words.joined(separator: " "), at: here)
    }
  }

  /// A start tag and an end tag with different names.
  private func mismatch(
    in source: SourceText, at offset: Int, inside open: [XMLElement]
  ) -> XMLProblem {
    let element = open.last
    let start = source.last("<", before: offset) ?? offset
    let nameStart = min(start + 2, source.bytes.count)
    let name = source.bytes[nameStart...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
    let found = String(decoding: name, as: UTF8.self)
    let expected = element?.name ?? ""
    if let element, Grammar.rules[expected] == nil, Grammar.rules[found] != nil,
      Suggestion.closest(to: expected, among: [found]) != nil
    {
      return XMLProblem(
        "unknown element <\(expected)>; did you mean <\(found)>?", at: element.location)
    }
    if !open.contains(where: { $0.name == found }),
      TagBalance.closes(open.map(\.name), in: source.bytes, from: nameStart)
    {
      return XMLProblem(
        "no <\(found)> is open here; remove </\(found)>", at: source.location(at: start))
    }
    return XMLProblem(
      "</\(found)> does not close <\(expected)>; write </\(expected)>",
      at: source.location(at: start),
      notes: element.map { [Diagnostic(.note, "<\($0.name)> starts here", at: $0.location)] } ?? [])
  }

  /// A `<` or a `&` that does not begin markup.
  private func markup(in source: SourceText, at offset: Int) -> XMLProblem {
    let (tag, reference) = (source.last("<", before: offset), source.last("&", before: offset))
    if let tag, reference.map({ tag > $0 }) ?? true {
      if let next = source.bytes[safe: tag + 1], Unicode.Scalar(next).properties.isAlphabetic {
        return missingAttribute(in: source, at: offset)
      }
      let word = source.bytes[(tag + 1)...].drop { $0 <= 0x20 }.prefix { $0 > 0x20 }
      let name = String(decoding: word, as: UTF8.self)
      if Grammar.rules[name] != nil {
        return XMLProblem(
          "white space cannot follow '<'; write '<\(name)'", at: source.location(at: tag))
      }
      return XMLProblem(
        "'<' begins a tag; write '&lt;' for the character itself", at: source.location(at: tag))
    }
    return XMLProblem(
      "'&' begins a character reference; write '&amp;' for the character itself",
      at: source.location(at: reference ?? offset))
  }

  /// A location in a start tag that is neither an attribute nor the end of the tag.
  private func missingAttribute(in source: SourceText, at offset: Int) -> XMLProblem {
    switch source.bytes[safe: offset] {
    case nil, UInt8(ascii: "<"), UInt8(ascii: "/"):
      unclosedTag(in: source, at: offset) ?? tagWithoutEnd(in: source, at: offset)
    default:
      XMLProblem(
        "an attribute begins with its name; write name=\"value\"", at: source.location(at: offset))
    }
  }

  private func undeclaredPrefix(in source: SourceText, at offset: Int) -> XMLProblem {
    let words = (message ?? "").split(whereSeparator: \.isWhitespace)
    let prefix = words.firstIndex(of: "prefix").flatMap { words[safe: $0 + 1] } ?? ""
    let tag = StartTag(endingAt: offset, in: source.bytes)
    let attribute = tag.attributes.first { $0.label.hasPrefix(prefix + ":") }
    let namespace = prefix == "xsi" ? "http://www.w3.org/2001/XMLSchema-instance" : "…"
    return XMLProblem(
      "the prefix '\(prefix)' is not declared; add xmlns:\(prefix)=\"\(namespace)\" or remove it",
      at: source.location(at: attribute?.name ?? tag.offset))
  }

  /// An attribute whose value contains the name of the next attribute.
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

  /// A tag without `>`.
  private func unclosedTag(in source: SourceText, at offset: Int) -> XMLProblem? {
    let slash = [offset, offset - 1].first { source.bytes[safe: $0] == UInt8(ascii: "/") }
    if let slash {
      return XMLProblem("the tag is not closed; write '/>'", at: source.location(at: slash))
    }
    guard xmlParserErrors(UInt32(bitPattern: code)) == XML_ERR_GT_REQUIRED else { return nil }
    return tagWithoutEnd(in: source, at: offset)
  }

  /// An incomplete tag, reported at its end.
  private func tagWithoutEnd(in source: SourceText, at offset: Int) -> XMLProblem {
    let end = source.bytes[..<min(offset, source.bytes.count)].lastIndex { $0 > 0x20 }
    let isEndTag = source.last("<", before: offset).map {
      source.bytes[safe: $0 + 1] == UInt8(ascii: "/")
    }
    return XMLProblem(
      "the tag is not closed; write \(isEndTag == true ? "'>'" : "'>' or '/>'")",
      at: source.location(at: end.map { $0 + 1 } ?? offset))
  }

  /// An attribute whose value does not end on its line or in its tag.
  private func unclosedValue(in source: SourceText, at offset: Int) -> XMLProblem? {
    guard let attribute = StartTag(endingAt: offset, in: source.bytes).attributes.last,
      source.bytes[attribute.value].contains(where: { [0x0A, 0x0D, 0x3E].contains($0) })
    else { return nil }
    return unclosed(attribute, in: source)
  }
}

extension SourceText {
  /// Returns the offset of the last occurrence of a character before an offset.
  fileprivate func last(_ character: Unicode.Scalar, before offset: Int) -> Int? {
    bytes[..<min(max(offset, 0), bytes.count)].lastIndex(of: UInt8(ascii: character))
  }
}
