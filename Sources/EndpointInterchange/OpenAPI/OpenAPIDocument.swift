import Foundation

/// An OpenAPI document of version 3.0 or later, with its references.
struct OpenAPIDocument: Sendable {
  let root: DocumentNode
  /// The path of the file for diagnostics.
  let file: String
  /// Whether nullability is written as in 3.0; later versions have the type `null`.
  let is30: Bool

  /// The beginning of references to schemas.
  static let schemas = "#/components/schemas/"

  init(_ root: DocumentNode, file: String) throws(DocumentFailure) {
    func failure(_ message: String, at node: DocumentNode?) -> DocumentFailure {
      DocumentFailure(message, file: file, position: (node ?? root).position)
    }
    if let version = root["swagger"] {
      throw failure(
        "version \(version.scalarText ?? "2.0") is not supported; convert it to OpenAPI 3",
        at: version)
    }
    guard let version = root["openapi"]?.scalarText else {
      throw failure("this is not an OpenAPI document: it has no 'openapi' member", at: nil)
    }
    guard version.hasPrefix("3.") else {
      throw failure("OpenAPI \(version) is not supported; use 3.0 or 3.1", at: root["openapi"])
    }
    self.root = root
    self.file = file
    is30 = version.hasPrefix("3.0")
  }

  /// Whether the document is an export of definitions.
  var isExport: Bool { root[OpenAPIExporter.marker] != nil }

  /// The schemas of the components.
  var schemas: [DocumentObject.Member] { root["components"]?["schemas"]?.members ?? [] }

  /// Returns the value that a reference within the document names.
  func target(of reference: String) -> DocumentNode? {
    if reference == "#" { return root }
    guard reference.hasPrefix("#/") else { return nil }
    var node = root
    for token in reference.dropFirst(2).split(separator: "/", omittingEmptySubsequences: false) {
      let name = Self.decoded(token)
      if let member = node[name] {
        node = member
      } else if let index = Int(name), node.elements.indices.contains(index) {
        node = node.elements[index]
      } else {
        return nil
      }
    }
    return node
  }

  /// Follows the references of an object other than a schema; returns `nil` if one leads nowhere.
  func resolved(_ node: DocumentNode) -> DocumentNode? {
    var node = node
    var seen: Set<String> = []
    while let reference = node["$ref"]?.string {
      guard seen.insert(reference).inserted, let target = target(of: reference) else { return nil }
      node = target
    }
    return node
  }

  /// Returns the JSON pointers of locations in the document.
  func pointers(
    to positions: Set<DocumentNode.Position>
  ) -> [DocumentNode.Position: String] {
    var found: [DocumentNode.Position: String] = [:]
    func visit(_ node: DocumentNode, _ path: String) {
      if positions.contains(node.position), found[node.position] == nil {
        found[node.position] = path
      }
      for member in node.members { visit(member.value, path + "/" + Self.encoded(member.name)) }
      for (index, element) in node.elements.enumerated() { visit(element, "\(path)/\(index)") }
    }
    if !positions.isEmpty { visit(root, "#") }
    return found
  }

  private static func decoded(_ token: Substring) -> String {
    guard token.contains(where: { $0 == "~" || $0 == "%" }) else { return String(token) }
    let text = token.removingPercentEncoding ?? String(token)
    return text.replacing("~1", with: "/").replacing("~0", with: "~")
  }

  static func encoded(_ name: String) -> String {
    name.contains { $0 == "~" || $0 == "/" }
      ? name.replacing("~", with: "~0").replacing("/", with: "~1") : name
  }
}
