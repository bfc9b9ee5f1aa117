import EndpointDefinition
import EndpointModel

extension SwiftWriter {
  /// Writes a struct.
  ///
  /// The runtime reads and writes each field, since synthesized coding takes several times as long to
  /// compile.
  mutating func write(_ model: StructModel, types: TypeIndex) {
    let properties = model.fields.map(PropertyRenderer.init)
    line()
    writeDocumentation(model.documentation, of: model.name)
    // Lists identify items by `id`, which must be required.
    let isIdentifiable = model.fields.contains {
      $0.name == "id" && $0.isRequired && !$0.isNullable && PropertyRenderer($0).access == "id"
    }
    let protocols = isIdentifiable ? "Identifiable, JSONModel" : "JSONModel"
    block("public struct \(model.name): \(protocols)") { writer in
      writer.writeProperties(properties)
      writer.writeInitializer(properties)
      writer.writeSensitiveProperties(of: model)
      writer.writeReading(model.fields, types)
      writer.writeWriting(model.fields, types)
    }
  }

  /// Writes the names of the properties that descriptions do not show.
  private mutating func writeSensitiveProperties(of model: StructModel) {
    let names = model.fields.filter(\.isSensitive).map { PropertyRenderer($0).name.swiftLiteral }
    guard !names.isEmpty else { return }
    filledList(
      "@_spi(Generated) public static let sensitiveProperties: Set<String> = [", names, "]",
      trailingComma: true)
  }

  private mutating func writeReading(_ fields: [FieldModel], _ types: TypeIndex) {
    block("@_spi(Generated) public init(fields: inout FieldReader)") { writer in
      for field in fields {
        writer.statement("\(PropertyRenderer(field).access) = \(field.reading(types))")
      }
    }
  }

  /// Writes the fields in the order of their names, as objects of any names are written.
  private mutating func writeWriting(_ fields: [FieldModel], _ types: TypeIndex) {
    block("@_spi(Generated) public func write(fields: inout JSONWriter)") { writer in
      for field in fields.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
        writer.statement(field.writing(types))
      }
    }
  }

  /// Writes the documentation and the deprecation of a type.
  mutating func writeDocumentation(_ content: Documentation, of name: String) {
    documentation([
      content.summary ?? "The type `\(name)`.", content.details, content.deprecationNote,
    ])
  }
}

extension FieldModel {
  /// The expression that reads the field from `fields`.
  fileprivate func reading(_ types: TypeIndex) -> String {
    let arguments = "(\(label(types))\(name.swiftLiteral)\(unitArgument))"
    if isNullable, !isRequired { return "fields.nullable(\(name.swiftLiteral))" }
    return "fields." + (isRequired && !isNullable ? "required" : "optional") + arguments
  }

  /// The statement that writes the field to `fields`.
  fileprivate func writing(_ types: TypeIndex) -> String {
    let value = PropertyRenderer(self).access
    if isNullable {
      let nullable = unit.map { "TimeCount(\(value), in: .\($0))" } ?? value
      return "fields.\(isRequired ? "setNullable" : "set")(\(name.swiftLiteral), \(nullable))"
    }
    if types.isEnumeration(type) {
      let text = value + (isRequired ? "" : "?") + ".rawValue"
      return "fields.set(string: \(name.swiftLiteral), \(text))"
    }
    return "fields.set(\(label(types))\(name.swiftLiteral), \(value)\(unitArgument))"
  }

  private var unitArgument: String { unit.map { ", in: .\($0)" } ?? "" }

  /// The label of the argument with the name. Types without a label cost more code.
  private func label(_ types: TypeIndex) -> String {
    switch types.underlying(type) {
    case .scalar(let scalar):
      switch scalar {
      case .string: "string: "
      case .objectID: "objectID: "
      case .bool: "bool: "
      case .int: "int: "
      case .double: "double: "
      case .date: "date: "
      case .duration: "duration: "
      case .int64, .decimal, .url, .data, .json: ""
      }
    case .list: "list: "
    case .map, .named: ""
    }
  }
}
