import CLibXML2

/// Builds the tree of elements from the events of libxml2.
final class XMLTreeBuilder {
  private let source: SourceText
  private let limits: ReadLimits
  private let parser: xmlParserCtxtPtr
  private var open: [XMLElement] = []
  private var root: XMLElement?
  private var problem: XMLProblem?

  init(source: SourceText, limits: ReadLimits, parser: xmlParserCtxtPtr) {
    self.source = source
    self.limits = limits
    self.parser = parser
  }

  /// The result.
  var result: Result<XMLElement, XMLProblem> {
    if let problem { return .failure(problem) }
    guard let root else {
      return .failure(
        XMLProblem("the file has no element", at: source.location(at: 0)))
    }
    return .success(root)
  }

  /// Creates a parser send its events here; the builder must outlive the parsing.
  func install(in parser: xmlParserCtxtPtr) {
    guard let sax = parser.pointee.sax else { return }
    parser.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    sax.pointee = xmlSAXHandler()
    sax.pointee.initialized = UInt32(XML_SAX2_MAGIC)
    sax.pointee.startElementNs = { context, name, _, namespace, _, _, count, _, attributes in
      XMLTreeBuilder.at(context)?.start(
        name: String(name), namespace: namespace.map { String($0) }, count: Int(count),
        attributes: attributes)
    }
    sax.pointee.endElementNs = { context, _, _, _ in XMLTreeBuilder.at(context)?.end() }
    sax.pointee.characters = { context, text, count in
      XMLTreeBuilder.at(context)?.append(text, Int(count))
    }
    sax.pointee.cdataBlock = sax.pointee.characters
    sax.pointee.ignorableWhitespace = sax.pointee.characters
    sax.pointee.internalSubset = { context, _, _, _ in XMLTreeBuilder.at(context)?.rejectDoctype() }
    sax.pointee.serror = { context, error in
      guard let error = error?.pointee else { return }
      XMLTreeBuilder.at(context)?.fail(
        code: error.code, level: error.level, message: error.message.map { String(cString: $0) })
    }
  }

  private static func at(_ context: UnsafeMutableRawPointer?) -> XMLTreeBuilder? {
    context.map { Unmanaged<XMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The number of bytes that the parser has read.
  private var offset: Int { max(0, Int(xmlByteConsumed(parser))) }

  private func start(
    name: String, namespace: String?, count: Int,
    attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    let tag = StartTag(endingAt: offset, in: source.bytes)
    let location = source.location(at: tag.offset)
    guard open.count < limits.depth else {
      return stop(
        XMLProblem(
          "elements are nested deeper than \(limits.depth) levels",
          at: location))
    }
    let element = XMLElement(
      name: name, namespace: namespace, location: location,
      attributes: (0..<count).compactMap { attribute(at: $0, of: attributes, in: tag) })
    open.last?.append(element)
    if root == nil { root = element }
    open.append(element)
  }

  /// Returns an attribute, which libxml2 passes as five pointers: name, prefix, namespace, start,
  /// and end of the value.
  private func attribute(
    at index: Int, of pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, in tag: StartTag
  ) -> XMLAttribute? {
    guard let pointers = pointers?.advanced(by: index * 5), let namePointer = pointers[0],
      let start = pointers[3], let end = pointers[4]
    else { return nil }
    if isMetadata(namespace: pointers[2].map { String($0) }) { return nil }
    let name = pointers[1].map { String($0) + ":" + String(namePointer) } ?? String(namePointer)
    let bytes = UnsafeBufferPointer(start: start, count: end - start)
    let attribute = tag[name]
    let spelling = attribute.map { source.bytes[$0.value] } ?? []
    return XMLAttribute(
      name: name, value: String(decoding: bytes, as: UTF8.self),
      location: source.location(at: attribute?.name ?? tag.offset),
      valueLocation: source.location(at: attribute?.value.lowerBound ?? tag.offset),
      isLiteral: spelling.elementsEqual(bytes))
  }

  /// Whether an attribute is for editors: `xsi:schemaLocation` and similar ones, and `xml:lang`,
  /// `xml:space`, and `xml:base` of the root.
  private func isMetadata(namespace: String?) -> Bool {
    switch namespace {
    case "http://www.w3.org/2001/XMLSchema-instance": true
    case "http://www.w3.org/XML/1998/namespace": open.isEmpty
    default: false
    }
  }

  private func end() { open.removeLast() }

  private func append(_ text: UnsafePointer<xmlChar>?, _ count: Int) {
    guard let element = open.last, let text else { return }
    let bytes = UnsafeBufferPointer(start: text, count: count)
    let part = String(decoding: bytes, as: UTF8.self)
    element.append(
      text: part,
      at: source.location(at: start(of: bytes) + count - part.trimmedStart.utf8.count))
  }

  /// The location of text, which libxml2 reports partly before and partly after it has read past
  /// it.
  private func start(of text: UnsafeBufferPointer<xmlChar>) -> Int {
    [offset, offset - text.count].first { start in
      start >= 0 && source.bytes[min(start, source.bytes.count)...].starts(with: text)
    } ?? offset
  }

  private func rejectDoctype() {
    let start = source.bytes.firstRange(of: Array("<!DOCTYPE".utf8))?.lowerBound ?? offset
    stop(
      XMLProblem(
        "a definition must not have a document type; remove the <!DOCTYPE …>",
        at: source.location(at: start)))
  }

  private func fail(code: Int32, level: xmlErrorLevel, message: String?) {
    guard level.rawValue >= XML_ERR_ERROR.rawValue else { return }
    stop(
      WellFormednessError(code: code, message: message).problem(
        in: source, at: offset, inside: open))
  }

  private func stop(_ problem: XMLProblem) {
    if self.problem == nil { self.problem = problem }
    xmlStopParser(parser)
  }
}

extension String {
  /// A string of libxml2, which ends in NUL.
  fileprivate init(_ pointer: UnsafePointer<xmlChar>?) {
    self = pointer.map { String(cString: $0) } ?? ""
  }

  fileprivate var trimmedStart: Substring { drop(while: \.isWhitespace) }
}
