/// Formats definition files canonically.
///
/// Comments, CDATA sections, and references are kept. The formatter compares the meaning of its
/// input and output, so that it never changes a definition.
package struct DefinitionFormatter: Sendable {
  private let limits: ReadLimits

  /// Creates a formatter.
  package init(limits: ReadLimits = .init()) { self.limits = limits }

  /// The reason why a file cannot be formatted.
  package struct Failure: Error, Sendable {
    /// The problems of the file.
    package var diagnostics: [Diagnostic]
  }

  /// Formats a file, and rewrites what earlier versions of the language wrote at greater length.
  ///
  /// Names may be unknown, but the file must be well-formed and match the grammar.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of the file.
  ///   - path: The path for diagnostics.
  /// - Returns: The canonical text of the file.
  package func format(_ bytes: [UInt8], path: String) throws(Failure) -> String {
    guard bytes.count <= limits.fileSize else {
      let message = "the file is larger than \(limits.fileSize >> 20) MiB; split it by tag"
      let start = SourceLocation(file: path, line: 1, column: 1)
      throw Failure(diagnostics: [Diagnostic(.error, message, at: start)])
    }
    let bytes = Self.normalized(bytes)
    let before = try root(of: bytes, path: path)
    let nodes = MarkupParser.parse(bytes)
    let text = Self.text(of: nodes)
    guard try before.saysTheSame(as: root(of: Array(text.utf8), path: path)) else {
      let message = "the file cannot be formatted without changing its meaning; leave it unchanged"
      throw Failure(diagnostics: [Diagnostic(.error, message, at: before.location)])
    }
    return Self.text(of: Modernizer.modernize(nodes))
  }

  private static func text(of nodes: [MarkupNode]) -> String {
    var writer = MarkupWriter()
    writer.document(nodes)
    return writer.text
  }

  private func root(of bytes: [UInt8], path: String) throws(Failure) -> XMLElement {
    let source = SourceText(path: path, bytes: bytes)
    switch XMLDocumentReader(source: source, limits: limits).read() {
    case .failure(let problem): throw Failure(diagnostics: [problem.diagnostic])
    case .success(let root):
      var checker = GrammarChecker(acceptsReplacedAttributes: true)
      _ = checker.check(root: root)
      let errors = checker.diagnostics.filter { $0.severity == .error }
      guard errors.isEmpty else { throw Failure(diagnostics: errors) }
      return root
    }
  }

  /// The bytes without a byte order mark, with line feeds at the ends of lines.
  private static func normalized(_ bytes: [UInt8]) -> [UInt8] {
    var normalized: [UInt8] = []
    normalized.reserveCapacity(bytes.count)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for index in bytes.indices.dropFirst(start) {
      switch bytes[index] {
      case 0x0D where bytes[safe: index + 1] == 0x0A: continue
      case 0x0D: normalized.append(0x0A)
      default: normalized.append(bytes[index])
      }
    }
    return normalized
  }
}

extension XMLElement {
  /// Whether two elements have the same meaning, wherever they are.
  fileprivate func saysTheSame(as other: XMLElement) -> Bool {
    name == other.name && namespace == other.namespace
      && Dictionary(attributes.map { ($0.name, $0.foldedValue) }) { first, _ in first }
        == Dictionary(other.attributes.map { ($0.name, $0.foldedValue) }) { first, _ in first }
      && paragraphs == other.paragraphs && contentLines == other.contentLines
      && children.count == other.children.count
      && zip(children, other.children).allSatisfy { $0.saysTheSame(as: $1) }
  }

  /// The lines of an example, whose strings can contain white space.
  private var contentLines: [Substring] {
    guard name == "example" else { return [] }
    return text.split(separator: "\n").map { $0.drop(while: \.isMarkupSpace).trimmingEnd }
      .filter { !$0.isEmpty }
  }
}

extension XMLAttribute {
  /// The value, in a summary with its white space folded.
  fileprivate var foldedValue: String { name == "summary" ? value.foldingWhitespace : value }
}
