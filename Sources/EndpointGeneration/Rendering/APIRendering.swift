import EndpointDefinition
import EndpointModel

extension SwiftWriter {
  /// Writes the API: its descriptor, the protocol of its endpoints, and its options.
  mutating func write(_ api: APIModel, types: TypeIndex) {
    line()
    documentation([api.documentation.summary ?? "The \(api.name) API.", api.documentation.details])
    block("public enum \(api.swiftName): EndpointAPI") { writer in
      if let service = api.service {
        writer.documentation(["The service whose clients send the endpoints."])
        writer.line("public typealias Service = \(service.type)")
        writer.line()
      }
      writer.list(
        "@_spi(Generated) public static let descriptor = APIDescriptor(",
        api.descriptor(types: types).arguments(hasErrorCodes: api.errorCodes != nil), ")")
      writer.line("@_spi(Generated) public static let shared = SharedAPI(descriptor)")
    }
    line()
    documentation(["An endpoint of the API."])
    line("public protocol \(api.endpointProtocol): Endpoint where API == \(api.swiftName) {}")
    writeOptions(of: api, types: types)
  }

  /// Writes properties for the query parameters that all endpoints share, and the initializer.
  private mutating func writeOptions(of api: APIModel, types: TypeIndex) {
    let properties = api.parameters.map(PropertyRenderer.init)
    line()
    block("extension RequestOptions where API == \(api.swiftName)") { writer in
      for (parameter, property) in zip(api.parameters, properties) {
        writer.documentation(property.documentation)
        writer.block("public var \(property.escapedName): \(property.type)") { writer in
          writer.writeAccess(to: parameter, types: types)
        }
        writer.line()
      }
      writer.documentation([
        "Creates options. The timeout defaults to that of the client, and parameters to the "
          + "server's defaults."
      ])
      let isVersioned = api.mediaType?.contains("{version}") == true
      let arguments =
        ["timeout: Duration? = nil", "headerFields: HTTPFields = [:]"]
        + (isVersioned ? ["apiVersion: String? = nil"] : [])
      writer.filledList("public init(", arguments + properties.map(\.argument), ") {")
      writer.indented { writer in
        writer.line("self.init()")
        writer.line("self.timeout = timeout")
        writer.line("self.headerFields = headerFields")
        if isVersioned { writer.line("self.apiVersion = apiVersion") }
        properties.forEach { writer.line($0.assignment) }
      }
      writer.line("}")
    }
  }

  /// Writes the accessors of a shared parameter. Dates and durations are stored in the form that is
  /// sent.
  private mutating func writeAccess(to parameter: ParameterModel, types: TypeIndex) {
    let access = "self[parameter: \(parameter.name.swiftLiteral)]"
    if let name = types.enumeration(parameter.type) {
      line("get { \(access).map(\(name).init(rawValue:)) }")
      return line("set { \(access) = newValue?.rawValue }")
    }
    guard let unit = parameter.unit else {
      line("get { \(access) }")
      return line("set { \(access) = newValue }")
    }
    let conversion = types.isDuration(parameter.type) ? "duration" : "date"
    line("get { (\(access) as TimeCount?)?.\(conversion)(in: .\(unit)) }")
    line("set { \(access) = TimeCount(newValue, in: .\(unit)) }")
  }
}

extension APIDescriptor {
  /// The arguments of the initializer that creates the descriptor.
  ///
  /// - Parameter hasErrorCodes: Whether the module has the type `ErrorCode`, which has the hints.
  func arguments(hasErrorCodes: Bool) -> [String] {
    var arguments = ["name: \(name.swiftLiteral)", "baseURL: \(baseURL.swiftLiteral)"]
    if !parameters.isEmpty {
      arguments.append("parameters: " + SwiftWriter.array(parameters.map(\.expression)))
    }
    if let envelope { arguments.append(SwiftWriter.call("envelope: Envelope", envelope.arguments)) }
    if let pagination {
      arguments.append(SwiftWriter.call("pagination: Pagination", pagination.arguments))
    }
    if let error { arguments.append(SwiftWriter.call("error: ErrorShape", error.arguments)) }
    if hasErrorCodes {
      arguments += ["errorHints: ErrorCode.hints", "errorCodes: ErrorCode.statusCodes"]
    }
    return arguments
  }
}

extension Envelope {
  fileprivate var arguments: [String] {
    [
      "switchParameter: \(switchParameter.swiftLiteral)", "status: \(status.swiftLiteral)",
      "content: \(content.swiftLiteral)",
    ]
  }
}

extension Pagination {
  fileprivate var arguments: [String] {
    var arguments = [
      "pageParameter: \(pageParameter.swiftLiteral)",
      "sizeParameter: \(sizeParameter.swiftLiteral)",
    ]
    if let countParameter { arguments.append("countParameter: \(countParameter.swiftLiteral)") }
    arguments.append("items: \(items.swiftLiteral)")
    if let total { arguments.append("total: \(total.swiftLiteral)") }
    return arguments + [
      "firstPage: \(firstPage)", "defaultSize: \(defaultSize)", "maximumSize: \(maximumSize)",
    ]
  }
}

extension ErrorShape {
  fileprivate var arguments: [String] {
    var arguments = ["code: \(code.swiftLiteral)", "detail: \(detail.swiftLiteral)"]
    if let reason { arguments.append("reason: \(reason.swiftLiteral)") }
    if let parameters { arguments.append("parameters: \(parameters.swiftLiteral)") }
    return arguments
  }
}
