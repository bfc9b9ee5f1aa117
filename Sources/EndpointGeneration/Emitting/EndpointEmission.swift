import EndpointDefinition

/// The request struct of one endpoint.
struct EndpointEmission {
  var endpoint: EndpointModel
  var group: String
  var api: APIModel

  init(_ endpoint: EndpointModel, in group: String, of api: APIModel) {
    self.endpoint = endpoint
    self.group = group
    self.api = api
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
    var statements = endpoint.parameters.map { parameter in
      let name = SwiftName.escaped(PropertyEmission(parameter).name)
      return switch parameter.place {
      case .path: "request.setPath(\(parameter.name.swiftLiteral), \(name))"
      case .query: "request.addQuery(\(parameter.name.swiftLiteral), \(name))"
      }
    }
    if endpoint.body != nil { statements.append("try request.setBody(body)") }
    return statements
  }

  /// The declaration of what a call gives back.
  var responseAlias: String {
    guard let type = endpoint.response.type else { return "public typealias Response = Void" }
    return "public typealias \(endpoint.isPaginated ? "Item" : "Response") = \(type.swiftType)"
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
    if !endpoint.parameters.isEmpty {
      arguments.append(
        "parameters: " + SwiftWriter.array(endpoint.parameters.map(\.descriptorExpression)))
    }
    if let body = endpoint.body {
      arguments.append("bodyType: \(body.type.description.swiftLiteral)")
    }
    if let type = endpoint.response.type {
      arguments.append("responseType: \(type.description.swiftLiteral)")
    }
    let statuses = endpoint.response.statuses.map(String.init).joined(separator: ", ")
    arguments.append("successStatuses: [\(statuses)]")
    if endpoint.isPaginated { arguments.append("isPaginated: true") }
    if endpoint.documentation.deprecation != nil { arguments.append("isDeprecated: true") }
    return arguments
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
      writer.documentation([
        endpoint.isPaginated ? "What the list is a list of." : "What a call gives back."
      ])
      writer.line(emission.responseAlias)
      writer.line()
      writer.emitProperties(emission.properties)
      writer.emitInitializer(
        emission.properties, documentation: "Makes a request.",
        deprecation: endpoint.documentation.deprecation)
      writer.line()
      writer.documentation(["What is the same for every call."])
      writer.list(
        "public static let descriptor = EndpointDescriptor(", emission.descriptorArguments, ")")
      writer.line()
      writer.documentation(["Writes the arguments into a request."])
      writer.block(
        "public func encode(into request: inout EndpointRequest) throws(EndpointError)"
      ) { writer in
        emission.encoding.forEach { writer.line($0) }
      }
    }
  }
}

extension ParameterModel {
  /// The expression that describes the parameter to the runtime.
  var descriptorExpression: String {
    var arguments = [name.swiftLiteral, type.description.swiftLiteral]
    if place == .query {
      if isRequired { arguments.append("required: true") }
      if let defaultValue { arguments.append("default: \(defaultValue.swiftLiteral)") }
    }
    return ".\(place.rawValue)(\(arguments.joined(separator: ", ")))"
  }
}
