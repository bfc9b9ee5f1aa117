import EndpointDefinition
import Yams

/// Parses a YAML document with the location of every value.
///
/// Plain scalars are resolved by the core schema of YAML 1.2, as OpenAPI requires: `yes` and
/// `2024-01-01` are strings.
struct YAMLDocumentParser {
  private let file: String
  /// The number of nodes so far, which aliases can multiply.
  private var count = 0
  private var depth = 0

  private static let maximumCount = 4_000_000
  private static let maximumDepth = 256

  /// Parses the bytes of a file.
  static func parse(_ bytes: [UInt8], file: String) throws(DocumentFailure) -> DocumentNode {
    try checkNesting(of: bytes, file: file)
    let root: Node?
    do {
      root = try compose(yaml: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw failure(error, file: file)
    }
    guard let root else { throw DocumentFailure("the document is empty", file: file) }
    var parser = YAMLDocumentParser(file: file)
    return try parser.node(root)
  }

  private init(file: String) { self.file = file }

  private mutating func node(_ node: Node) throws(DocumentFailure) -> DocumentNode {
    count += 1
    depth += 1
    defer { depth -= 1 }
    let position = DocumentNode.Position(node.mark)
    guard count <= Self.maximumCount, depth <= Self.maximumDepth else {
      throw DocumentFailure(
        "the document is too large or nested too deeply", file: file, position: position)
    }
    switch node {
    case .scalar(let scalar): return DocumentNode(Self.value(of: scalar), at: position)
    case .sequence(let sequence):
      var nodes: [DocumentNode] = []
      for element in sequence { nodes.append(try self.node(element)) }
      return DocumentNode(.array(nodes), at: position)
    case .mapping(let mapping):
      return DocumentNode(.object(try object(mapping)), at: position)
    case .alias:
      throw DocumentFailure("the alias refers to no anchor", file: file, position: position)
    }
  }

  private mutating func object(_ mapping: Node.Mapping) throws(DocumentFailure) -> DocumentObject {
    var members: [DocumentObject.Member] = []
    var merged: [DocumentObject.Member] = []
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else {
        throw DocumentFailure(
          "a key must be a string", file: file, position: .init(key.mark))
      }
      let value = try node(value)
      if scalar.string == "<<", scalar.style == .plain {
        merged += value.members + value.elements.flatMap(\.members)
      } else {
        members.append(.init(name: scalar.string, value: value))
      }
    }
    var names = Set(members.map(\.name))
    return DocumentObject(members + merged.filter { names.insert($0.name).inserted })
  }

  private static func value(of scalar: Node.Scalar) -> DocumentNode.Content {
    guard scalar.style == .plain || scalar.style == .any
    else { return .string(scalar.string) }
    switch scalar.string {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    default:
      return scalar.string.isJSONNumber ? .number(scalar.string) : .string(scalar.string)
    }
  }

  /// Checks the nesting of brackets, which the parser follows by recursion.
  private static func checkNesting(
    of bytes: [UInt8], file: String
  ) throws(DocumentFailure) {
    var depth = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      default: continue
      }
      guard depth <= 4 * maximumDepth else {
        throw DocumentFailure("values are nested too deeply", file: file)
      }
    }
  }

  private static func failure(_ error: any Error, file: String) -> DocumentFailure {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      DocumentFailure(problem, file: file, position: .init(mark))
    case YamlError.duplicatedKeysInMapping(let names, let context):
      DocumentFailure(
        "the key '\(names.first ?? "")' appears twice in one mapping", file: file,
        position: .init(context.mark))
    default: DocumentFailure("the document is not YAML: \(error)", file: file)
    }
  }
}

extension DocumentNode.Position {
  fileprivate init(_ mark: Mark?) {
    self.init(line: mark?.line ?? 1, column: mark?.column ?? 1)
  }
}

extension String {
  /// Whether the string is a number in JSON.
  var isJSONNumber: Bool {
    guard let first = utf8.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first) else {
      return false
    }
    return wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+\-]?[0-9]+)?/) != nil
  }
}
