import EndpointModel

extension Resolver {
  /// Returns the query parameters of an endpoint that only change the default of one that all
  /// endpoints share.
  mutating func overrides(of endpoint: EndpointDeclaration, api: APIModel) -> [ParameterModel] {
    endpoint.queryParameters.compactMap { declaration in
      guard let name = declaration.name, let value = declaration.defaultValue?.value,
        let shared = api.parameters.first(where: { $0.name == name.value }),
        shared.defaultValue != value, let model = parameter(declaration)
      else { return nil }
      if model.type != shared.type || model.unit != shared.unit || model.isRequired {
        report(
          "every endpoint of the API has '\(name.value)' as an optional \(shared.type); only its default can differ",
          at: name.valueLocation)
      }
      return model
    }
  }
}
