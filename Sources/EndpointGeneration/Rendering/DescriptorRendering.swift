import EndpointModel

extension EndpointOperation {
  /// The arguments of the initializer that creates the operation.
  var arguments: [String] {
    var arguments = [
      name.swiftLiteral, "method: \(method.swiftLiteral)",
      "path: \(path.description.swiftLiteral)",
    ]
    if let basePath { arguments.append("basePath: \(basePath.swiftLiteral)") }
    if let version { arguments.append("version: \(version.swiftLiteral)") }
    if accept != ["application/json"] {
      arguments.append("accept: [\(accept.map(\.swiftLiteral).joined(separator: ", "))]")
    }
    if bodyContentType != "application/json" {
      arguments.append("bodyContentType: \(bodyContentType.swiftLiteral)")
    }
    if !parameters.isEmpty {
      arguments.append("parameters: " + SwiftWriter.array(parameters.map(\.expression)))
    }
    if !interimStatuses.isEmpty { arguments.append("interimStatuses: \(interimStatuses)") }
    if isPaginated { arguments.append("isPaginated: true") }
    if isStreamed { arguments.append("isStreamed: true") }
    if !isAuthenticated { arguments.append("isAuthenticated: false") }
    if isEnveloped { arguments.append("isEnveloped: true") }
    return arguments
  }
}

extension EndpointDescriptor {
  /// The arguments of the initializer that creates the descriptor.
  var arguments: [String] {
    var arguments = [
      "name: \(name.swiftLiteral)",
      "tag: \(tag.swiftLiteral)",
      "summary: \(summary.swiftText())",
      "method: \(method.swiftLiteral)",
      "path: \(path.description.swiftLiteral)",
    ]
    if let basePath { arguments.append("basePath: \(basePath.swiftLiteral)") }
    if let version { arguments.append("version: \(version.swiftLiteral)") }
    if accept != ["application/json"] {
      arguments.append("accept: [\(accept.map(\.swiftLiteral).joined(separator: ", "))]")
    }
    if bodyContentType != "application/json" {
      arguments.append("bodyContentType: \(bodyContentType.swiftLiteral)")
    }
    if !parameters.isEmpty {
      arguments.append("parameters: " + SwiftWriter.array(parameters.map(\.expression)))
    }
    if let body { arguments.append("body: \(body.expression)") }
    if !responses.isEmpty {
      arguments.append("responses: [\(responses.map(\.expression).joined(separator: ", "))]")
    }
    if !successStatuses.isEmpty {
      let statuses = successStatuses.map(String.init).joined(separator: ", ")
      arguments.append("successStatuses: [\(statuses)]")
    }
    if !interimStatuses.isEmpty { arguments.append("interimStatuses: \(interimStatuses)") }
    if isPaginated { arguments.append("isPaginated: true") }
    if !isAuthenticated { arguments.append("isAuthenticated: false") }
    if isEnveloped { arguments.append("isEnveloped: true") }
    if let responseExample { arguments.append("responseExample: \(responseExample.swiftJSON)") }
    if isDeprecated { arguments.append("isDeprecated: true") }
    return arguments
  }
}

extension ParameterDescriptor {
  /// The expression that creates the descriptor.
  var expression: String {
    var arguments = [name.swiftLiteral, type.expression]
    if location != .path {
      if isRequired { arguments.append("required: true") }
      if let defaultValue { arguments.append("default: \(defaultValue.swiftLiteral)") }
      if let listStyle { arguments.append("list: .\(listStyle.rawValue)") }
    }
    if let unit { arguments.append("unit: .\(unit)") }
    let cases = cases.isEmpty ? nil : "cases: " + SwiftWriter.filledArray(cases.map(\.swiftLiteral))
    let others = [cases, constraints.argument].compactMap { $0 }
    let whole = ".\(location.rawValue)(\((arguments + others).joined(separator: ", ")))"
    // A descriptor is indented by up to twelve columns and followed by a comma.
    let fits = whole.count + 14 <= 100 && !whole.contains("\n")
    if fits || others.isEmpty { return whole }
    let first = arguments.map { Substring($0 + ",") }.folded(to: 85).joined(separator: "\n")
    let lines = first + "\n" + others.joined(separator: ",\n")
    let indented = lines.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
    return ".\(location.rawValue)(\n\(indented))"
  }
}

extension ParameterConstraints {
  /// The argument with the constraints; `nil` if there are none.
  fileprivate var argument: String? {
    var arguments: [String] = []
    if let pattern {
      let literal = pattern.swiftLiteral
      // An argument of the constraints is indented by up to twelve columns.
      arguments.append("pattern:" + (literal.count + 22 > 100 ? "\n    " : " ") + literal)
    }
    if let minimum { arguments.append("minimum: \(minimum.formatted)") }
    if let maximum { arguments.append("maximum: \(maximum.formatted)") }
    if let minLength { arguments.append("minLength: \(minLength)") }
    if let maxLength { arguments.append("maxLength: \(maxLength)") }
    if let minItems { arguments.append("minItems: \(minItems)") }
    if let maxItems { arguments.append("maxItems: \(maxItems)") }
    if uniqueItems { arguments.append("uniqueItems: true") }
    if !values.isEmpty {
      arguments.append("values: " + SwiftWriter.filledArray(values.map(\.swiftLiteral)))
    }
    guard !arguments.isEmpty else { return nil }
    let single = "constraints: .init(\(arguments.joined(separator: ", ")))"
    // An argument is indented by up to fourteen columns.
    guard single.count + 16 > 100 || single.contains("\n") else { return single }
    return "constraints: .init(\n  " + arguments.joined(separator: ",\n  ") + "\n)"
  }
}

extension Payload {
  /// The expression that creates the payload.
  fileprivate var expression: String {
    switch self {
    case .json(let type): ".json(\(type.expression))"
    case .text: ".text"
    case .data: ".data"
    case .stream: ".stream"
    }
  }
}

extension TypeReference {
  /// The expression that creates the reference.
  fileprivate var expression: String {
    switch self {
    case .scalar(let scalar): ".\(scalar)"
    case .named(let name): ".named(\(name.swiftLiteral))"
    case .list(let element): ".list(\(element.expression))"
    case .map(let value): ".map(\(value.expression))"
    }
  }
}
