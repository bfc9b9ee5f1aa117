import EndpointDefinition
import EndpointModel

extension SwiftWriter {
  /// Writes an open union: an enum with a case for each variant and one for unknown objects.
  mutating func write(_ model: UnionModel) {
    line()
    writeDocumentation(model.documentation, of: model.name)
    block("public enum \(model.name): JSONModel") { writer in
      for variant in model.variants {
        writer.documentation([
          variant.documentation.summary ?? "A `\(variant.type)`.", variant.documentation.details,
        ])
        let indirection = variant.isIndirect ? "indirect " : ""
        writer.line("\(indirection)case \(variant.escapedCaseName)(\(variant.type))")
      }
      writer.documentation(["An unknown variant, kept as received."])
      writer.line("case unknown(JSON)")
      writer.line()
      writer.writeSharedFields(of: model)
      writer.block("@_spi(Generated) public init(fields: inout FieldReader)") { writer in
        switch model.selection {
        case .discriminator(let name): writer.writeChoice(by: name, among: model.variants)
        case .shape: writer.writeChoice(byShapeAmong: model.variants)
        }
      }
      writer.line()
      writer.block("@_spi(Generated) public func write(fields: inout JSONWriter)") { writer in
        writer.writeWriting(of: model)
      }
    }
  }

  /// Writes a property for each field that all variants have.
  private mutating func writeSharedFields(of model: UnionModel) {
    let names = Set(model.variants.map(\.caseNameBehindDot) + ["unknown"])
    for field in model.sharedFields {
      let property = PropertyRenderer(field)
      if names.contains(property.name) { continue }
      documentation(property.documentation + ["`nil` in an unknown variant."])
      block("public var \(property.escapedName): \(property.type)") { writer in
        writer.line("switch self {")
        for variant in model.variants {
          writer.line(
            "case .\(variant.caseNameBehindDot)(let value): "
              + "value.\(SwiftName.behindDot(property.name))")
        }
        writer.line("case .unknown: nil")
        writer.line("}")
      }
      line()
    }
  }

  private mutating func writeChoice(by discriminator: String, among variants: [UnionModel.Variant])
  {
    line("switch fields.discriminator(\(discriminator.swiftLiteral)) {")
    for variant in variants {
      choice("case \((variant.value ?? "").swiftLiteral)", variant.reading)
    }
    line("default: self = .unknown(fields.json())")
    line("}")
  }

  private mutating func writeChoice(byShapeAmong variants: [UnionModel.Variant]) {
    for (index, variant) in variants.enumerated() {
      let names = variant.requiredFields.map(\.swiftLiteral).joined(separator: ", ")
      line((index == 0 ? "if" : "} else if") + " fields.containsAll(\(names)) {")
      indented { $0.statement(variant.reading) }
    }
    line("} else {")
    indented { $0.line("self = .unknown(fields.json())") }
    line("}")
  }

  private mutating func writeWriting(of model: UnionModel) {
    line("switch self {")
    for variant in model.variants {
      let pattern = "case .\(variant.caseNameBehindDot)(let value)"
      guard case .discriminator(let name) = model.selection else {
        choice(pattern, "value.write(fields: &fields)")
        continue
      }
      line(pattern + ":")
      indented { writer in
        writer.statement(
          "fields.set(discriminator: \(name.swiftLiteral), \((variant.value ?? "").swiftLiteral))")
        writer.line("value.write(fields: &fields)")
      }
    }
    line("case .unknown(let value): fields.set(all: value)")
    line("}")
  }
}

extension UnionModel.Variant {
  /// The name of the variant's case as source text.
  fileprivate var escapedCaseName: String { SwiftName.escaped(caseName) }

  /// The name of the variant's case as source text after a dot.
  fileprivate var caseNameBehindDot: String { SwiftName.behindDot(caseName) }

  /// The statement that reads the variant from `fields`.
  fileprivate var reading: String { "self = .\(caseNameBehindDot)(\(type)(fields: &fields))" }

  /// The name of the variant's case.
  var caseName: String { swiftName ?? SwiftName.member(value ?? type) }
}
