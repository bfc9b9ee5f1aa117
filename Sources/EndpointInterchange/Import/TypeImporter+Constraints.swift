import EndpointModel

extension TypeImporter {
  /// Returns the constraints of a parameter or a field, and reports those that cannot be expressed.
  ///
  /// - Parameter node: The location of the parameter or the field.
  mutating func constraints(of imported: Imported, at node: DocumentNode) -> ParameterConstraints {
    var (schema, type) = (imported.schema, imported.type)
    var constraints = ParameterConstraints()
    var expressed: Set<String> = []
    var use = node["schema"] ?? node
    if case .list(let element) = type {
      use = schema["items"] ?? [:]
      constraints.minItems = count("minItems", of: schema)
      constraints.maxItems = count("maxItems", of: schema)
      constraints.uniqueItems = schema.flag("uniqueItems")
      reportOthers(of: schema, than: ["minItems", "maxItems", "uniqueItems"], at: node)
      (schema, type) = (schema["items"].flatMap(document.resolved) ?? [:], element)
    }
    switch type {
    case .scalar(.int), .scalar(.int64), .scalar(.double), .scalar(.decimal), .scalar(.duration):
      constraints.minimum = bound("minimum", of: schema, step: 1, type: type)
      constraints.maximum = bound("maximum", of: schema, step: -1, type: type)
      expressed = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]
    case .scalar(.string), .scalar(.url), .scalar(.objectID):
      constraints.minLength = count("minLength", of: schema)
      constraints.maxLength = count("maxLength", of: schema)
      if type != .objectID || !Self.isObjectID(schema["pattern"]?.string ?? "") {
        constraints.pattern = pattern(of: schema, at: node)
      }
      expressed = ["minLength", "maxLength", "pattern"]
    case .named:
      // The constraints are those of the declared type.
      if let own = use["x-constraints"] {
        constraints.pattern = own["pattern"]?.string
        constraints.minLength = count("minLength", of: own)
        constraints.maxLength = count("maxLength", of: own)
        constraints.values = own["values"]?.elements.compactMap(\.string) ?? []
      }
      return constraints
    default: break
    }
    let values = (schema.knownValues ?? []).compactMap(\.scalarText)
    if type != .bool, values.allSatisfy(\.isOneWord) { constraints.values = values }
    reportOthers(of: schema, than: expressed, at: node)
    return constraints.consistent
  }

  private mutating func reportOthers(
    of schema: DocumentNode, than expressed: Set<String>, at node: DocumentNode
  ) {
    for keyword in Self.constraintKeywords
    where schema[keyword] != nil && !expressed.contains(keyword) && applies(keyword, to: schema) {
      report.add("'\(keyword)' cannot be expressed", at: node)
    }
  }

  /// Whether a keyword says anything about values of a schema's kind.
  private func applies(_ keyword: String, to schema: DocumentNode) -> Bool {
    switch (keyword, schema.kind) {
    case ("pattern", .string), ("minLength", .string), ("maxLength", .string): true
    case ("minItems", .array), ("maxItems", .array), ("uniqueItems", .array):
      schema["uniqueItems"]?.bool != false || keyword != "uniqueItems"
    case ("minProperties", .object), ("maxProperties", .object): true
    case ("multipleOf", .integer), ("multipleOf", .number): true
    case (_, .integer), (_, .number): keyword.lowercased().hasSuffix("imum")
    default: false
    }
  }

  private static let constraintKeywords = [
    "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength",
    "maxLength", "minItems", "maxItems", "uniqueItems", "multipleOf", "minProperties",
    "maxProperties",
  ]

  private func count(_ keyword: String, of schema: DocumentNode) -> Int? {
    schema[keyword]?.number.flatMap { Int($0) }.flatMap { $0 < 0 ? nil : $0 }
  }

  private mutating func pattern(of schema: DocumentNode, at node: DocumentNode) -> String? {
    guard let pattern = schema["pattern"]?.string, !pattern.isEmpty else { return nil }
    guard (try? Regex(pattern)) != nil, !pattern.unicodeScalars.contains(where: \.isControl),
      !pattern.allSatisfy(\.isWhitespace)
    else {
      report.add("the pattern is not a regular expression of Swift", at: node)
      return nil
    }
    return pattern
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

extension ParameterConstraints {
  /// The constraints without upper bounds that are less than the lower ones.
  fileprivate var consistent: ParameterConstraints {
    var constraints = self
    if let minimum, let maximum, minimum > maximum { constraints.maximum = nil }
    if let minLength, let maxLength, minLength > maxLength { constraints.maxLength = nil }
    if let minItems, let maxItems, minItems > maxItems { constraints.maxItems = nil }
    return constraints
  }
}

extension String {
  /// Whether the string can be one of several with spaces between them.
  fileprivate var isOneWord: Bool {
    !isEmpty && !contains(where: \.isWhitespace) && !unicodeScalars.contains(where: \.isControl)
  }
}
