import CLibXML2

/// Parses a definition file into elements with the SAX interface of libxml2.
///
/// Nothing outside of the file is read: document types, and with them external and expanding
/// entities, are rejected.
struct XMLDocumentReader {
  let source: SourceText
  let limits: ReadLimits

  /// Returns the root element, or the reason why there is none.
  func read() -> Result<XMLElement, XMLProblem> {
    if let problem = EncodingCheck(source: source).problem { return .failure(problem) }
    return XMLDocumentReader.initialized ? parse() : .failure(outOfMemory)
  }

  /// libxml2 must be initialized once before threads use it.
  private static let initialized: Bool = {
    xmlInitParser()
    return true
  }()

  private var outOfMemory: XMLProblem {
    XMLProblem("not enough memory to read the file", at: source.location(at: 0))
  }

  private func parse() -> Result<XMLElement, XMLProblem> {
    source.bytes.withUnsafeBytes { bytes in
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard let parser = xmlCreateMemoryParserCtxt(start, Int32(bytes.count)) else {
        return .failure(outOfMemory)
      }
      defer { xmlFreeParserCtxt(parser) }
      // Without the second option, libxml2 passes `&amp;` in attributes as `&#38;`. Document types,
      // which declare entities, are rejected.
      xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue))
      let builder = XMLTreeBuilder(source: source, limits: limits, parser: parser)
      return withExtendedLifetime(builder) {
        builder.install(in: parser)
        xmlParseDocument(parser)
        return builder.result
      }
    }
  }
}

/// The reason why a file is not a valid document.
struct XMLProblem: Error {
  let diagnostic: Diagnostic

  init(_ message: String, at location: SourceLocation, notes: [Diagnostic] = []) {
    diagnostic = Diagnostic(.error, message, at: location, notes: notes)
  }
}
