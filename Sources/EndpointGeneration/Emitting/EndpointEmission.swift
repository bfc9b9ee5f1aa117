import EndpointDefinition
import EndpointModel

/// The request struct of one endpoint.
struct EndpointEmission {
  var endpoint: OperationModel
  var tag: String
  var api: APIModel
  var types: TypeIndex
  var response: ResponseEmission

  init(_ endpoint: OperationModel, in tag: String, of api: APIModel, types: TypeIndex) {
    self.endpoint = endpoint
    self.tag = tag
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
    if let unit = parameter.unit { value = "TimeCount(\(value), in: .\(unit))" }
    if types.enumeration(parameter.type) != nil {
      value += parameter.isRequired ? "" : "?"
      value += types.isList(parameter.type) ? ".map(\\.rawValue)" : ".rawValue"
    }
    let style =
      types.isList(parameter.type) && !parameter.isExploded && parameter.parameterLocation == .query
      ? ", style: .commaSeparated" : ""
    let arguments = "(\(parameter.name.swiftLiteral), to: \(value)\(style))"
    return switch parameter.parameterLocation {
    case .path: "request.setPathParameter" + arguments
    case .query: "request.setQueryParameter" + arguments
    case .header: "try request.setHeaderField" + arguments
    }
  }

  /// The description of the endpoint.
  var descriptor: EndpointDescriptor { api.descriptor(of: endpoint, tag: tag, types: types) }

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
      writer.emitDescriptor(emission.descriptor.arguments)
      writer.line()
      writer.documentation(["Writes the arguments into a request."])
      writer.block(
        "@_spi(Generated) public func encode(into request: inout RequestBuilder) throws"
      ) { writer in
        emission.encoding.forEach { writer.statement($0) }
      }
      writer.emitDecoding(emission.response)
    }
  }

  /// Writes the descriptor, with its values inside of a function: an edit there concerns no other file.
  private mutating func emitDescriptor(_ arguments: [String]) {
    documentation(["The description of the endpoint."])
    line("@_spi(Generated) public static let descriptor: EndpointDescriptor = describe()")
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
      "@_spi(Generated) public static func decode(_ response: ResponseDecoder) throws -> \(response.type)"
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
