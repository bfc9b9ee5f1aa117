package import EndpointModel

extension APIModel {
  /// Returns the descriptor of the API.
  package func descriptor(types: TypeIndex) -> APIDescriptor {
    let hints = (errorCodes?.codes ?? []).compactMap { code in code.hint.map { (code.value, $0) } }
    let statuses = (errorCodes?.statuses ?? []).map { ($0.value, $0.code) }
    return APIDescriptor(
      name: name, baseURL: baseURL, parameters: parameters.map { $0.descriptor(types: types) },
      envelope: envelope, pagination: pagination, error: error,
      errorHints: Dictionary(hints) { first, _ in first },
      errorCodes: Dictionary(statuses) { first, _ in first })
  }

  /// Returns the descriptor of an endpoint.
  package func descriptor(
    of operation: OperationModel, tag: String, types: TypeIndex
  ) -> EndpointDescriptor {
    let json = mediaType(of: operation)
    let statuses = Set(operation.responses.flatMap(\.statuses)).sorted()
    let response = operation.responses.first { $0.payload?.jsonType != nil }
    return EndpointDescriptor(
      name: operation.name, tag: tag, summary: operation.documentation.summary ?? "",
      method: operation.method, path: operation.path, basePath: operation.basePath,
      version: mediaType?.contains("{version}") == true ? operation.version : nil,
      accept: operation.responses.filter { !$0.isInterim }.map { $0.contentType ?? json }.uniqued,
      bodyContentType: operation.body.map { $0.contentType ?? json } ?? "application/json",
      parameters: (operation.parameters + operation.overrides).map { $0.descriptor(types: types) },
      body: operation.body?.payload, responses: operation.responses.compactMap(\.payload).uniqued,
      successStatuses: statuses.filter { $0 >= 200 },
      interimStatuses: statuses.filter { $0 < 200 },
      isPaginated: operation.isPaginated, isAuthenticated: operation.isAuthenticated,
      isEnveloped: operation.isEnveloped(by: envelope),
      responseExample: response.flatMap { response in
        response.examples.first?.json ?? response.payload?.jsonType.map(types.examples.example)
      }, isDeprecated: operation.documentation.isDeprecated)
  }

  /// Returns the media type of the JSON of an endpoint.
  package func mediaType(of operation: OperationModel) -> String {
    (mediaType ?? "application/json").replacing("{version}", with: operation.version ?? "")
  }
}

extension OperationModel {
  /// Whether the response is in an envelope unless a request asks for none.
  package func isEnveloped(by envelope: Envelope?) -> Bool {
    overrides.contains { $0.name == envelope?.switchParameter && $0.defaultValue == "true" }
  }
}

extension ParameterModel {
  /// Returns the descriptor of the parameter.
  package func descriptor(types: TypeIndex) -> ParameterDescriptor {
    let isList = types.isList(type)
    let element = types.element(type)
    return ParameterDescriptor(
      parameterLocation, name, type: isList ? .list(element) : element, isRequired: isRequired,
      defaultValue: defaultValue,
      listStyle: isList && parameterLocation != .path
        ? (isExploded ? .repeated : .commaSeparated) : nil,
      unit: unit, cases: types.cases(element), constraints: constraints)
  }
}

extension Array where Element: Hashable {
  /// The elements each once, in their order.
  package var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
