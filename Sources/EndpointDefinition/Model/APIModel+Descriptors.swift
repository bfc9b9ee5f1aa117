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
    let response = operation.responses.first { $0.payload?.jsonType != nil }
    return EndpointDescriptor(
      name: operation.name, tag: tag, summary: operation.documentation.summary ?? "",
      method: operation.method, path: operation.path, basePath: operation.basePath,
      accept: operation.responses.map { $0.contentType ?? json }.uniqued,
      bodyContentType: operation.body.map { $0.contentType ?? json } ?? "application/json",
      parameters: operation.parameters.map { $0.descriptor(types: types) },
      body: operation.body?.payload, responses: operation.responses.compactMap(\.payload).uniqued,
      successStatuses: Set(operation.responses.flatMap(\.statuses)).sorted(),
      isPaginated: operation.isPaginated,
      responseExample: response.flatMap { response in
        response.examples.first?.json ?? response.payload?.jsonType.map(types.examples.example)
      }, isDeprecated: operation.documentation.isDeprecated)
  }

  /// Returns the media type of the JSON of an endpoint.
  package func mediaType(of operation: OperationModel) -> String {
    (mediaType ?? "application/json").replacing("{version}", with: operation.version ?? "")
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

extension Documentation {
  /// Whether the declaration is deprecated.
  package var isDeprecated: Bool { deprecation != nil || replacement != nil }
}

extension Array where Element: Hashable {
  /// The elements each once, in their order.
  package var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
