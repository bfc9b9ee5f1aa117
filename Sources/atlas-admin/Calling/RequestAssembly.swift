import EndpointModel
@_spi(Generated) import EndpointRuntime
import Foundation

/// Creates a request from the arguments of the command.
struct RequestAssembly {
  let endpoint: EndpointDescriptor
  let flags: EndpointFlags
  /// Whether a request without a body is valid.
  var isBodyOptional = false
  /// Returns the default of a parameter in the settings of the connection.
  var settingDefault: (SettingDefault) -> String? = { _ in nil }

  /// Returns the request.
  ///
  /// - Throws: A usage failure with the argument.
  func request(with given: [FlagValue], body: Data?) throws -> RequestBuilder {
    let values = try checked(given)
    var request = RequestBuilder(endpoint.operation)
    for (parameter, values) in values {
      switch parameter.location {
      case .path: request.setPathParameter(parameter.name, to: values.last ?? "")
      case .query:
        request.setQueryParameter(
          parameter.name, to: values, style: parameter.listStyle ?? .repeated)
      case .header: try request.setHeaderField(parameter.name, to: values)
      }
    }
    try set(body, in: &request)
    return request
  }

  /// Returns the values to send of each parameter, in the order in which they were given.
  private func checked(_ given: [FlagValue]) throws
    -> [(parameter: ParameterDescriptor, values: [String])]
  {
    var values: [(flag: EndpointFlag, values: [String])] = []
    for item in given {
      let value = try ValueCheck(item.flag).value(of: item.value)
      if let index = values.firstIndex(where: { $0.flag.name == item.flag.name }) {
        guard item.flag.parameter.listStyle != nil else {
          throw CommandFailure(.usage, "\(item.flag.name) is given twice; remove one of them")
        }
        values[index].values.append(value)
      } else {
        values.append((item.flag, [value]))
      }
    }
    for flag in flags.flags where flag.parameter.isRequired {
      guard !values.contains(where: { $0.flag.name == flag.name }) else { continue }
      values.append((flag, [try defaultValue(of: flag)]))
    }
    return values.map { ($0.flag.parameter, $0.values) }
  }

  private func defaultValue(of flag: EndpointFlag) throws -> String {
    if let setting = flag.settingDefault, let value = settingDefault(setting) {
      return try ValueCheck(flag).value(of: value)
    }
    let alternative = flag.settingDefault.map { ", or \($0.variable)" } ?? ""
    throw CommandFailure(
      .usage,
      "\(endpoint.name) needs \(flag.name) (\(flag.parameter.type))\(alternative); "
        + "'atlas-admin explain \(endpoint.name)' describes it")
  }

  private func set(_ body: Data?, in request: inout RequestBuilder) throws {
    switch (endpoint.body, body) {
    case (nil, nil): return
    case (_?, nil) where isBodyOptional: return
    case (nil, _?):
      throw CommandFailure(.usage, "\(endpoint.name) has no body; leave out --body and --set")
    case (let payload?, nil):
      let content = payload.jsonType.map { "a JSON body (\($0))" } ?? endpoint.bodyContentType
      let means =
        payload.jsonType == nil ? "--body FILE or --body -" : "--body FILE, --body -, or --set"
      throw CommandFailure(
        .usage, "\(endpoint.name) needs \(content): give \(means)")
    case (_?, let body?): request.setBody(bytes: body)
    }
  }
}

extension ValueCheck {
  /// Creates the check of a flag's values.
  init(_ flag: EndpointFlag) {
    self.init(
      name: flag.name, type: flag.parameter.type.element, unit: flag.parameter.unit,
      cases: flag.parameter.cases, constraints: flag.parameter.constraints,
      isInPath: flag.parameter.location == .path,
      listAdvice: flag.parameter.listStyle.map { _ in "give \(flag.name) once for each value" })
  }
}
