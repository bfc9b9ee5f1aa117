import CLibXML2

/// Reads the bytes of one definition file into a tree of elements, by libxml2's SAX interface.
///
/// Nothing outside the bytes is ever read: document types, and with them external and expanding
/// entities, are rejected as soon as they begin.
struct XMLDocumentReader {
  let source: SourceText
  let limits: ReadLimits

  /// The root element, or why there is none.
  func read() -> Result<XMLElement, XMLProblem> {
    if let problem = EncodingCheck(source: source).problem { return .failure(problem) }
    return XMLDocumentReader.initialized ? parse() : .failure(outOfMemory)
  }

  /// libxml2 wants to be initialized once before threads use it.
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
      xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
      let builder = XMLTreeBuilder(source: source, limits: limits, parser: parser)
      return withExtendedLifetime(builder) {
        builder.install(in: parser)
        xmlParseDocument(parser)
        return builder.result
      }
    }
  }
}

/// Why a file is not a well-formed document that may be read.
struct XMLProblem: Error {
  let diagnostic: Diagnostic

  init(_ message: String, at location: SourceLocation, notes: [Diagnostic] = []) {
    diagnostic = Diagnostic(.error, message, at: location, notes: notes)
  }
}
