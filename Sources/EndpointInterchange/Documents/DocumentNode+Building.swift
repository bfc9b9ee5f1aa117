extension DocumentNode {
  /// Returns a string; `nil` for no text.
  static func text(_ text: String?) -> DocumentNode? { text.map { DocumentNode(.string($0)) } }

  /// Returns a number; `nil` for no number.
  static func number(_ number: Int?) -> DocumentNode? {
    number.map { DocumentNode(.number(String($0))) }
  }

  /// Returns `true`; `nil` for false, which is the default of what is written.
  static func flag(_ flag: Bool) -> DocumentNode? { flag ? DocumentNode(.bool(true)) : nil }

  /// Returns an array; `nil` for an empty one.
  static func list(_ nodes: [DocumentNode]) -> DocumentNode? {
    nodes.isEmpty ? nil : DocumentNode(.array(nodes))
  }

  /// Returns an array of strings; `nil` for an empty one.
  static func list(_ texts: [String]) -> DocumentNode? {
    list(texts.map { DocumentNode(.string($0)) })
  }

  /// Returns an object with members in their order.
  static func object(_ members: [(String, DocumentNode)]) -> DocumentNode {
    DocumentNode(.object(DocumentObject(members.map { .init(name: $0.0, value: $0.1) })))
  }

  /// Returns an object; `nil` for an empty one.
  static func optional(_ members: [(String, DocumentNode)]) -> DocumentNode? {
    members.isEmpty ? nil : object(members)
  }

  /// Sets a member of an object, or removes it.
  mutating func set(_ name: String, _ value: DocumentNode?) {
    guard case .object(var object) = content else { return }
    object[name] = value
    content = .object(object)
  }

  /// Adds members to an object.
  mutating func add(_ other: DocumentNode) {
    for member in other.members { set(member.name, member.value) }
  }
}
