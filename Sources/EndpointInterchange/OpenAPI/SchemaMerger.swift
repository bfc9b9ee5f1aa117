/// Merges `allOf` into one schema.
struct SchemaMerger {
  let document: OpenAPIDocument

  /// The keywords that say nothing about values.
  static let annotations: Set<String> = [
    "description", "title", "nullable", "default", "deprecated", "example", "examples", "readOnly",
    "writeOnly", "externalDocs", "xml", "$comment", "summary",
  ]

  /// A schema without `allOf`.
  enum Merged {
    /// A schema that another one names, perhaps with annotations of its own.
    case reference(DocumentNode)
    case schema(DocumentNode)
  }

  /// Returns a schema whose `allOf` is merged into its other keywords.
  func merged(_ node: DocumentNode) -> Merged {
    guard let all = node["allOf"]?.elements, !all.isEmpty else { return .schema(node) }
    let parts = all.filter { !$0.saysNothing }
    let own = node.members.filter { $0.name != "allOf" && !$0.isAnnotation }
    let isPlain = own.allSatisfy { $0.name == "type" && $0.value.string == "object" }
    if parts.count == 1, isPlain, let part = parts.first, part["$ref"] != nil {
      return .reference(part)
    }
    return .schema(merged(node, following: []))
  }

  private func merged(_ node: DocumentNode, following path: Set<String>) -> DocumentNode {
    guard let object = node.object else { return node }
    if let reference = node["$ref"]?.string {
      guard !path.contains(reference), let target = document.target(of: reference) else {
        return DocumentNode(.object(.init()), at: node.position)
      }
      return merged(target, following: path.union([reference])).withoutVariantsOfBase
    }
    guard let all = object["allOf"]?.elements else { return node }
    var result = DocumentObject()
    for part in all {
      result.merge(merged(part, following: path), inheritsAnnotations: all.count == 1)
    }
    var own = object
    own["allOf"] = nil
    result.merge(DocumentNode(.object(own)), inheritsAnnotations: true)
    return DocumentNode(.object(result), at: node.position)
  }
}

extension DocumentObject.Member {
  fileprivate var isAnnotation: Bool {
    SchemaMerger.annotations.contains(name) || name.hasPrefix("x-")
  }
}

extension DocumentNode {
  /// Whether a schema only annotates.
  fileprivate var saysNothing: Bool { members.allSatisfy(\.isAnnotation) }

  /// The schema that others extend: one that names its variants by a discriminator does not
  /// require of a variant to be one of them again.
  fileprivate var withoutVariantsOfBase: DocumentNode {
    guard var object, object["discriminator"] != nil else { return self }
    object["discriminator"] = nil
    object["oneOf"] = nil
    object["anyOf"] = nil
    return DocumentNode(.object(object), at: position)
  }
}

extension DocumentObject {
  /// Adds the keywords of another schema, which take precedence.
  fileprivate mutating func merge(_ other: DocumentNode, inheritsAnnotations: Bool) {
    for member in other.members {
      switch member.name {
      case "properties":
        var properties = self["properties"]?.object ?? .init()
        for property in member.value.members { properties[property.name] = property.value }
        self["properties"] = DocumentNode(.object(properties), at: member.value.position)
      case "required":
        var names = self["required"]?.elements ?? []
        names += member.value.elements.filter { !names.contains($0) }
        self["required"] = DocumentNode(.array(names), at: member.value.position)
      case "allOf": continue
      default:
        if member.isAnnotation, !inheritsAnnotations, member.name != "nullable" { continue }
        self[member.name] = member.value
      }
    }
  }
}
