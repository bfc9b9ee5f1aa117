import EndpointDefinition

extension SwiftWriter {
  /// Writes a struct.
  ///
  /// Its coding is written out over one key type that all structs share, because the compiler is
  /// several times as long over a synthesized one.
  mutating func emit(_ model: StructModel, types: TypeIndex) {
    let properties = model.fields.map(PropertyEmission.init)
    line()
    emitDocumentation(model.documentation, of: model.name)
    // Lists recognize items by it; only a field that is always there can identify a value.
    let isIdentifiable = model.fields.contains {
      $0.name == "id" && $0.isRequired && !$0.isNullable && PropertyEmission($0).access == "id"
    }
    let protocols = isIdentifiable ? "Identifiable, JSONModel" : "JSONModel"
    block("public struct \(model.name): \(protocols)") { writer in
      writer.emitProperties(properties)
      writer.emitInitializer(properties, documentation: "Creates a value.")
      writer.emitDecoding(model.fields, types)
      writer.emitEncoding(model.fields, types)
    }
  }

  private mutating func emitDecoding(_ fields: [FieldModel], _ types: TypeIndex) {
    line()
    documentation(["Reads it from a JSON object."])
    guard !fields.isEmpty else { return line("public init(from decoder: any Decoder) throws {}") }
    block("public init(from decoder: any Decoder) throws") { writer in
      let hasOptional = fields.contains { !$0.isRequired || $0.isNullable }
      writer.line("\(hasOptional ? "var" : "let") fields = try FieldReader(decoder)")
      for field in fields {
        let name = PropertyEmission(field).access
        let unit = field.unit.map { ", in: .\($0)" } ?? ""
        writer.statement("\(name) = \(field.reading)(\(field.label(types))\(unit))")
      }
      if hasOptional { writer.line("try fields.finish()") }
    }
  }

  private mutating func emitEncoding(_ fields: [FieldModel], _ types: TypeIndex) {
    line()
    documentation(["Writes it as a JSON object."])
    block("public func encode(to encoder: any Encoder) throws") { writer in
      guard !fields.isEmpty else { return writer.line("_ = FieldWriter(encoder)") }
      writer.line("var fields = FieldWriter(encoder)")
      for field in fields {
        var value = PropertyEmission(field).access
        if let unit = field.unit { value = "TimeCount(\(value), in: .\(unit))" }
        let method = field.isNullable && field.isRequired ? "setNullable" : "set"
        writer.statement("fields.\(method)(\(field.label(types)), \(value))")
      }
      writer.line("try fields.finish()")
    }
  }

  /// Writes the documentation and the deprecation of a type.
  mutating func emitDocumentation(_ content: Documentation, of name: String) {
    documentation([
      content.summary ?? "The type `\(name)`.", content.details, content.deprecationNote,
    ])
  }
}

extension FieldModel {
  /// The argument that names it; dates have a label, since they do not depend on a coder's strategy.
  fileprivate func label(_ types: TypeIndex) -> String {
    (unit == nil && types.hasDates(type) ? "date: " : "") + name.swiftLiteral
  }

  /// The call that reads it.
  fileprivate var reading: String {
    if isNullable { return isRequired ? "fields.optional" : "fields.nullable" }
    return isRequired ? "try fields.required" : "fields.optional"
  }
}
