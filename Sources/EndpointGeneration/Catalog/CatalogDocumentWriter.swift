import EndpointModel

/// Writes a JSON object, leaving out `nil`, `false`, and empty values.
private struct ObjectWriter {
  private var members: [String] = []

  var json: String { "{\(members.joined(separator: ","))}" }

  mutating func set(_ name: String, to json: String?) {
    if let json { members.append("\(name.quotedAsJSON):\(json)") }
  }

  mutating func set(_ name: String, string: String?) { set(name, to: string?.quotedAsJSON) }

  mutating func set(_ name: String, flag: Bool) { if flag { set(name, to: "true") } }

  mutating func set(_ name: String, number: Double?) { set(name, to: number?.formatted) }

  mutating func set(_ name: String, numbers: [Int]) {
    set(name, elements: numbers.map(String.init))
  }

  mutating func set(_ name: String, strings: [String]) {
    set(name, elements: strings.map(\.quotedAsJSON))
  }

  mutating func set(_ name: String, elements: [String]) {
    if !elements.isEmpty { set(name, to: "[\(elements.joined(separator: ","))]") }
  }

  mutating func set(_ documentation: Documentation) {
    set("summary", string: documentation.summary)
    set("details", string: documentation.details)
    set("deprecation", string: documentation.deprecation)
    set("replacement", string: documentation.replacement)
  }

  /// Returns an object.
  static func object(_ fill: (inout ObjectWriter) -> Void) -> String {
    var writer = ObjectWriter()
    fill(&writer)
    return writer.json
  }
}

extension CatalogDocument.Content {
  /// The content as a JSON document, with the same bytes for the same content.
  package var json: String {
    ObjectWriter.object { writer in
      writer.set("types", elements: types.values.sorted { $0.name < $1.name }.map(\.json))
      writer.set(
        "endpoints", elements: endpoints.sorted { $0.key < $1.key }.map { $1.json(name: $0) })
      writer.set("parameters", elements: parameters.map(\.json))
    }
  }
}

extension TypeDescriptor {
  fileprivate var json: String {
    ObjectWriter.object { writer in
      writer.set("name", string: name)
      writer.set(documentation)
      switch kind {
      case .structure(let fields):
        writer.set("fields", to: "[\(fields.map(\.json).joined(separator: ","))]")
      case .enumeration(let cases): writer.set("cases", elements: cases.map(\.json))
      case .union(let union):
        writer.set("discriminator", string: union.discriminator)
        writer.set("variants", elements: union.variants.map(\.json))
      case .alias(let type): writer.set("alias", string: type.description)
      }
    }
  }
}

extension FieldDescriptor {
  fileprivate var json: String {
    ObjectWriter.object { writer in
      writer.set("name", string: name)
      if swiftName != name { writer.set("swiftName", string: swiftName) }
      writer.set("type", string: type.description)
      writer.set("unit", string: unit?.rawValue)
      writer.set("required", flag: isRequired)
      writer.set("nullable", flag: isNullable)
      writer.set("access", string: access?.rawValue)
      writer.set("sensitive", flag: isSensitive)
      if constraints != ParameterConstraints() { writer.set("constraints", to: constraints.json) }
      writer.set(documentation)
    }
  }
}

extension ParameterConstraints {
  fileprivate var json: String {
    ObjectWriter.object { writer in
      writer.set("pattern", string: pattern)
      writer.set("minimum", number: minimum)
      writer.set("maximum", number: maximum)
      writer.set("minLength", number: minLength.map(Double.init))
      writer.set("maxLength", number: maxLength.map(Double.init))
      writer.set("minItems", number: minItems.map(Double.init))
      writer.set("maxItems", number: maxItems.map(Double.init))
      writer.set("uniqueItems", flag: uniqueItems)
      writer.set("values", strings: values)
    }
  }
}

extension CaseDescriptor {
  fileprivate var json: String {
    ObjectWriter.object { writer in
      writer.set("value", string: value)
      writer.set(documentation)
    }
  }
}

extension UnionDescriptor.Variant {
  fileprivate var json: String {
    ObjectWriter.object { writer in
      writer.set("value", string: value)
      writer.set("type", string: type)
      writer.set(documentation)
    }
  }
}

extension EndpointDetails {
  fileprivate func json(name: String) -> String {
    ObjectWriter.object { writer in
      writer.set("name", string: name)
      writer.set(documentation)
      writer.set("roles", strings: roles)
      writer.set("parameters", elements: parameters.map(\.json))
      writer.set("body", to: body?.json)
      writer.set("responses", elements: responses.map(\.json))
      writer.set("waiters", elements: waiters.map(\.json))
    }
  }
}

extension ParameterDetails {
  fileprivate var json: String {
    ObjectWriter.object { writer in
      writer.set("location", string: location.rawValue)
      writer.set("name", string: name)
      if swiftName != name { writer.set("swiftName", string: swiftName) }
      writer.set(documentation)
    }
  }
}

extension BodyDetails {
  fileprivate var json: String {
    ObjectWriter.object { writer in
      writer.set("required", flag: isRequired)
      writer.set("examples", elements: examples.map(\.document))
    }
  }
}

extension ResponseDetails {
  fileprivate var json: String {
    ObjectWriter.object { writer in
      writer.set("statuses", numbers: statuses)
      writer.set("anySuccess", flag: matchesAnySuccess)
      writer.set("type", string: type?.description)
      writer.set("contentType", string: contentType)
      writer.set(documentation)
      writer.set("examples", elements: examples.map(\.document))
    }
  }
}

extension JSONExample {
  /// The example is a string, so that its numbers and the order of its fields are kept.
  fileprivate var document: String {
    ObjectWriter.object { writer in
      writer.set("name", string: name)
      writer.set("json", string: json)
    }
  }
}

extension WaiterDescriptor {
  fileprivate var json: String {
    ObjectWriter.object { writer in
      writer.set("name", string: name)
      writer.set(documentation)
      writer.set("success", elements: success.map(\.json))
      writer.set("successStatuses", numbers: successStatuses)
      writer.set("successCodes", strings: successCodes)
      writer.set("failure", elements: failure.map(\.json))
      writer.set("interval", number: Double(interval))
      writer.set("timeout", number: Double(timeout))
    }
  }
}

extension WaiterDescriptor.Condition {
  fileprivate var json: String {
    ObjectWriter.object { writer in
      writer.set("path", strings: path)
      writer.set("values", strings: values)
      writer.set("statuses", numbers: statuses)
    }
  }
}
