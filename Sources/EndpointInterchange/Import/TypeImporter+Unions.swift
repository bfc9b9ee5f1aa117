import EndpointDefinition
import EndpointModel

extension TypeImporter {
  /// A variant of a union before it has its type.
  struct Variant {
    /// The schema as written, a reference in most cases.
    var node: DocumentNode
    /// The schema with references followed and `allOf` merged.
    var merged: DocumentNode

    var required: Set<String> {
      Set((merged["required"]?.elements ?? []).compactMap(\.string))
    }
  }

  /// Returns the type of a value that matches one of several schemas.
  mutating func union(
    of nodes: [DocumentNode], schema: DocumentNode, in scope: Scope
  ) -> Imported {
    if let details = schema["x-variants"]?.elements {
      return exportedUnion(details, schema: schema, in: scope)
    }
    let common = schema.commonPart
    let variants = nodes.map { Variant(node: $0, merged: expanded($0)) }
    if variants.count == 1, schema["discriminator"] == nil {
      guard let common else { return type(of: variants[0].node, in: scope) }
      return type(of: common.extended(by: variants[0].node, at: schema.position), in: scope)
    }
    switch commonKind(of: variants) {
    case .string: return strings(variants, schema: schema, in: scope)
    case .integer, .number, .boolean:
      let kinds = Set(variants.map { scalar($0.merged).type })
      let type: TypeReference =
        kinds.count == 1
        ? scalar(variants[0].merged).type
        : kinds.isSubset(of: [.int, .int64]) ? .int64 : .double
      return Imported(type: type, schema: schema)
    case .array
    where Set(variants.map { DocumentWriter.compactJSON($0.merged["items"] ?? [:]) }).count == 1:
      return type(of: variants[0].node, in: scope)
    case .object:
      return unionOfObjects(variants, common: common, schema: schema, in: scope)
    default:
      report.add("a value of several types is free JSON", at: schema)
      return .any(schema)
    }
  }

  /// Returns a union that definitions have.
  private mutating func exportedUnion(
    _ details: [DocumentNode], schema: DocumentNode, in scope: Scope
  ) -> Imported {
    let variants = details.map { detail in
      VariantDraft(
        value: detail["value"]?.string, type: detail["type"]?.string ?? "",
        swiftName: detail["swiftName"]?.string, isIndirect: detail.flag("indirect"),
        documentation: documentation(of: detail))
    }
    return declare(
      .union(discriminator: schema["discriminator"]?["propertyName"]?.string, variants),
      for: schema, in: scope)
  }

  /// Returns the union of the components that extend a base with a discriminator.
  mutating func unionOfExtensions(
    _ references: [String], schema: DocumentNode, in scope: Scope
  ) -> Imported? {
    var base = schema.object ?? .init()
    base["discriminator"] = nil
    let variants = references.map { reference in
      let node: DocumentNode = ["$ref": DocumentNode(.string(reference), at: schema.position)]
      return Variant(node: node, merged: expanded(node))
    }
    return unionOfObjects(variants, common: nil, schema: schema, in: scope)
  }

  /// Returns the references of the components that extend a base that has a discriminator and does
  /// not list its variants.
  func extended(_ scope: Scope) -> [String]? {
    guard scope.isComponent else { return nil }
    let reference = OpenAPIDocument.schemas + scope.key
    guard document.target(of: reference)?["discriminator"] != nil else { return nil }
    return extensions[reference]
  }

  /// Returns a schema with references followed and `allOf` merged.
  private func expanded(_ node: DocumentNode) -> DocumentNode {
    var node = node
    var seen: Set<String> = []
    while true {
      if let reference = node["$ref"]?.string {
        guard seen.insert(reference).inserted, let target = document.target(of: reference) else {
          return node
        }
        node = target
        continue
      }
      switch SchemaMerger(document: document).merged(node) {
      case .reference(let reference): node = reference
      case .schema(let schema): return schema
      }
    }
  }

  /// The kind that all variants have; numbers of all kinds are one.
  private func commonKind(of variants: [Variant]) -> DocumentNode.SchemaKind {
    let kinds = variants.map { variant -> DocumentNode.SchemaKind in
      if let inner = variant.merged.variants(in: document) {
        return commonKind(of: inner.map { Variant(node: $0, merged: expanded($0)) })
      }
      if let values = variant.merged.knownValues, variant.merged.kind == .any {
        return values.allSatisfy { $0.string != nil } ? .string : .any
      }
      return variant.merged.kind == .integer ? .number : variant.merged.kind
    }
    guard let first = kinds.first, kinds.allSatisfy({ $0 == first }) else { return .several }
    return first
  }

  /// Returns the enum with the values of all variants, or a string if none has known values.
  private mutating func strings(
    _ variants: [Variant], schema: DocumentNode, in scope: Scope
  ) -> Imported {
    let values = variants.flatMap { $0.merged.knownValues ?? [] }
    if !values.isEmpty { return enumeration(values, schema: schema, in: scope) }
    let types = Set(variants.map { scalar($0.merged).type })
    return Imported(
      type: types.count == 1 ? scalar(variants[0].merged).type : .string, schema: schema)
  }

  private mutating func unionOfObjects(
    _ variants: [Variant], common: DocumentNode?, schema: DocumentNode, in scope: Scope
  ) -> Imported {
    var variants = variants
    if let common {
      variants = variants.map { variant in
        let names = Set((variant.merged["properties"]?.members ?? []).map(\.name))
        let all = (common["properties"]?.members ?? []).map(\.name)
        if names.isSuperset(of: all) { return variant }
        let node = common.extended(by: variant.node, at: variant.node.position)
        return Variant(node: node, merged: expanded(node))
      }
    }
    if let name = schema["discriminator"]?["propertyName"]?.string {
      let selected = mapped(variants, by: name, schema: schema)
      return declareUnion(name, selected, schema: schema, in: scope)
    }
    if let (name, selected) = implied(variants) {
      return declareUnion(name, selected, schema: schema, in: scope)
    }
    guard let ordered = distinguishable(flattened(variants))
    else {
      report.add(
        "the variants cannot be distinguished by a discriminator or by required properties, so the "
          + "value is free JSON", at: schema)
      return .any(schema)
    }
    return declareUnion(nil, ordered.map { (nil, $0) }, schema: schema, in: scope)
  }

  /// Returns the variants with their values of an explicit discriminator.
  private func mapped(
    _ variants: [Variant], by name: String, schema: DocumentNode
  ) -> [(String?, Variant)] {
    let mapping = (schema["discriminator"]?["mapping"]?.members ?? []).compactMap { member in
      member.value.string.map { target in
        (member.name, target.hasPrefix("#") ? target : OpenAPIDocument.schemas + target)
      }
    }
    var selected: [(String?, Variant)] = []
    for variant in variants {
      let reference =
        variant.node["$ref"]?.string ?? variant.node["allOf"]?.elements.last?["$ref"]?.string
      let values = mapping.filter { $0.1 == reference }.map(\.0)
      let known = (variant.merged["properties"]?[name]?.knownValues ?? []).compactMap(\.string)
      let own = reference.flatMap { $0.split(separator: "/").last }.map { [String($0)] } ?? []
      for value in !values.isEmpty ? values : !known.isEmpty ? known : own {
        selected.append((value, variant))
      }
    }
    let references = Set(variants.compactMap { $0.node["$ref"]?.string })
    for (value, reference) in mapping
    where !references.contains(reference) && !selected.contains(where: { $0.0 == value }) {
      guard document.target(of: reference) != nil else { continue }
      let node: DocumentNode = ["$ref": DocumentNode(.string(reference), at: schema.position)]
      selected.append((value, Variant(node: node, merged: expanded(node))))
    }
    return selected
  }

  /// Returns the property that has known values in all variants, different ones in each.
  private func implied(_ variants: [Variant]) -> (String, [(String?, Variant)])? {
    guard let first = variants.first else { return nil }
    for property in first.merged["properties"]?.members ?? [] {
      var selected: [(String?, Variant)] = []
      for variant in variants {
        guard variant.required.contains(property.name),
          let schema = variant.merged["properties"]?[property.name],
          let values = expanded(schema).knownValues
        else { break }
        selected += values.map { ($0.string, variant) }
      }
      let values = selected.compactMap(\.0)
      if values.count == selected.count, Set(values).count == values.count,
        Set(selected.map { $0.1.node.position }).count == variants.count
      {
        return (property.name, selected)
      }
    }
    return nil
  }

  /// Returns the variants with those of nested unions in place of these.
  private func flattened(_ variants: [Variant]) -> [Variant] {
    variants.flatMap { variant -> [Variant] in
      guard let inner = variant.merged.variants(in: document) else { return [variant] }
      return flattened(inner.map { Variant(node: $0, merged: expanded($0)) })
    }
  }

  /// Returns the variants so that those with more required properties precede; `nil` if two have
  /// the same ones or one has none.
  private func distinguishable(_ variants: [Variant]) -> [Variant]? {
    let sets = variants.map(\.required)
    guard Set(sets).count == sets.count, !sets.contains([]) else { return nil }
    return variants.enumerated()
      .sorted { (-$0.element.required.count, $0.offset) < (-$1.element.required.count, $1.offset) }
      .map(\.element)
  }

  private mutating func declareUnion(
    _ discriminator: String?, _ selected: [(value: String?, variant: Variant)],
    schema: DocumentNode, in scope: Scope
  ) -> Imported {
    var drafts: [VariantDraft] = []
    // Variants can refer to the union.
    _ = declare(.union(discriminator: discriminator, []), for: schema, in: scope)
    for (index, (value, variant)) in selected.enumerated() {
      let part = variant.merged["title"]?.string ?? value ?? "option\(index + 1)"
      guard let type = variantType(variant, in: scope.part(part)) else {
        report.add("a variant other than an object cannot be expressed", at: variant.node)
        continue
      }
      drafts.append(VariantDraft(value: value, type: type))
    }
    return declare(.union(discriminator: discriminator, drafts), for: schema, in: scope)
  }

  /// Returns the key of a variant's struct or union.
  private mutating func variantType(_ variant: Variant, in scope: Scope) -> String? {
    let imported = type(of: variant.node, in: scope)
    if case .named(let key) = imported.type {
      switch declarations[key]?.draft.form {
      case .structure, .union: return key
      default: return nil
      }
    }
    // An object without known properties has no other name than that of its component.
    guard variant.merged.kind == .object || variant.merged.kind == .any else { return nil }
    let component = variant.node["$ref"]?.string.flatMap { reference in
      reference.hasPrefix(OpenAPIDocument.schemas)
        ? Scope.component(String(reference.dropFirst(OpenAPIDocument.schemas.count))) : nil
    }
    guard case .named(let key) = structure(variant.merged, in: component ?? scope).type else {
      return nil
    }
    return key
  }
}

extension DocumentNode {
  /// The part of a schema beside its variants; `nil` if it has no properties.
  fileprivate var commonPart: DocumentNode? {
    guard var object, object["properties"]?.members.isEmpty == false else { return nil }
    for keyword in ["oneOf", "anyOf", "discriminator", "description", "title", "example"] {
      object[keyword] = nil
    }
    return DocumentNode(.object(object), at: position)
  }

  /// Returns the schema of both parts.
  fileprivate func extended(by part: DocumentNode, at position: Position) -> DocumentNode {
    DocumentNode(
      .object(.init([.init(name: "allOf", value: DocumentNode(.array([self, part])))])),
      at: position)
  }
}
