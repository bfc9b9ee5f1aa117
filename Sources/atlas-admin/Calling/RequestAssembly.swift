import AtlasAdmin
import Foundation

/// Puts a request together of what was typed, and says what is missing or wrong.
struct RequestAssembly {
  let api: APIDescriptor
  let endpoint: EndpointDescriptor

  /// The request.
  ///
  /// - Throws: A usage failure naming the argument.
  func request(path: [Assignment], query: [Assignment], body: Data?) throws -> EndpointRequest {
    var request = EndpointRequest(endpoint)
    let expected = endpoint.parameters.filter { $0.place == .path }
    for assignment in path {
      let parameter = try find(assignment, among: expected, option: "--param")
      request.setPath(parameter.name, assignment.value)
    }
    for parameter in expected where request.pathValues[parameter.name] == nil {
      throw CommandFailure(
        .usage, "\(endpoint.name) needs --param \(parameter.name)=… (\(parameter.type))")
    }
    let known = api.queryParameters(of: endpoint)
    for assignment in query {
      let parameter = try find(assignment, among: known, option: "--query")
      try check(assignment.value, for: parameter)
      request.addQuery(parameter.name, assignment.value)
    }
    for parameter in known
    where parameter.isRequired && !request.query.contains(where: { $0.name == parameter.name }) {
      throw CommandFailure(
        .usage, "\(endpoint.name) needs --query \(parameter.name)=… (\(parameter.type))")
    }
    try set(body, in: &request)
    return request
  }

  private func find(
    _ assignment: Assignment, among parameters: [ParameterDescriptor], option: String
  ) throws -> ParameterDescriptor {
    let name = assignment.name.lowercased()
    if let parameter = parameters.first(where: { $0.name.lowercased() == name }) {
      return parameter
    }
    let names = parameters.map(\.name).joined(separator: ", ")
    throw CommandFailure(
      .usage,
      "\(endpoint.name) has no \(option) '\(assignment.name)'; it has \(names.isEmpty ? "none" : names)"
    )
  }

  private func check(_ value: String, for parameter: ParameterDescriptor) throws {
    let isValid =
      switch parameter.type {
      case "Bool": ["true", "false"].contains(value)
      case "Int", "Int64": Int64(value) != nil
      case "Double": Double(value) != nil
      default: true
      }
    guard isValid else {
      throw CommandFailure(
        .usage, "--query \(parameter.name) must be of type \(parameter.type), not '\(value)'")
    }
  }

  private func set(_ body: Data?, in request: inout EndpointRequest) throws {
    switch (endpoint.bodyType, body) {
    case (nil, nil): return
    case (nil, _?): throw CommandFailure(.usage, "\(endpoint.name) takes no --body")
    case (let type?, nil):
      throw CommandFailure(
        .usage, "\(endpoint.name) needs a JSON document (\(type)): give --body FILE or --body -")
    case (_?, let body?):
      guard (try? JSONDecoder().decode(JSON.self, from: body)) != nil else {
        throw CommandFailure(.usage, "the body is no JSON document")
      }
      request.body = body
      request.headerFields[.contentType] = "application/json"
    }
  }
}

extension APIDescriptor {
  /// All query parameters of an endpoint: its own, those of pagination and those that all endpoints share.
  func queryParameters(of endpoint: EndpointDescriptor) -> [ParameterDescriptor] {
    let own = endpoint.parameters.filter { $0.place == .query }
    let paging = endpoint.isPaginated ? pagination?.parameters ?? [] : []
    return own + paging + parameters
  }
}
