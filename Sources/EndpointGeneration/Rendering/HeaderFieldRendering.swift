import EndpointDefinition
import EndpointModel

extension SwiftWriter {
  /// Writes a key for each header field of an endpoint's responses.
  mutating func writeHeaderFields(of endpoint: OperationModel, types: TypeIndex) {
    for field in endpoint.responseHeaderFields {
      line()
      documentation([
        field.documentation.summary ?? "The header field `\(field.name)`.",
        field.documentation.details, field.documentation.deprecationNote,
      ])
      statement(
        "public static let \(SwiftName.escaped(field.memberName)) = ResponseHeaderField<\(field.type.swiftType)>(\(field.name.swiftLiteral)) { \(field.conversion(types)) }"
      )
    }
  }
}

extension HeaderFieldModel {
  /// The name of the key in Swift.
  var memberName: String { swiftName ?? SwiftName.member(name) }

  /// The expression that converts the field value `$0`; `nil` for an invalid one.
  fileprivate func conversion(_ types: TypeIndex) -> String {
    let type = type.swiftType
    switch types.underlying(self.type) {
    case .scalar(.string): return "$0"
    case .scalar(.date):
      return unit.map { "TimeCount(text: $0)?.date(in: .\($0))" } ?? "Date(headerField: $0)"
    case .scalar(.duration): return "TimeCount(text: $0)?.duration(in: .\(unit ?? .seconds))"
    case .scalar(.url), .scalar(.decimal): return "\(type)(string: $0)"
    case .named: return "\(type)(rawValue: $0)"
    default: return "\(type)($0)"
    }
  }
}
