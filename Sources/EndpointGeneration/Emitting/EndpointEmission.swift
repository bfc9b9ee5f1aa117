import EndpointDefinition

/// The request struct of one endpoint.
struct EndpointEmission {
  var endpoint: EndpointModel
  var group: String
  var api: APIModel
  var types: TypeIndex
  var response: ResponseEmission

  init(_ endpoint: EndpointModel, in group: String, of api: APIModel, types: TypeIndex) {
    self.endpoint = endpoint
    self.group = group
    self.api = api
    self.types = types
    response = ResponseEmission(endpoint)
  }

  /// The properties in the order in which a caller gives them: what the request cannot do without
  /// comes first, the page last.
  var properties: [PropertyEmission] {
    let required = endpoint.parameters.filter(\.isRequired).map(PropertyEmission.init)
    let optional = endpoint.parameters.filter { !$0.isRequired }.map(PropertyEmission.init)
    let body = endpoint.body.map { [PropertyEmission($0)] } ?? []
    return required + body + optional + (endpoint.isPaginated ? [.page] : [])
  }

  /// The statements that write the arguments into a request.
  var encoding: [String] {
    endpoint.parameters.map(statement) + (endpoint.body.map { [$0.statement] } ?? [])
  }

  private func statement(for parameter: ParameterModel) -> String {
    var value = PropertyEmission(parameter).access
    if let unit = parameter.unit {
      value += "\(parameter.isRequired ? "" : "?").count(of: .\(unit))"
    }
    let style =
      types.isList(parameter.type) && !parameter.isExploded && parameter.parameterLocation == .query
      ? ", style: .commaSeparated" : ""
    let arguments = "(\(parameter.name.swiftLiteral), \(value)\(style))"
    return switch parameter.parameterLocation {
    case .path: "request.setPath" + arguments
    case .query: "request.addQuery" + arguments
    case .header: "try request.setHeader" + arguments
    }
  }

  /// The arguments of the descriptor's initializer.
  var descriptorArguments: [String] {
    var arguments = [
      "name: \(endpoint.name.swiftLiteral)",
      "group: \(group.swiftLiteral)",
      "summary: \((endpoint.documentation.summary ?? "").swiftText())",
      "method: \(endpoint.method.swiftLiteral)",
      "path: \(endpoint.path.description.swiftLiteral)",
    ]
    if let basePath = endpoint.basePath { arguments.append("basePath: \(basePath.swiftLiteral)") }
    if accept != "application/json" { arguments.append("accept: \(accept.swiftLiteral)") }
    if let type = bodyContentType, type != "application/json" {
      arguments.append("bodyContentType: \(type.swiftLiteral)")
    }
    if !endpoint.parameters.isEmpty {
      let parameters = endpoint.parameters.map { $0.descriptorExpression(types) }
      arguments.append("parameters: " + SwiftWriter.array(parameters))
    }
    if let body = endpoint.body {
      arguments.append("bodyType: \(body.payload.descriptorType.swiftLiteral)")
    }
    if let type = responseType { arguments.append("responseType: \(type.swiftLiteral)") }
    let statuses = Set(endpoint.responses.flatMap(\.statuses)).sorted().map(String.init)
    if !statuses.isEmpty {
      arguments.append("successStatuses: [\(statuses.joined(separator: ", "))]")
    }
    if endpoint.isPaginated { arguments.append("isPaginated: true") }
    if endpoint.responses.contains(where: { $0.payload == .stream }) {
      arguments.append("isStreamed: true")
    }
    if let example = example(endpoint.body?.examples, of: endpoint.body?.payload) {
      arguments.append("bodyExample: \(example.swiftJSON)")
    }
    let first = endpoint.responses.first { $0.payload?.jsonType != nil }
    let response = example(first?.examples, of: first?.payload)
    if let example = response ?? first?.payload?.jsonType.map(types.examples.example) {
      arguments.append("responseExample: \(example.swiftJSON)")
    }
    if endpoint.documentation.deprecation != nil { arguments.append("isDeprecated: true") }
    return arguments
  }

  /// The types of what successful calls response, as the definition writes them.
  private var responseType: String? {
    var types: [String] = []
    for type in endpoint.responses.compactMap({ $0.payload?.descriptorType })
    where !types.contains(type) { types.append(type) }
    return types.isEmpty ? nil : types.joined(separator: " | ")
  }

  private var jsonMediaType: String {
    (api.mediaType ?? "application/json").replacing("{version}", with: endpoint.version ?? "")
  }

  private var accept: String {
    var types: [String] = []
    for type in endpoint.responses.map({ $0.contentType ?? jsonMediaType })
    where !types.contains(type) { types.append(type) }
    return types.joined(separator: ", ")
  }

  private var bodyContentType: String? { endpoint.body.map { $0.contentType ?? jsonMediaType } }

  /// The first example that was given, or that of the struct.
  private func example(_ examples: [ExampleModel]?, of payload: PayloadModel?) -> String? {
    examples?.first?.json
      ?? payload?.jsonType.flatMap { types.structure($0)?.examples.first?.json }
  }

  /// The sentence that names the roles, if any are known.
  var roles: String? {
    switch endpoint.roles.count {
    case 0: nil
    case 1: "The caller needs the role \(endpoint.roles[0])."
    default: "The caller needs one of the roles \(endpoint.roles.joined(separator: ", "))."
    }
  }
}

extension PropertyEmission {
  /// The property that says which page a list should begin with.
  fileprivate static let page = PropertyEmission(
    wireName: "page", name: "page", type: "PageRequest", defaultValue: ".init()",
    documentation: ["Which page to ask for, and how long."])
}

extension SwiftWriter {
  /// Writes a request struct.
  mutating func emit(_ emission: EndpointEmission) {
    let endpoint = emission.endpoint
    line()
    documentation([
      endpoint.documentation.summary ?? "Calls `\(endpoint.name)`.",
      "`\(endpoint.method) \(endpoint.path)`",
      endpoint.documentation.details,
      emission.roles,
      endpoint.documentation.deprecationNote,
    ])
    let conformance = endpoint.isPaginated ? "PaginatedEndpoint" : "Endpoint"
    block("public struct \(endpoint.name): \(conformance)") { writer in
      writer.documentation(["The API that it belongs to."])
      writer.line("public typealias API = \(emission.api.swiftName)")
      writer.emitResponse(emission.response, isPaginated: endpoint.isPaginated)
      writer.line()
      writer.emitProperties(emission.properties)
      writer.emitInitializer(
        emission.properties, documentation: "Creates a request.",
        deprecation: endpoint.documentation.deprecationMessage)
      writer.line()
      writer.emitDescriptor(emission.descriptorArguments)
      writer.line()
      writer.documentation(["Writes the arguments into a request."])
      writer.block(
        "public func encode(into request: inout EndpointRequest) throws"
      ) { writer in
        emission.encoding.forEach { writer.statement($0) }
      }
      writer.emitDecoding(emission.response)
    }
  }

  /// Writes the descriptor, with its values inside of a function: an edit there concerns no other file.
  private mutating func emitDescriptor(_ arguments: [String]) {
    documentation(["The description of the endpoint."])
    line("public static let descriptor: EndpointDescriptor = describe()")
    line()
    block("private static func describe() -> EndpointDescriptor") { writer in
      writer.list("EndpointDescriptor(", arguments, ")")
    }
  }

  /// Writes the type of what a call gives back.
  private mutating func emitResponse(_ response: ResponseEmission, isPaginated: Bool) {
    documentation([isPaginated ? "An item of the list." : "The response."])
    guard !response.cases.isEmpty else {
      return line("public typealias \(isPaginated ? "Item" : "Response") = \(response.type)")
    }
    block("public enum Response: Hashable, Sendable") { writer in
      for (name, model) in response.cases {
        let statuses =
          model.matchesAnySuccess
          ? "any other status of success" : model.statuses.map(String.init).joined(separator: ", ")
        let format = model.contentType.map { " as `\($0)`" } ?? ""
        writer.documentation(["The response with \(statuses)\(format)."])
        writer.line(
          "case \(SwiftName.escaped(name))" + (model.payload.map { "(\($0.swiftType))" } ?? ""))
      }
    }
  }

  /// Writes how a response is read, where the runtime cannot know it by the type.
  private mutating func emitDecoding(_ response: ResponseEmission) {
    guard let statements = response.decoding else { return }
    line()
    documentation(["Decodes the response."])
    block(
      "public static func decode(_ response: ResponseDecoder) throws -> \(response.type)"
    ) { writer in
      statements.forEach { writer.statement($0) }
    }
  }
}

extension BodyModel {
  /// The statement that writes it into a request.
  fileprivate var statement: String {
    switch payload {
    case .json: "try request.setBody(body)"
    case .text:
      isRequired
        ? "request.setBody(bytes: Data(body.utf8))"
        : "request.setBody(bytes: body.map { Data($0.utf8) })"
    case .data, .stream: "request.setBody(bytes: body)"
    }
  }
}

extension PayloadModel {
  /// The type as the definition writes it.
  fileprivate var descriptorType: String {
    switch self {
    case .json(let type): type.description
    case .text: "String"
    case .data: "Data"
    case .stream: "stream"
    }
  }
}

extension ParameterModel {
  /// The expression that describes the parameter to the runtime.
  ///
  /// - Parameter types: The types of the API.
  func descriptorExpression(_ types: TypeIndex) -> String {
    var arguments = [name.swiftLiteral, type.description.swiftLiteral]
    let element = types.element(type)
    if element != type, .list(element) != type {
      arguments.append("element: \(element.description.swiftLiteral)")
    }
    if parameterLocation != .path {
      if isRequired { arguments.append("required: true") }
      if let defaultValue { arguments.append("default: \(defaultValue.swiftLiteral)") }
      if types.isList(type) {
        arguments.append("list: .\(isExploded ? "repeated" : "commaSeparated")")
      }
    }
    if let unit { arguments.append("unit: .\(unit)") }
    let cases = types.enumeration(type).map { "cases: \($0).allCases.map(\\.rawValue)" }
    let others = [cases, constraints.expression].compactMap { $0 }
    let whole = ".\(parameterLocation.rawValue)(\((arguments + others).joined(separator: ", ")))"
    // Descriptors are indented by six columns and have a comma behind them.
    if whole.count + 7 <= 100 || others.isEmpty { return whole }
    let lines = [arguments.joined(separator: ", ")] + others
    return ".\(parameterLocation.rawValue)(\n  \(lines.joined(separator: ",\n  ")))"
  }
}

extension ConstraintsModel {
  /// The argument that describes the constraints to the runtime; `nil` if there are none.
  fileprivate var expression: String? {
    var arguments: [String] = []
    if let pattern { arguments.append("pattern: \(pattern.swiftLiteral)") }
    if let minimum { arguments.append("minimum: \(minimum)") }
    if let maximum { arguments.append("maximum: \(maximum)") }
    if let minLength { arguments.append("minLength: \(minLength)") }
    if let maxLength { arguments.append("maxLength: \(maxLength)") }
    if !values.isEmpty {
      arguments.append("values: [\(values.map(\.swiftLiteral).joined(separator: ", "))]")
    }
    return arguments.isEmpty ? nil : "constraints: .init(\(arguments.joined(separator: ", ")))"
  }
}
