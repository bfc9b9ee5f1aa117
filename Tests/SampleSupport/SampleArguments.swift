package import EndpointDefinition
import EndpointModel
package import EndpointRuntime
import Foundation

/// Sample arguments for one request of an endpoint, and the HTTP request that is expected.
package struct SampleArguments: Sendable {
  let endpoint: OperationModel
  let maker: SampleMaker
  /// The path of the API's base URL.
  let basePath: String

  /// Creates the arguments.
  package init(endpoint: OperationModel, maker: SampleMaker, basePath: String) {
    self.endpoint = endpoint
    self.maker = maker
    self.basePath = basePath
  }

  /// The JSON of a parameter: of one that has only some values, one of them.
  private func json(_ parameter: ParameterModel) -> JSON? {
    if case .list = parameter.type { return element(parameter).map { .array([$0]) } }
    return element(parameter)
  }

  /// The JSON of a parameter, or of one element of a list.
  private func element(_ parameter: ParameterModel) -> JSON? {
    if let value = parameter.constraints.values.first { return .string(value) }
    if parameter.constraints.pattern != nil || parameter.constraints.minLength != nil {
      return Self.strings.first(where: parameter.constraints.accepts).map { .string($0) }
    }
    if let minimum = parameter.constraints.minimum.flatMap({ Int($0) }), minimum > 7 {
      return .integer(Int64(minimum))
    }
    if let maximum = parameter.constraints.maximum.flatMap({ Int($0) }), maximum < 7 {
      return .integer(Int64(maximum))
    }
    var type = parameter.type
    if case .list(let element) = type { type = element }
    return maker.value(type, unit: parameter.unit)
  }

  /// Values for parameters with constraints on strings.
  private static let strings = [
    "some text", "text", "2026-01-31", "5e2f0a1b9c8d7e6f5a4b3c2d", "192.0.2.1",
    "host.example.com:27017",
    "mdb_sa_id_5e2f0a1b9c8d7e6f5a4b3c2d", "vpce-0f1e2d3c4b5a69788",
    String(repeating: "0123456789abcdef", count: 4),
  ]

  /// The argument for a parameter.
  package func value<Value: JSONValue>(_ name: String) throws -> Value {
    guard let parameter = endpoint.parameters.first(where: { $0.name == name }),
      let json = json(parameter)
    else { throw MissingSample(endpoint: "\(endpoint.name), parameter \(name)") }
    return try json.decoded()
  }

  /// The argument for a parameter that is a duration, which JSON has no form of its own for.
  package func value(_ name: String) throws -> Duration? {
    guard let parameter = endpoint.parameters.first(where: { $0.name == name }),
      case .integer(let count) = json(parameter)
    else { return nil }
    return .milliseconds(count * Int64((parameter.unit ?? .seconds).milliseconds))
  }

  /// The body.
  package func body<Value: JSONValue>() throws -> Value {
    guard let json = bodyJSON else { throw MissingSample(endpoint: endpoint.name) }
    return try json.decoded()
  }

  /// The body in JSON, if it is that.
  var bodyJSON: JSON? { endpoint.body?.payload.jsonType.flatMap { maker.value($0) } }

  /// The JSON of a response, or of one item where the endpoint is paginated.
  var responseJSON: JSON? {
    endpoint.responses.lazy.compactMap { $0.payload?.jsonType }.first.flatMap { maker.value($0) }
  }

  /// Path and query as they must go out.
  var target: String {
    var path = ""
    for segment in endpoint.path.segments {
      path += "/"
      for part in segment {
        switch part {
        case .text(let text): path += text
        case .placeholder(let name): path += text(name).first ?? ""
        }
      }
    }
    let query = endpoint.parameters.filter { $0.parameterLocation == .query }.flatMap { parameter in
      text(parameter.name).map { "\(parameter.name)=\($0)" }
    }
    let base = endpoint.basePath ?? basePath
    return base + path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }

  /// The texts of a parameter, percent-encoded.
  private func text(_ name: String) -> [String] {
    guard let parameter = endpoint.parameters.first(where: { $0.name == name }),
      var json = json(parameter)
    else { return [] }
    // Dates are decoded from seconds, whatever unit they are sent in.
    if parameter.unit == .milliseconds, parameter.type == .scalar(.date),
      case .integer(let seconds) = json
    {
      json = .integer(seconds * 1000)
    }
    let values = if case .array(let elements) = json { elements } else { [json] }
    return values.map { value in
      let text =
        switch value {
        case .string(let text): text
        case .bool(let value): "\(value)"
        case .integer(let number): "\(number)"
        case .double(let number): "\(number)"
        case .decimal(let number): "\(number)"
        case .null, .array, .object: ""
        }
      return text.percentEncoded
    }
  }
}

extension JSON {
  fileprivate func decoded<Value: JSONValue>() throws -> Value {
    try JSONCoding.decode(from: try JSONCoding.encode(self))
  }
}

extension ParameterConstraints {
  /// Returns whether a string has the length and matches the pattern.
  fileprivate func accepts(_ string: String) -> Bool {
    guard ((minLength ?? 0)...(maxLength ?? .max)).contains(string.count) else { return false }
    guard let pattern, let regex = try? Regex(pattern) else { return pattern == nil }
    return string.firstMatch(of: regex) != nil
  }
}
