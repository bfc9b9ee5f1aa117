import EndpointDefinition
import EndpointModel

/// Turns schemas into types, each once.
///
/// Types are known by keys until all are there: the name of a component, or the key of the owner
/// with the name of the part, as in `Cluster/labels`. References hold keys in place of names.
struct TypeImporter {
  let document: OpenAPIDocument
  /// Whether the document is an export of definitions, which is taken as it is.
  let isExport: Bool
  var report: ImportReport
  /// The declared types by key.
  var declarations: [String: ImportedDeclaration] = [:]
  /// The keys of the declared types in order of appearance.
  var keys: [String] = []
  /// The schemas that name a component as their base, by the base's reference.
  let extensions: [String: [String]]
  /// The references that are being replaced by their targets.
  var replacing: Set<String> = []

  init(document: OpenAPIDocument, report: ImportReport) {
    self.document = document
    self.report = report
    isExport = document.isExport
    var extensions: [String: [String]] = [:]
    for schema in document.schemas {
      for part in schema.value["allOf"]?.elements ?? [] {
        guard let base = part["$ref"]?.string else { continue }
        extensions[base, default: []].append(OpenAPIDocument.schemas + schema.name)
      }
    }
    self.extensions = extensions
  }

  /// The part of the document whose type is imported.
  struct Scope {
    /// The key of a declaration for the schema.
    var key: String
    /// The name of the part of the owner, or that of the component or the operation.
    var part: String
    /// The keys of the schemas around it, from the outermost; empty for components.
    var owners: [Owner] = []

    struct Owner {
      var key: String
      var part: String
    }

    static func component(_ name: String) -> Scope { Scope(key: name, part: name) }

    func part(_ name: String) -> Scope {
      Scope(key: "\(key)/\(name)", part: name, owners: owners + [Owner(key: key, part: part)])
    }

    /// Whether the schema is a component, which has a name of its own.
    var isComponent: Bool { owners.isEmpty }
  }

  /// A type with what the place of its schema adds.
  struct Imported {
    var type: TypeReference
    var unit: TimeUnit?
    var isNullable = false
    /// The schema with references followed, for its constraints.
    var schema: DocumentNode

    static func any(_ schema: DocumentNode) -> Imported { Imported(type: .json, schema: schema) }
  }

  /// Returns the type of a schema and declares it if it needs a name.
  mutating func type(of schema: DocumentNode, in scope: Scope) -> Imported {
    guard let reference = schema["$ref"]?.string else { return inlineType(of: schema, in: scope) }
    guard let target = document.target(of: reference) else {
      report.add("the schema refers to nothing in this document", at: schema)
      return .any(schema)
    }
    let name =
      reference.hasPrefix(OpenAPIDocument.schemas)
      ? String(reference.dropFirst(OpenAPIDocument.schemas.count)) : reference
    if let declaration = declarations[name] {
      return Imported(
        type: .named(name), isNullable: declaration.isNullable, schema: target)
    }
    guard replacing.insert(reference).inserted else {
      report.add("the schema contains itself without an object between", at: schema)
      return .any(schema)
    }
    defer { replacing.remove(reference) }
    return inlineType(of: target, in: .component(name))
  }

  private mutating func inlineType(of schema: DocumentNode, in scope: Scope) -> Imported {
    if schema["$ref"] != nil { return type(of: schema, in: scope) }
    if let alias = alias(of: schema, in: scope) { return alias }
    guard schema.object != nil else {
      if schema.bool == false {
        report.add("a schema that no value matches cannot be expressed", at: schema)
      }
      return .any(schema)
    }
    let merged: DocumentNode
    switch SchemaMerger(document: document).merged(schema) {
    case .reference(let reference):
      var imported = type(of: reference, in: scope)
      if schema.flag("nullable") { imported.isNullable = true }
      return imported
    case .schema(let node): merged = node
    }
    var imported = nonNullType(of: merged, in: scope)
    if merged.isNullableSchema || schema.flag("x-nullable") { imported.isNullable = true }
    return imported
  }

  /// Returns the type of a schema without regard to null.
  private mutating func nonNullType(of schema: DocumentNode, in scope: Scope) -> Imported {
    if let variants = schema.variants(in: document) {
      return union(of: variants, schema: schema, in: scope)
    }
    if let values = schema.knownValues { return enumeration(values, schema: schema, in: scope) }
    switch schema.kind {
    case .object: return object(schema, in: scope)
    case .array:
      guard let items = schema["items"], items.object != nil else {
        if schema["prefixItems"] != nil {
          report.add("the elements of an array by position cannot be expressed", at: schema)
        }
        return Imported(type: .list(.json), schema: schema)
      }
      let element = type(of: items, in: scope.part("item"))
      if element.isNullable {
        report.add("null as an element of a list cannot be expressed", at: items)
      }
      return Imported(type: .list(element.type), schema: schema)
    case .string, .integer, .number, .boolean:
      return scalar(schema)
    case .several:
      report.add("a value of several types is free JSON", at: schema)
      return .any(schema)
    case .any: return .any(schema)
    }
  }

  /// Adds a declaration that replaces what was reserved for it.
  mutating func declare(
    _ form: TypeDraft.Form, for schema: DocumentNode, in scope: Scope, isNullable: Bool = false
  ) -> Imported {
    if declarations[scope.key] == nil { keys.append(scope.key) }
    declarations[scope.key] = ImportedDeclaration(
      scope: scope,
      draft: TypeDraft(name: scope.key, documentation: documentation(of: schema), form: form),
      isNullable: isNullable || schema.isNullableSchema, title: schema["title"]?.string,
      position: schema.position)
    return Imported(type: .named(scope.key), schema: schema)
  }
}

/// A declared type before it has its name.
struct ImportedDeclaration {
  var scope: TypeImporter.Scope
  var draft: TypeDraft
  /// Whether a component accepts null wherever it is referred to.
  var isNullable: Bool
  /// The title of the schema.
  var title: String?
  /// The location of the schema.
  var position: DocumentNode.Position
}
