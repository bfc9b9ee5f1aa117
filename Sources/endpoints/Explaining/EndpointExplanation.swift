import EndpointDefinition
import EndpointModel
import Foundation

/// Explains an endpoint on the wire.
struct EndpointExplanation {
  let api: APIModel
  let endpoint: OperationModel
  let tag: String

  var lines: [String] {
    let heading = Heading(
      name: endpoint.name, kind: "an endpoint of \(tag)", documentation: endpoint.documentation,
      location: endpoint.location)
    return heading.lines + request + parameters(.path, "Path") + parameters(.query, "Query")
      + parameters(.header, "Header fields") + body + success + headerFields + waiters
  }

  private var url: String {
    let types = TypeIndex(api)
    return api.descriptor(types: types).url(
      of: api.descriptor(of: endpoint, tag: tag, types: types))
  }

  private var request: [String] {
    var lines = ["", "Request", "  \(endpoint.method) \(url)"]
    if endpoint.responses.contains(where: { $0.payload != nil }) {
      lines.append("  Accept: \(accepted.joined(separator: ", "))")
    }
    if let body = endpoint.body {
      lines.append("  Content-Type: \(body.contentType ?? api.mediaType(of: endpoint))")
    }
    let schemes =
      endpoint.isAuthenticated ? api.authentication.compactMap(\.credentials).uniqued : []
    if !schemes.isEmpty {
      lines.append(
        "  Authorization: " + schemes.map { "\($0) …" }.joined(separator: ", or "))
    }
    if !endpoint.roles.isEmpty {
      lines += ["", "Roles", "  one of \(endpoint.roles.joined(separator: ", "))"]
    }
    return lines
  }

  /// The media types of the responses with a body, each once.
  private var accepted: [String] {
    var types: [String] = []
    for response in endpoint.responses where response.payload != nil {
      let type = response.contentType ?? api.mediaType(of: endpoint)
      if !types.contains(type) { types.append(type) }
    }
    return types
  }

  private func parameters(_ location: ParameterLocation, _ title: String) -> [String] {
    var table = TextTable()
    for parameter in api.parameters(of: endpoint) where parameter.parameterLocation == location {
      table.add(
        parameter.name, parameter.type.description, parameter.rules,
        parameter.documentation.summary ?? "")
    }
    return table.isEmpty ? [] : ["", title] + table.lines(indentedBy: 2)
  }

  private var body: [String] {
    guard let body = endpoint.body else { return [] }
    let title = "Body: \(body.payload.description)" + (body.isRequired ? "" : ", optional")
    guard case .json(let type) = body.payload else { return ["", title] }
    let examples =
      body.examples.isEmpty
      ? [JSONExample(json: ExampleMaker(api).example(of: type))] : body.examples
    return ["", title] + examples.flatMap(\.lines)
  }

  private var success: [String] {
    var lines = ["", "Success"]
    for response in endpoint.responses {
      let statuses =
        response.statuses.map(String.init) + (response.matchesAnySuccess ? ["2xx"] : [])
      lines.append("  \(statuses.joined(separator: ", ")): \(content(of: response))")
      lines += response.examples.flatMap(\.lines)
      if response.examples.isEmpty, let type = response.payload?.jsonType {
        lines += JSONExample(json: ExampleMaker(api).response(type, of: endpoint)).lines
      }
    }
    // Bytes and text are never in an envelope.
    let hasJSON = endpoint.responses.contains { $0.payload?.jsonType != nil || $0.payload == nil }
    if let envelope = api.envelope, hasJSON {
      let content =
        endpoint.isPaginated
        ? "the list with \"\(envelope.status)\""
        : "{\"\(envelope.status)\": …, \"\(envelope.content)\": …}"
      let isDefault = endpoint.isEnveloped(by: envelope) ? ", which is the default" : ""
      lines.append("  with \(envelope.switchParameter)=true\(isDefault): \(content)")
    }
    return lines
  }

  private func content(of response: ResponseModel) -> String {
    guard let payload = response.payload else { return "nothing" }
    let type =
      endpoint.isPaginated ? "a page of \(payload.description)" : payload.description
    let stream = payload == .stream ? ", streamed" : ""
    return type + stream + (response.contentType.map { " as \($0)" } ?? "")
  }

  private var headerFields: [String] {
    guard !endpoint.responseHeaderFields.isEmpty else { return [] }
    var table = TextTable()
    for field in endpoint.responseHeaderFields {
      table.add(
        field.name, field.type.description, field.unit.map { "in \($0.rawValue)" } ?? "",
        field.documentation.summary ?? "")
    }
    return ["", "Header fields of responses"] + table.lines(indentedBy: 2)
  }

  private var waiters: [String] {
    guard !endpoint.waiters.isEmpty else { return [] }
    return ["", "Waiters"]
      + endpoint.waiters.map { waiter in
        "  \(waiter.name): every \(waiter.interval) s, at most \(waiter.timeout) s"
          + (waiter.documentation.summary.map { ". \($0)" } ?? "")
      }
  }
}

extension ParameterModel {
  /// The rules for a value.
  fileprivate var rules: String {
    var rules: [String] = []
    if parameterLocation != .path, isRequired { rules.append("required") }
    if let defaultValue { rules.append("default \(defaultValue)") }
    if let unit { rules.append("in \(unit.rawValue)") }
    if case .list = type, parameterLocation == .query {
      rules.append(isExploded ? "repeated" : "separated by commas")
    }
    return (rules + constraints.rules).joined(separator: ", ")
  }
}

extension ParameterConstraints {
  /// The constraints as rules for a value.
  var rules: [String] {
    var rules: [String] = []
    if let minimum { rules.append("from \(minimum.formatted)") }
    if let maximum { rules.append("to \(maximum.formatted)") }
    if let minLength { rules.append("at least \(minLength) characters") }
    if let maxLength { rules.append("at most \(maxLength) characters") }
    if let minItems { rules.append("at least \(minItems) items") }
    if let maxItems { rules.append("at most \(maxItems) items") }
    if uniqueItems { rules.append("each item once") }
    if let pattern { rules.append("matches \(pattern)") }
    if !values.isEmpty { rules.append("one of \(values.joined(separator: ", "))") }
    return rules
  }
}
