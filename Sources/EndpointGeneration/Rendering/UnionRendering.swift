import EndpointDefinition

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
      writer.documentation(["Decodes a JSON object."])
      writer.block("public init(from decoder: any Decoder) throws") { writer in
        switch model.selection {
        case .discriminator(let name): writer.writeChoice(by: name, among: model.variants)
        case .shape: writer.writeChoice(byShapeAmong: model.variants)
        }
      }
      writer.line()
      writer.documentation(["Encodes a JSON object."])
      writer.block("public func encode(to encoder: any Encoder) throws") { writer in
        writer.writeEncoding(of: model)
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
    line("var fields = try FieldReader(decoder)")
    line("let discriminator: String? = fields.optional(\(discriminator.swiftLiteral))")
    line("switch discriminator {")
    for variant in variants {
      line("case \((variant.value ?? "").swiftLiteral):")
      indented {
        $0.statement("self = .\(variant.caseNameBehindDot)(try \(variant.type)(from: decoder))")
      }
    }
    line("default: self = .unknown(try JSON(from: decoder))")
    line("}")
  }

  private mutating func writeChoice(byShapeAmong variants: [UnionModel.Variant]) {
    line("let fields = try FieldReader(decoder)")
    for (index, variant) in variants.enumerated() {
      let names = variant.requiredFields.map(\.swiftLiteral).joined(separator: ", ")
      line((index == 0 ? "if" : "} else if") + " fields.containsAll(\(names)) {")
      indented {
        $0.statement("self = .\(variant.caseNameBehindDot)(try \(variant.type)(from: decoder))")
      }
    }
    line("} else {")
    indented { $0.line("self = .unknown(try JSON(from: decoder))") }
    line("}")
  }

  private mutating func writeEncoding(of model: UnionModel) {
    if case .discriminator(let name) = model.selection {
      line("var fields = FieldWriter(encoder)")
      line("switch self {")
      for variant in model.variants {
        line("case .\(variant.caseNameBehindDot)(let value):")
        indented { writer in
          writer.line("try value.encode(to: encoder)")
          writer.statement(
            "fields.set(\(name.swiftLiteral), \((variant.value ?? "").swiftLiteral))")
        }
      }
    } else {
      line("switch self {")
      for variant in model.variants {
        line("case .\(variant.caseNameBehindDot)(let value): try value.encode(to: encoder)")
      }
    }
    line("case .unknown(let value): try value.encode(to: encoder)")
    line("}")
    if case .discriminator = model.selection { line("try fields.finish()") }
  }
}

extension UnionModel.Variant {
  /// The name of the variant's case as source text.
  fileprivate var escapedCaseName: String { SwiftName.escaped(caseName) }

  /// The name of the variant's case as source text after a dot.
  fileprivate var caseNameBehindDot: String { SwiftName.behindDot(caseName) }

  /// The name of the variant's case.
  var caseName: String { swiftName ?? SwiftName.member(value ?? type) }
}
