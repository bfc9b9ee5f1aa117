import EndpointInterchange

/// What an OpenAPI document says about its operations, in facts that two documents can be compared by.
///
/// The schema of a request body is a list of properties with their paths: `.a` is a property, `[]` an
/// item, and `{}` a value of a map. Alternatives count as one object with the properties of all, of
/// which those of every alternative are required. Properties that are only in responses are left out.
struct DocumentOutline {
  /// The facts by the method and the path of an operation.
  private(set) var operations: [String: Set<String>] = [:]

  private let root: DocumentNode

  init(_ root: DocumentNode) {
    self.root = root
    let server = root["servers"]?.elements.first?["url"]?.string ?? ""
    let prefix =
      server.split(separator: "/", maxSplits: 3).dropFirst(2).first.map { "/\($0)" } ?? ""
    for path in root["paths"]?.members ?? [] {
      for member in path.value.members where Self.methods.contains(member.name) {
        var name = prefix + path.name
        if name.hasSuffix("/") { name.removeLast() }
        operations["\(member.name.uppercased()) \(name)"] = facts(of: member.value)
      }
    }
  }

  private static let methods = ["get", "put", "post", "delete", "options", "head", "patch"]

  private func facts(of operation: DocumentNode) -> Set<String> {
    var facts: Set<String> = []
    if operation.flag("deprecated") { facts.insert("deprecated") }
    if operation["security"]?.array?.isEmpty == true { facts.insert("without credentials") }
    for parameter in (operation["parameters"]?.elements ?? []).map(resolved) {
      let schema = merged(parameter["schema"] ?? [:])
      let name = "\(parameter["in"]?.string ?? "") \(parameter["name"]?.string ?? "")"
      facts.insert("\(name): \(schema.typeName ?? "any")")
      if parameter.flag("required") { facts.insert("\(name) required") }
      if let value = (parameter["schema"]?["default"] ?? schema["default"])?.scalarText {
        facts.insert("\(name) default \(value)")
      }
    }
    if let body = operation["requestBody"].map(resolved) {
      if body.flag("required") { facts.insert("body required") }
      for content in body["content"]?.members ?? [] {
        facts.insert("body \(content.name)")
        add(content.value["schema"] ?? [:], at: "body ", to: &facts)
      }
    }
    for response in operation["responses"]?.members ?? []
    where "12".contains(response.name.prefix(1)) {
      facts.insert("response \(response.name)")
      for content in resolved(response.value)["content"]?.members ?? [] {
        facts.insert("response \(response.name) \(content.name)")
      }
    }
    return facts
  }

  // MARK: Schemas

  /// Adds the properties of a schema.
  ///
  /// - Parameter references: The references that have been followed to the schema.
  private func add(
    _ node: DocumentNode, at path: String, to facts: inout Set<String>,
    following references: Set<String> = []
  ) {
    var references = references
    if let reference = node["$ref"]?.string, !references.insert(reference).inserted { return }
    let schema = merged(node)
    for value in schema["enum"]?.elements ?? [] {
      facts.insert("\(path) = \(value.scalarText ?? "null")")
    }
    if schema["enum"] == nil, schema.typeName == "string" { facts.insert("\(path) = *") }
    if let items = schema["items"] {
      add(items, at: path + "[]", to: &facts, following: references)
    }
    if let values = schema["additionalProperties"], values["type"] != nil || values["$ref"] != nil {
      add(values, at: path + "{}", to: &facts, following: references)
    }
    let alternatives = (schema["oneOf"] ?? schema["anyOf"])?.elements ?? []
    let objects = alternatives.filter { $0["type"]?.string != "null" }.map(merged)
    for alternative in alternatives {
      add(alternative, at: path, to: &facts, following: references)
    }
    var required = Set((schema["required"]?.elements ?? []).compactMap(\.string))
    if let name = schema["discriminator"]?["propertyName"]?.string {
      facts.insert("\(path).\(name)")
      required.remove(name)
    }
    if let first = objects.first {
      facts = facts.filter { !$0.isRequirement(below: path) }
      required.formUnion(
        objects.reduce(Set((first["required"]?.elements ?? []).compactMap(\.string))) {
          $0.intersection(($1["required"]?.elements ?? []).compactMap(\.string))
        })
    }
    var readOnly: Set<String> = []
    for property in schema["properties"]?.members ?? [] {
      guard !property.value.flag("readOnly"), !resolved(property.value).flag("readOnly") else {
        readOnly.insert(property.name)
        continue
      }
      facts.insert("\(path).\(property.name)")
      add(property.value, at: "\(path).\(property.name)", to: &facts, following: references)
    }
    for name in required.subtracting(readOnly) where facts.contains("\(path).\(name)") {
      facts.insert("\(path).\(name) required")
    }
  }

  /// Returns a schema with its references followed and `allOf` merged.
  private func merged(_ node: DocumentNode) -> DocumentNode {
    let node = resolved(node)
    guard let parts = node["allOf"]?.elements, var result = node.object else { return node }
    if parts.count == 1, node["properties"] == nil { return merged(parts[0]) }
    result["allOf"] = nil
    for part in parts.map(merged) {
      for member in part.members {
        switch (member.name, result[member.name]) {
        case ("properties", let own?):
          var properties = member.value.object ?? .init()
          for property in own.members { properties[property.name] = property.value }
          result["properties"] = DocumentNode(.object(properties))
        case ("required", let own?):
          result["required"] = DocumentNode(.array(own.elements + member.value.elements))
        // What a base says about its variants does not apply to one of them.
        case ("oneOf", _), ("anyOf", _), ("discriminator", _): continue
        case (_, nil): result[member.name] = member.value
        case (_, _?): continue
        }
      }
    }
    return DocumentNode(.object(result))
  }

  private func resolved(_ node: DocumentNode) -> DocumentNode {
    var node = node
    for _ in 0..<16 {
      guard let reference = node["$ref"]?.string else { break }
      node = reference.split(separator: "/").dropFirst().reduce(root) { target, name in
        target[String(name).replacing("~1", with: "/").replacing("~0", with: "~")] ?? [:]
      }
    }
    return node
  }
}

extension DocumentNode {
  /// The type, `null` aside.
  fileprivate var typeName: String? {
    self["type"]?.string ?? self["type"]?.elements.compactMap(\.string).first { $0 != "null" }
  }
}

extension String {
  /// Whether a fact says that a property of an object is required.
  fileprivate func isRequirement(below path: String) -> Bool {
    guard hasPrefix("\(path)."), hasSuffix(" required") else { return false }
    return !dropFirst(path.count + 1).dropLast(9).contains { ".[{".contains($0) }
  }
}
