import EndpointDefinition
import EndpointModel

extension TypeImporter {
  /// Returns the type of a schema of strings, numbers, or Booleans.
  func scalar(_ schema: DocumentNode) -> Imported {
    let format = schema["format"]?.string
    let unit = schema["x-unit"]?.string.flatMap(TimeUnit.init)
    let type: ScalarType
    switch (schema.kind, format) {
    case (.boolean, _): type = .bool
    case (.integer, "duration"), (.number, "duration"): type = .duration
    case (.integer, "unix-time") where unit != nil: type = .date
    case (.integer, "int64"): type = .int64
    case (.integer, _): type = .int
    case (.number, "decimal"): type = .decimal
    case (.number, _): type = .double
    case (.string, "date-time"): type = .date
    case (.string, "uri"), (.string, "url"): type = .url
    case (.string, "byte"), (.string, "base64"): type = .data
    case (.string, _) where schema["contentEncoding"]?.string == "base64": type = .data
    case (.string, "object-id"): type = .objectID
    case (.string, _) where schema["pattern"]?.string.map(Self.isObjectID) ?? false:
      type = .objectID
    default: type = .string
    }
    return Imported(type: .scalar(type), unit: unit, schema: schema)
  }

  /// Whether a pattern matches 24 hexadecimal digits.
  static func isObjectID(_ pattern: String) -> Bool {
    let digits = [
      "[a-f0-9]", "[0-9a-f]", "[a-fA-F0-9]", "[0-9a-fA-F]", "[A-Fa-f0-9]", "[0-9A-Fa-f]",
    ]
    return digits.contains { pattern == "^\($0){24}$" || pattern == "^(\($0){24})$" }
  }

  /// Returns the type of a schema with known values.
  mutating func enumeration(
    _ values: [DocumentNode], schema: DocumentNode, in scope: Scope
  ) -> Imported {
    // In an export, only components are enums.
    if isExport, !scope.isComponent { return scalar(schema) }
    let strings = values.compactMap(\.string)
    guard strings.count == values.count else {
      // Integers with known values are integers; a mixture is any value.
      let kinds = Set(values.map { $0.number != nil ? 0 : $0.bool != nil ? 1 : 2 })
      report.add("the values of an enum other than of strings are left out", at: schema)
      guard kinds.count == 1, kinds.first != 2 else { return .any(schema) }
      if kinds.first == 1 { return Imported(type: .bool, schema: schema) }
      return schema.kind == .any
        ? Imported(
          type: values.allSatisfy { Int($0.number ?? "") != nil } ? .int : .double, schema: schema)
        : scalar(schema)
    }
    if strings.count == 1, !scope.isComponent {
      return Imported(type: .string, schema: schema)
    }
    var seen: Set<String> = []
    let details = schema["x-cases"]?.elements ?? []
    let cases: [CaseDraft] = values.indices.compactMap { index in
      let (text, node) = (strings[index], values[index])
      guard !text.allSatisfy(\.isWhitespace), !text.unicodeScalars.contains(where: \.isControl)
      else {
        report.add("an enum's value without visible characters cannot be expressed", at: node)
        return nil
      }
      guard seen.insert(text).inserted else { return nil }
      let detail = details.indices.contains(index) ? details[index] : [:]
      return CaseDraft(
        value: text, swiftName: detail["swiftName"]?.string,
        documentation: documentation(of: detail))
    }
    guard !cases.isEmpty else { return Imported(type: .string, schema: schema) }
    return declare(.enumeration(cases), for: schema, in: scope)
  }
}

extension Unicode.Scalar {
  /// Whether XML or an editor would not show the scalar.
  var isControl: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
