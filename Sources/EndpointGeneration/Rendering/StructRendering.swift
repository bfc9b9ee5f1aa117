import EndpointDefinition

extension SwiftWriter {
  /// Writes a struct.
  ///
  /// The coding uses a key type that all structs share, since synthesized coding takes several
  /// times as long to compile.
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
      writer.writeDecoding(model.fields, types)
      writer.writeEncoding(model.fields, types)
    }
  }

  private mutating func writeDecoding(_ fields: [FieldModel], _ types: TypeIndex) {
    line()
    documentation(["Decodes a JSON object."])
    guard !fields.isEmpty else { return line("public init(from decoder: any Decoder) throws {}") }
    block("public init(from decoder: any Decoder) throws") { writer in
      let hasOptional = fields.contains { !$0.isRequired || $0.isNullable }
      writer.line("\(hasOptional ? "var" : "let") fields = try FieldReader(decoder)")
      for field in fields {
        let name = PropertyRenderer(field).access
        let unit = field.unit.map { ", in: .\($0)" } ?? ""
        writer.statement("\(name) = \(field.reading)(\(field.label(types))\(unit))")
      }
      if hasOptional { writer.line("try fields.finish()") }
    }
  }

  private mutating func writeEncoding(_ fields: [FieldModel], _ types: TypeIndex) {
    line()
    documentation(["Encodes a JSON object."])
    block("public func encode(to encoder: any Encoder) throws") { writer in
      guard !fields.isEmpty else { return writer.line("_ = FieldWriter(encoder)") }
      writer.line("var fields = FieldWriter(encoder)")
      for field in fields {
        var value = PropertyRenderer(field).access
        if let unit = field.unit { value = "TimeCount(\(value), in: .\(unit))" }
        let method = field.isNullable && field.isRequired ? "setNullable" : "set"
        writer.statement("fields.\(method)(\(field.label(types)), \(value))")
      }
      writer.line("try fields.finish()")
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
  /// The argument with the name. Dates have a label, since they do not depend on the strategy of a
  /// coder.
  fileprivate func label(_ types: TypeIndex) -> String {
    (unit == nil && types.hasDates(type) ? "date: " : "") + name.swiftLiteral
  }

  /// The call that decodes the field.
  fileprivate var reading: String {
    if isNullable { return isRequired ? "fields.optional" : "fields.nullable" }
    return isRequired ? "try fields.required" : "fields.optional"
  }
}
