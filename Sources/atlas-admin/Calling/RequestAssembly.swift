@_spi(Generated) import AtlasAdmin
import EndpointModel
@_spi(Generated) import EndpointRuntime
import Foundation

/// Creates a request from the arguments of the command.
struct RequestAssembly {
  let api: APIDescriptor
  let endpoint: EndpointDescriptor

  /// The arguments of the command.
  struct Arguments {
    var path: [Assignment] = []
    var query: [Assignment] = []
    var header: [Assignment] = []
    var body: Data?
  }

  /// Returns the request.
  ///
  /// - Throws: A usage failure with the argument.
  func request(with arguments: Arguments) throws -> RequestBuilder {
    var request = RequestBuilder(endpoint.operation)
    for (parameter, values) in try match(arguments.path, .path) {
      request.setPathParameter(parameter.name, to: values.last ?? "")
    }
    for (parameter, values) in try match(arguments.query, .query) {
      request.setQueryParameter(parameter.name, to: values, style: parameter.listStyle ?? .repeated)
    }
    for (parameter, values) in try match(arguments.header, .header) {
      try request.setHeaderField(parameter.name, to: values)
    }
    try set(arguments.body, in: &request)
    return request
  }

  /// Returns the given parameters of a location with their values in order.
  private func match(_ assignments: [Assignment], _ location: ParameterLocation) throws
    -> [(parameter: ParameterDescriptor, values: [String])]
  {
    let parameters = api.parameters(of: endpoint).filter { $0.location == location }
    var values: [String: [String]] = [:]
    var names: [String] = []
    for assignment in assignments {
      let parameter = try find(assignment.name, among: parameters, option: location.option)
      let value = try ArgumentCheck(parameter: parameter, option: location.option)
        .value(of: assignment.value)
      if values[parameter.name] == nil {
        names.append(parameter.name)
      } else if parameter.listStyle == nil {
        throw CommandFailure(
          .usage, "\(location.option) \(parameter.name) is given twice; remove one of them")
      }
      values[parameter.name, default: []].append(value)
    }
    for parameter in parameters where parameter.isRequired && values[parameter.name] == nil {
      throw CommandFailure(
        .usage,
        "\(endpoint.name) needs \(location.option) \(parameter.name)=… (\(parameter.type))")
    }
    return names.compactMap { name in
      parameters.first { $0.name == name }.map { ($0, values[name] ?? []) }
    }
  }

  private func find(_ name: String, among parameters: [ParameterDescriptor], option: String)
    throws -> ParameterDescriptor
  {
    let plainName = name.plainName
    if let parameter = parameters.first(where: { $0.name.plainName == plainName }) {
      return parameter
    }
    let names = parameters.map(\.name).joined(separator: ", ")
    throw CommandFailure(
      .usage,
      "\(endpoint.name) has no \(option) '\(name)'; it has \(names.isEmpty ? "none" : names)")
  }

  private func set(_ body: Data?, in request: inout RequestBuilder) throws {
    let isJSON = endpoint.body?.jsonType != nil
    switch (endpoint.body, body) {
    case (nil, nil): return
    case (nil, _?): throw CommandFailure(.usage, "\(endpoint.name) takes no --body")
    case (let type?, nil):
      let what = isJSON ? "a JSON document (\(type))" : endpoint.bodyContentType
      throw CommandFailure(
        .usage, "\(endpoint.name) needs \(what): give --body FILE or --body -")
    case (_?, let body?):
      if isJSON { try checkJSON(body) }
      request.setBody(bytes: body)
    }
  }
}

extension RequestAssembly {
  private func checkJSON(_ body: Data) throws {
    guard !body.isEmpty else {
      throw CommandFailure(.usage, "the body is not a JSON document: it is empty")
    }
    do {
      try JSONSyntax.check(body)
    } catch {
      throw CommandFailure(.usage, "the body is not a JSON document: \(error)")
    }
  }
}

extension String {
  /// The name without case, hyphens, and underscores, so that GROUP-ID, group-id, groupId, and
  /// group_id are equal.
  var plainName: String { lowercased().filter { $0 != "-" && $0 != "_" } }
}

extension ParameterLocation {
  /// The option that sets a parameter.
  fileprivate var option: String {
    switch self {
    case .path: "--param"
    case .query: "--query"
    case .header: "--header"
    }
  }
}
