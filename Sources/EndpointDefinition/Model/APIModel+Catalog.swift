package import EndpointModel

extension FileModel {
  /// Returns the types and the details of endpoints for a catalog.
  ///
  /// - Parameter memberName: Returns the default name in Swift of a name on the wire.
  package func content(of api: APIModel, memberName: (String) -> String)
    -> CatalogDocument.Content
  {
    CatalogDocument.Content(
      types: Dictionary(types.map { ($0.name, $0.descriptor(memberName)) }) { first, _ in first },
      endpoints: Dictionary(endpoints.map { ($0.name, $0.details(of: api, memberName)) }) {
        first, _ in first
      },
      parameters: path == api.path ? api.parameters.map { $0.details(memberName) } : [])
  }
}

extension TypeModel {
  fileprivate func descriptor(_ memberName: (String) -> String) -> TypeDescriptor {
    switch self {
    case .structure(let model):
      TypeDescriptor(
        name: model.name, documentation: model.documentation,
        kind: .structure(model.fields.map { $0.descriptor(memberName) }))
    case .enumeration(let model):
      TypeDescriptor(
        name: model.name, documentation: model.documentation,
        kind: .enumeration(
          model.cases.map {
            CaseDescriptor(value: $0.value, documentation: $0.documentation)
          }))
    case .union(let model):
      TypeDescriptor(
        name: model.name, documentation: model.documentation,
        kind: .union(model.descriptor))
    case .alias(let model):
      TypeDescriptor(
        name: model.name, documentation: model.documentation, kind: .alias(model.type))
    }
  }
}

extension FieldModel {
  fileprivate func descriptor(_ memberName: (String) -> String) -> FieldDescriptor {
    FieldDescriptor(
      name: name, swiftName: swiftName ?? memberName(name), type: type, unit: unit,
      isRequired: isRequired, isNullable: isNullable, access: access, isSensitive: isSensitive,
      constraints: constraints, documentation: documentation)
  }
}

extension UnionModel {
  fileprivate var descriptor: UnionDescriptor {
    let variants = variants.map { variant in
      UnionDescriptor.Variant(
        value: variant.value, type: variant.type, documentation: variant.documentation)
    }
    guard case .discriminator(let name) = selection else {
      return UnionDescriptor(variants: variants)
    }
    return UnionDescriptor(discriminator: name, variants: variants)
  }
}

extension ParameterModel {
  fileprivate func details(_ memberName: (String) -> String) -> ParameterDetails {
    ParameterDetails(
      location: parameterLocation, name: name, swiftName: swiftName ?? memberName(name),
      documentation: documentation)
  }
}

extension OperationModel {
  fileprivate func details(
    of api: APIModel, _ memberName: (String) -> String
  ) -> EndpointDetails {
    let json = api.mediaType(of: self)
    return EndpointDetails(
      documentation: documentation, roles: roles,
      parameters: parameters.map { $0.details(memberName) },
      body: body.map {
        BodyDetails(isRequired: $0.isRequired, examples: $0.examples)
      },
      responses: responses.map { response in
        ResponseDetails(
          statuses: response.statuses, matchesAnySuccess: response.matchesAnySuccess,
          type: response.payload?.jsonType,
          contentType: response.payload == nil ? nil : response.contentType ?? json,
          documentation: response.documentation,
          examples: response.examples)
      },
      waiters: waiters.map(\.descriptor))
  }
}

extension WaiterModel {
  fileprivate var descriptor: WaiterDescriptor {
    WaiterDescriptor(
      name: name, documentation: documentation,
      success: success.map(\.descriptor), successStatuses: successStatuses,
      successCodes: successCodes, failure: failure.map(\.descriptor), interval: interval,
      timeout: timeout)
  }
}

extension WaiterModel.Condition {
  fileprivate var descriptor: WaiterDescriptor.Condition {
    WaiterDescriptor.Condition(
      path: path.map(\.field.name), values: values, statuses: statuses)
  }
}
