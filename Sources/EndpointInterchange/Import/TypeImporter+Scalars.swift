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
    case (.string, _) where schema["pattern"]?.string.map(Self.isObjectID) ?? false:
      type = .objectID
    default: type = .string
    }
    return Imported(type: .scalar(type), unit: unit, schema: schema)
  }

  /// Whether a pattern matches 24 hexadecimal digits.
  private static func isObjectID(_ pattern: String) -> Bool {
    let digits = [
      "[a-f0-9]", "[0-9a-f]", "[a-fA-F0-9]", "[0-9a-fA-F]", "[A-Fa-f0-9]", "[0-9A-Fa-f]",
    ]
    return digits.contains { pattern == "^\($0){24}$" || pattern == "^(\($0){24})$" }
  }

  /// Returns the type of a schema with known values.
  mutating func enumeration(
    _ values: [DocumentNode], schema: DocumentNode, in scope: Scope
  ) -> Imported {
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
    let cases: [CaseDraft] = zip(strings, values).compactMap { text, node in
      guard !text.allSatisfy(\.isWhitespace), !text.unicodeScalars.contains(where: \.isControl)
      else {
        report.add("an enum's value without visible characters cannot be expressed", at: node)
        return nil
      }
      guard seen.insert(text).inserted else { return nil }
      return CaseDraft(value: text)
    }
    guard !cases.isEmpty else { return Imported(type: .string, schema: schema) }
    return declare(.enumeration(cases), for: schema, in: scope)
  }

  /// Returns the constraints of a schema that a parameter or a field of a type can have.
  mutating func constraints(
    of schema: DocumentNode, type: TypeReference, at node: DocumentNode
  ) -> ParameterConstraints {
    var constraints = ParameterConstraints()
    switch type {
    case .scalar(.int), .scalar(.int64), .scalar(.double), .scalar(.decimal), .scalar(.duration):
      constraints.minimum = bound("minimum", of: schema, step: 1, type: type)
      constraints.maximum = bound("maximum", of: schema, step: -1, type: type)
      if schema["multipleOf"] != nil { report.add("'multipleOf' cannot be expressed", at: node) }
      let values = (schema.knownValues ?? []).compactMap(\.number)
      if values.count > 0 { constraints.values = values }
    case .scalar(.string), .scalar(.url):
      constraints.minLength = schema["minLength"]?.number.flatMap { Int($0) }
      constraints.maxLength = schema["maxLength"]?.number.flatMap { Int($0) }
      if let pattern = schema["pattern"]?.string {
        if (try? Regex(pattern)) != nil, !pattern.isEmpty {
          constraints.pattern = pattern
        } else {
          report.add("the pattern is not a regular expression of Swift", at: node)
        }
      }
      let values = (schema.knownValues ?? []).compactMap(\.string)
      if !values.isEmpty, values.allSatisfy({ !$0.contains(where: \.isWhitespace) && !$0.isEmpty })
      {
        constraints.values = values
      }
    default: break
    }
    return constraints
  }

  /// Returns an inclusive bound. An exclusive one of integers is the next integer.
  private mutating func bound(
    _ keyword: String, of schema: DocumentNode, step: Double, type: TypeReference
  ) -> Double? {
    let exclusive = schema["exclusive" + keyword.prefix(1).uppercased() + keyword.dropFirst()]
    let inclusive = schema[keyword]?.number.flatMap(Double.init)
    // In 3.0 a Boolean, in 3.1 the bound itself.
    guard
      let limit = exclusive?.number.flatMap(Double.init)
        ?? (exclusive?.bool == true ? inclusive : nil)
    else { return inclusive }
    if type == .int || type == .int64, limit == limit.rounded() { return limit + step }
    report.add("an exclusive bound of numbers with fractions cannot be expressed", at: schema)
    return inclusive == limit ? nil : inclusive
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
