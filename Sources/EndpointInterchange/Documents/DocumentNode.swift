/// A value of a JSON or YAML document with its location. Numbers keep their digits.
package struct DocumentNode: Sendable {
  /// The value.
  package var content: Content
  /// The location of the first character.
  package var position: Position

  /// A value by its kind.
  package enum Content: Sendable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([DocumentNode])
    case object(DocumentObject)
  }

  /// A line and a column from 1, the column in Unicode scalars; zero for nodes that no file has.
  package struct Position: Hashable, Sendable {
    package var line: Int32
    package var column: Int32

    package init(line: Int = 0, column: Int = 0) {
      self.line = Int32(clamping: line)
      self.column = Int32(clamping: column)
    }
  }

  package init(_ content: Content, at position: Position = .init()) {
    self.content = content
    self.position = position
  }
}

/// The members of an object in their order.
package struct DocumentObject: Sendable {
  package struct Member: Sendable {
    package var name: String
    package var value: DocumentNode
  }

  package private(set) var members: [Member] = []
  /// The offsets of the members of large objects by name.
  private var offsets: [String: Int] = [:]

  /// The number of members above which a search is slower than a dictionary.
  private static let indexedCount = 8

  package init(_ members: [Member] = []) {
    self.members = members
    if members.count > Self.indexedCount { index() }
  }

  package subscript(_ name: String) -> DocumentNode? {
    get { offset(of: name).map { members[$0].value } }
    set {
      switch (offset(of: name), newValue) {
      case (let offset?, let value?): members[offset].value = value
      case (let offset?, nil):
        members.remove(at: offset)
        offsets = [:]
        if members.count > Self.indexedCount { index() }
      case (nil, let value?):
        members.append(Member(name: name, value: value))
        if members.count > Self.indexedCount {
          if offsets.isEmpty { index() } else { offsets[name] = members.count - 1 }
        }
      case (nil, nil): return
      }
    }
  }

  private func offset(of name: String) -> Int? {
    offsets.isEmpty ? members.firstIndex { $0.name == name } : offsets[name]
  }

  private mutating func index() {
    offsets = Dictionary(members.enumerated().map { ($1.name, $0) }) { first, _ in first }
  }
}

extension DocumentNode {
  /// Returns the member of an object with a name; `nil` for other values.
  package subscript(_ name: String) -> DocumentNode? { object?[name] }

  package var object: DocumentObject? {
    if case .object(let object) = content { object } else { nil }
  }
  package var array: [DocumentNode]? { if case .array(let nodes) = content { nodes } else { nil } }
  package var string: String? { if case .string(let text) = content { text } else { nil } }
  package var bool: Bool? { if case .bool(let bool) = content { bool } else { nil } }
  package var number: String? { if case .number(let text) = content { text } else { nil } }
  package var isNull: Bool { if case .null = content { true } else { false } }

  /// The members of an object; empty for other values.
  package var members: [DocumentObject.Member] { object?.members ?? [] }
  /// The elements of an array; empty for other values.
  package var elements: [DocumentNode] { array ?? [] }

  /// Whether a member is present and true.
  package func flag(_ name: String) -> Bool { self[name]?.bool ?? false }

  /// The text of a scalar as it is written on the wire; `nil` for null, arrays, and objects.
  package var scalarText: String? {
    switch content {
    case .bool(let bool): bool ? "true" : "false"
    case .number(let text), .string(let text): text
    case .null, .array, .object: nil
    }
  }
}

extension DocumentNode: Equatable {
  /// Whether two values are equal, wherever they are; the order of members does not matter.
  package static func == (a: Self, b: Self) -> Bool {
    switch (a.content, b.content) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)): a == b || Double(a) == Double(b)
    case (.string(let a), .string(let b)): a == b
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)):
      a.members.count == b.members.count
        && a.members.allSatisfy { member in b[member.name].map { $0 == member.value } ?? false }
    default: false
    }
  }
}

extension DocumentNode: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral text: String) { self.init(.string(text)) }
  package init(booleanLiteral bool: Bool) { self.init(.bool(bool)) }
  package init(integerLiteral number: Int) { self.init(.number(String(number))) }
  package init(arrayLiteral elements: DocumentNode...) { self.init(.array(elements)) }

  package typealias Key = String
  package typealias Value = DocumentNode?

  /// Creates an object without the members that are `nil`.
  package init(dictionaryLiteral members: (String, DocumentNode?)...) {
    self.init(
      .object(
        DocumentObject(
          members.compactMap { name, value in
            value.map { DocumentObject.Member(name: name, value: $0) }
          })))
  }
}
