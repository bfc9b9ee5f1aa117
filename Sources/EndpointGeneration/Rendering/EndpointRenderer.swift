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

  /// The operation, with the parameters whose values the types do not restrict enough.
  var operation: EndpointOperation {
    var operation = api.descriptor(of: endpoint, tag: tag, types: types).operation
    operation.parameters.removeAll {
      $0.constraints == ParameterConstraints() && $0.listStyle != .commaSeparated
    }
    for index in operation.parameters.indices {
      operation.parameters[index].cases = []
      operation.parameters[index].defaultValue = nil
    }
    return operation
  }

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
    let conformance =
      renderer.api.endpointProtocol + (endpoint.isPaginated ? ", PaginatedEndpoint" : "")
    block("public struct \(endpoint.name): \(conformance)") { writer in
      writer.writeResponse(renderer.response, isPaginated: endpoint.isPaginated)
      writer.call(
        "@_spi(Generated) public static let operation = EndpointOperation",
        renderer.operation.arguments)
      writer.line()
      writer.writeProperties(renderer.properties)
      writer.writeInitializer(
        renderer.properties, deprecation: endpoint.documentation.deprecationMessage)
      writer.block(
        "@_spi(Generated) public func encode(into request: inout RequestBuilder) throws"
      ) { writer in
        renderer.encoding.forEach { writer.statement($0) }
      }
      writer.writeDecoding(renderer.response)
      writer.writeHeaderFields(of: endpoint, types: renderer.types)
    }
  }

  /// Writes the type of the response.
  private mutating func writeResponse(_ response: ResponseRenderer, isPaginated: Bool) {
    guard !response.cases.isEmpty else {
      return line("public typealias \(isPaginated ? "Item" : "Response") = \(response.type)")
    }
    block("public enum Response: Hashable, Sendable") { writer in
      for (name, model) in response.cases {
        let statuses =
          model.matchesAnySuccess
          ? "any other status of success" : model.statuses.map(String.init).joined(separator: ", ")
        let format = model.contentType.map { " as `\($0)`" } ?? ""
        writer.documentation([
          model.documentation.summary, "The response with \(statuses)\(format).",
        ])
        writer.line(
          "case \(SwiftName.escaped(name))" + (model.payload.map { "(\($0.swiftType))" } ?? ""))
      }
    }
  }

  /// Writes the decoding of a response, if the runtime's default does not apply.
  private mutating func writeDecoding(_ response: ResponseRenderer) {
    guard let statements = response.decoding else { return }
    line()
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
