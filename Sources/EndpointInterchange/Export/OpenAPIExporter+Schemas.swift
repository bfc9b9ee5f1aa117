import EndpointDefinition
import EndpointModel

extension OpenAPIExporter {
  /// The pattern of an `ObjectID`.
  static let objectIDPattern = "^([a-f0-9]{24})$"

  // MARK: Declared types

  /// Returns the schema of a declared type.
  func schema(of type: TypeModel) -> DocumentNode {
    switch type {
    case .structure(let model): schema(of: model)
    case .enumeration(let model): schema(of: model)
    case .union(let model): schema(of: model)
    case .alias(let model): schema(of: model)
    }
  }

  private func schema(of model: StructModel) -> DocumentNode {
    var node: DocumentNode = ["type": "object"]
    node.add(documentation(model.documentation))
    node.set("required", .list(model.fields.filter(\.isRequired).map(\.name)))
    node.set("properties", .optional(model.fields.map { ($0.name, property($0)) }))
    node.set("x-struct", .flag(model.fields.isEmpty))
    node.set("examples", .list(model.examples.compactMap { $0.node }))
    if model.examples.contains(where: { $0.name != nil }) {
      node.set("x-example-names", .list(model.examples.map { $0.name ?? "" }))
    }
    return node
  }

  private func property(_ field: FieldModel) -> DocumentNode {
    var node = schema(
      of: field.type, unit: field.unit, isNullable: field.isNullable,
      constraints: field.constraints)
    node.set("readOnly", .flag(field.access == .read))
    node.set("writeOnly", .flag(field.access == .write))
    node.set("x-sensitive", .flag(field.isSensitive))
    node.add(documentation(field.documentation))
    node.set("x-swift-name", .text(field.swiftName))
    node.set("x-indirect", .flag(field.isIndirect))
    return node
  }

  private func schema(of model: EnumModel) -> DocumentNode {
    var node: DocumentNode = ["type": "string", "enum": .list(model.cases.map(\.value))]
    node.add(documentation(model.documentation))
    let cases = model.cases.map { value in
      var details: DocumentNode = ["swiftName": .text(value.swiftName)]
      details.add(documentation(value.documentation))
      return details
    }
    if cases.contains(where: { !$0.members.isEmpty }) { node.set("x-cases", .list(cases)) }
    return node
  }

  private func schema(of model: UnionModel) -> DocumentNode {
    var seen: Set<String> = []
    let references = model.variants.filter { seen.insert($0.type).inserted }
      .map { reference($0.type) }
    var node: DocumentNode = [:]
    switch model.selection {
    case .discriminator(let name):
      node.set("oneOf", .list(references))
      node.set(
        "discriminator",
        [
          "propertyName": .text(name),
          "mapping": .object(
            model.variants.map { variant in
              (variant.value ?? "", DocumentNode(.string(pointer(variant.type))))
            }),
        ])
    case .shape: node.set("anyOf", .list(references))
    }
    node.add(documentation(model.documentation))
    node.set(
      "x-variants",
      .list(
        model.variants.map { variant in
          var details: DocumentNode = [
            "value": .text(variant.value), "type": .text(variant.type),
            "swiftName": .text(variant.swiftName), "indirect": .flag(variant.isIndirect),
          ]
          details.add(documentation(variant.documentation))
          return details
        }))
    return node
  }

  private func schema(of model: AliasModel) -> DocumentNode {
    var node: DocumentNode =
      if case .named(let name) = model.type {
        ["allOf": [reference(name)]]
      } else {
        schema(of: model.type)
      }
    node.add(documentation(model.documentation))
    node.set("x-alias", true)
    return node
  }

  // MARK: References

  /// Returns the schema of a type where it is used.
  func schema(
    of type: TypeReference, unit: TimeUnit? = nil, isNullable: Bool = false,
    constraints: ParameterConstraints = .init()
  ) -> DocumentNode {
    var node: DocumentNode
    switch type {
    case .named(let name):
      node = isNullable ? ["anyOf": [reference(name), ["type": "null"]]] : reference(name)
      node.set("x-constraints", ownConstraints(constraints))
      return node
    case .list(let element):
      node = [
        "type": "array", "items": schema(of: element, unit: unit, constraints: constraints),
        "minItems": .number(constraints.minItems), "maxItems": .number(constraints.maxItems),
        "uniqueItems": .flag(constraints.uniqueItems),
      ]
    case .map(let value):
      node = ["type": "object", "additionalProperties": schema(of: value)]
    case .scalar(let scalar):
      node = schema(of: scalar, unit: unit)
      add(constraints, to: &node, of: scalar)
    }
    if isNullable {
      if let name = node["type"] {
        node.set("type", [name, "null"])
      } else {
        node.set("x-nullable", true)
      }
    }
    return node
  }

  private func schema(of scalar: ScalarType, unit: TimeUnit?) -> DocumentNode {
    switch scalar {
    case .string: ["type": "string"]
    case .bool: ["type": "boolean"]
    case .int: ["type": "integer"]
    case .int64: ["type": "integer", "format": "int64"]
    case .double: ["type": "number", "format": "double"]
    case .decimal: ["type": "number", "format": "decimal"]
    case .date where unit != nil:
      ["type": "integer", "format": "unix-time", "x-unit": .text(unit?.rawValue)]
    case .date: ["type": "string", "format": "date-time"]
    case .duration: ["type": "integer", "format": "duration", "x-unit": .text(unit?.rawValue)]
    case .url: ["type": "string", "format": "uri"]
    case .objectID:
      ["type": "string", "format": "object-id", "pattern": .text(Self.objectIDPattern)]
    case .data: ["type": "string", "contentEncoding": "base64"]
    case .json: [:]
    }
  }

  private func add(
    _ constraints: ParameterConstraints, to node: inout DocumentNode, of scalar: ScalarType
  ) {
    if let pattern = constraints.pattern { node.set("pattern", .text(pattern)) }
    node.set("minLength", .number(constraints.minLength))
    node.set("maxLength", .number(constraints.maxLength))
    node.set("minimum", constraints.minimum.map { DocumentNode(.number($0.decimal)) })
    node.set("maximum", constraints.maximum.map { DocumentNode(.number($0.decimal)) })
    let isNumber = [.int, .int64, .double, .decimal, .duration].contains(scalar)
    node.set(
      "enum",
      .list(
        constraints.values.map { value in
          DocumentNode(isNumber && value.isJSONNumber ? .number(value) : .string(value))
        }))
  }

  /// Returns the constraints of values of a declared type beside the type's own.
  private func ownConstraints(_ constraints: ParameterConstraints) -> DocumentNode? {
    let node: DocumentNode = [
      "pattern": .text(constraints.pattern), "values": .list(constraints.values),
      "minLength": .number(constraints.minLength), "maxLength": .number(constraints.maxLength),
    ]
    return node.members.isEmpty ? nil : node
  }

  func reference(_ name: String) -> DocumentNode { ["$ref": .text(pointer(name))] }

  private func pointer(_ name: String) -> String { OpenAPIDocument.schemas + name }
}

extension JSONExample {
  /// The example as a node.
  var node: DocumentNode? { try? JSONDocumentParser.parse(Array(json.utf8), file: "") }
}
