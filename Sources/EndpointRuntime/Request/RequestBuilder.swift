public import EndpointModel
public import Foundation
public import HTTPTypes

/// Builds the request of an endpoint: everything but the base URL and the credentials.
///
/// Typed endpoints encode themselves into a builder. A program that knows an endpoint only by its
/// descriptor, such as a command-line tool, sets the parameters by name.
@_spi(Generated) public struct RequestBuilder: Sendable {
  /// The operation of the endpoint.
  public let operation: EndpointOperation
  /// The value of each placeholder of the path, before percent-encoding.
  public var pathValues: [String: String] {
    let values = arguments.lazy.filter { $0.location == .path }.map { ($0.name, $0.text) }
    return Dictionary(values) { _, last in last }
  }
  /// The names and values of the query in order, before percent-encoding.
  public private(set) var query: [(name: String, value: String)] = []
  /// The header fields that are added to those of the client.
  public var headerFields: HTTPFields = [:]
  /// The body, if there is one.
  public var body: HTTPBody?
  /// All values, for validation by the descriptors.
  private(set) var arguments: [Argument] = []

  struct Argument: Hashable {
    var location: ParameterLocation
    var name: String
    var text: String
    /// The reason why the value is invalid, as the end of a sentence; `nil` if it is valid.
    var violation: String?

    init(_ location: ParameterLocation, _ name: String, _ value: some ParameterValue) {
      self.location = location
      self.name = name
      text = value.parameterValue
      violation = value.violation
    }

    func gives(_ parameter: ParameterDescriptor) -> Bool {
      location == parameter.location && name == parameter.name
    }
  }

  /// Creates a request without any argument.
  public init(_ operation: EndpointOperation) {
    self.operation = operation
    arguments.reserveCapacity(operation.parameters.count)
  }

  /// Creates the request of an endpoint with its arguments.
  ///
  /// - Throws: ``EndpointError/invalidRequest(parameter:reason:)`` for an argument that cannot be
  ///   sent.
  init<E: Endpoint>(_ endpoint: E) throws {
    self.init(E.operation)
    try encode(endpoint)
  }

  /// Adds the arguments of an endpoint, and of the page that it requests.
  mutating func encode<E: Endpoint>(_ endpoint: E) throws {
    try endpoint.encode(into: &self)
    guard operation.isPaginated, let pagination = E.API.descriptor.pagination,
      let page = (endpoint as? any PaginatedEndpoint)?.page
    else { return }
    setQueryParameter(pagination.pageParameter, to: page.number)
    setQueryParameter(pagination.sizeParameter, to: page.size)
    if let name = pagination.countParameter { setQueryParameter(name, to: page.includesCount) }
  }

  /// Sets the value of a placeholder of the path.
  public mutating func setPathParameter(_ name: String, to value: some ParameterValue) {
    arguments.append(Argument(.path, name, value))
  }

  /// Sets a query parameter unless the value is `nil`.
  public mutating func setQueryParameter(_ name: String, to value: (some ParameterValue)?) {
    guard let value else { return }
    let argument = Argument(.query, name, value)
    query.append((name, argument.text))
    arguments.append(argument)
  }

  /// Sets a query parameter to a list unless it is `nil`: one parameter for each value, or one with
  /// commas between the values.
  public mutating func setQueryParameter(
    _ name: String, to values: [some ParameterValue]?,
    style: ParameterDescriptor.ListStyle = .repeated
  ) {
    guard let values else { return }
    let given = values.map { Argument(.query, name, $0) }
    arguments += given
    switch style {
    case .repeated: query += given.map { (name, $0.text) }
    case .commaSeparated: query.append((name, given.map(\.text).joined(separator: ",")))
    }
  }

  /// Sets a header field unless the value is `nil`.
  ///
  /// - Throws: ``EndpointError/invalidRequest(parameter:reason:)`` if the value is not a valid
  ///   field value.
  public mutating func setHeaderField(_ name: String, to value: (some ParameterValue)?)
    throws
  {
    guard let value else { return }
    try setHeaderField(name, to: [value])
  }

  /// Sets a header field to values separated by commas unless they are `nil`.
  ///
  /// - Throws: ``EndpointError/invalidRequest(parameter:reason:)`` if a value is not a valid field
  ///   value.
  public mutating func setHeaderField(_ name: String, to values: [some ParameterValue]?)
    throws
  {
    guard let values else { return }
    let given = values.map { Argument(.header, name, $0) }
    arguments += given
    let text = given.map(\.text).joined(separator: ", ")
    guard let fieldName = HTTPField.Name(name), text.isFieldContent else {
      throw EndpointError.invalidRequest(
        parameter: name,
        reason: "contains a line break or another control character")
    }
    headerFields[fieldName] = text
  }

  /// Sets the body to a value encoded as JSON unless it is `nil`.
  ///
  /// - Throws: ``EndpointError/invalidRequest(parameter:reason:)`` if the value cannot be encoded.
  public mutating func setBody(_ value: (some JSONValue)?) throws {
    guard let value else { return }
    do {
      setBody(bytes: try JSONCoding.encode(value))
    } catch {
      throw EndpointError.invalidRequest(
        parameter: "body", reason: "cannot be encoded as JSON: \(error)")
    }
  }

  /// Sets the body to bytes unless they are `nil`.
  public mutating func setBody(bytes: Data?) {
    guard let bytes else { return }
    setBody(HTTPBody(bytes))
  }

  /// Sets the body unless it is `nil`.
  ///
  /// A request whose body can be read only once is not retried.
  public mutating func setBody(_ body: HTTPBody?) {
    guard let body else { return }
    self.body = body
    headerFields[.contentType] = operation.bodyContentType
  }

  /// Returns the value of a placeholder of the path, before percent-encoding.
  func pathValue(_ name: String) -> String? {
    arguments.last { $0.location == .path && $0.name == name }?.text
  }

  /// Validates the arguments by the descriptors of the parameters.
  ///
  /// - Throws: ``EndpointError/invalidRequest(parameter:reason:)`` for the first invalid argument.
  func validate(listParameters: [ParameterDescriptor]) throws(EndpointError) {
    let placeholders = operation.path.placeholders
    for argument in arguments {
      if argument.location == .path, !placeholders.contains(argument.name) {
        throw EndpointError.invalidRequest(
          parameter: argument.name, reason: "is not a placeholder of the path \(operation.path)")
      }
      if let violation = argument.violation {
        throw EndpointError.invalidRequest(parameter: argument.name, reason: violation)
      }
    }
    for parameter in operation.parameters { try validate(parameter) }
    if operation.isPaginated { for parameter in listParameters { try validate(parameter) } }
  }

  private func validate(_ parameter: ParameterDescriptor) throws(EndpointError) {
    let count = arguments.count { $0.gives(parameter) }
    if count == 0, parameter.isRequired, parameter.location != .path, parameter.listStyle == nil {
      throw EndpointError.invalidRequest(
        parameter: parameter.name, reason: "is required and has no value")
    }
    if count > 0, let violation = parameter.constraints.violation(byCount: count) {
      throw EndpointError.invalidRequest(parameter: parameter.name, reason: violation)
    }
    for argument in arguments where argument.gives(parameter) {
      if parameter.listStyle == .commaSeparated, argument.text.contains(",") {
        throw EndpointError.invalidRequest(
          parameter: parameter.name,
          reason: "contains a comma in '\(argument.text)', but commas separate the values")
      }
      if let violation = parameter.violation(by: argument.text) {
        throw EndpointError.invalidRequest(parameter: parameter.name, reason: violation)
      }
    }
  }
}
