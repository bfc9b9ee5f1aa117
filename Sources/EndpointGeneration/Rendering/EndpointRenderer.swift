import EndpointDefinition
import EndpointModel

/// The request struct of an endpoint.
struct EndpointRenderer {
  var endpoint: OperationModel
  var tag: String
  var api: APIModel
  var types: TypeIndex
  var response: ResponseRenderer

  init(_ endpoint: OperationModel, in tag: String, of api: APIModel, types: TypeIndex) {
    self.endpoint = endpoint
    self.tag = tag
    self.api = api
    self.types = types
    response = ResponseRenderer(endpoint)
  }

  /// The properties in the order of the initializer: required ones first, the page last.
  var properties: [PropertyRenderer] {
    let required = endpoint.parameters.filter(\.isRequired).map(PropertyRenderer.init)
    let optional = endpoint.parameters.filter { !$0.isRequired }.map(PropertyRenderer.init)
    let body = endpoint.body.map { [PropertyRenderer($0)] } ?? []
    return required + body + optional + (endpoint.isPaginated ? [.page] : [])
  }

  /// The statements that encode the arguments.
  var encoding: [String] {
    endpoint.parameters.map(statement) + (endpoint.body.map { [$0.statement] } ?? [])
  }

  private func statement(for parameter: ParameterModel) -> String {
    var value = PropertyRenderer(parameter).access
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

  /// The sentence with the roles; `nil` if none are known.
  var roles: String? {
    switch endpoint.roles.count {
    case 0: nil
    case 1: "Requires the role \(endpoint.roles[0])."
    default: "Requires one of the roles \(endpoint.roles.joined(separator: ", "))."
    }
  }
}

extension PropertyRenderer {
  /// The property for the page of a list.
  fileprivate static let page = PropertyRenderer(
    wireName: "page", name: "page", type: "PageRequest", defaultValue: ".init()",
    documentation: ["The page to request."])
}

extension SwiftWriter {
  /// Writes a request struct.
  mutating func write(_ renderer: EndpointRenderer) {
    let endpoint = renderer.endpoint
    line()
    documentation([
      endpoint.documentation.summary ?? "The endpoint `\(endpoint.name)`.",
      "`\(endpoint.method) \(endpoint.path)`",
      endpoint.documentation.details,
      renderer.roles,
      endpoint.documentation.deprecationNote,
    ])
    let conformance = endpoint.isPaginated ? "PaginatedEndpoint" : "Endpoint"
    block("public struct \(endpoint.name): \(conformance)") { writer in
      writer.documentation(["The API of the endpoint."])
      writer.line("public typealias API = \(renderer.api.swiftName)")
      writer.writeResponse(renderer.response, isPaginated: endpoint.isPaginated)
      writer.line()
      writer.writeProperties(renderer.properties)
      writer.writeInitializer(
        renderer.properties, documentation: "Creates a request.",
        deprecation: endpoint.documentation.deprecationMessage)
      writer.line()
      writer.writeDescriptor(renderer.descriptor.arguments)
      writer.line()
      writer.documentation(["Encodes the arguments into a request."])
      writer.block(
        "@_spi(Generated) public func encode(into request: inout RequestBuilder) throws"
      ) { writer in
        renderer.encoding.forEach { writer.statement($0) }
      }
      writer.writeDecoding(renderer.response)
    }
  }

  /// Writes the descriptor. Its values are in a function, so that a change does not recompile other
  /// files.
  private mutating func writeDescriptor(_ arguments: [String]) {
    documentation(["The description of the endpoint."])
    line("@_spi(Generated) public static let descriptor: EndpointDescriptor = describe()")
    line()
    block("private static func describe() -> EndpointDescriptor") { writer in
      writer.list("EndpointDescriptor(", arguments, ")")
    }
  }

  /// Writes the type of the response.
  private mutating func writeResponse(_ response: ResponseRenderer, isPaginated: Bool) {
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

  /// Writes the decoding of a response, if the runtime's default does not apply.
  private mutating func writeDecoding(_ response: ResponseRenderer) {
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
  /// The statement that encodes the body.
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
