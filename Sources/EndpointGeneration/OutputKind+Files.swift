package import EndpointDefinition

extension OutputKind {
  /// Returns the generated files of a model.
  package func files(for api: APIModel, access: AccessLevel) -> [GeneratedFile] {
    switch self {
    case .api: SwiftGenerator(access: access).files(for: api)
    case .catalog: CatalogGenerator(access: access).files(for: api)
    case .samples: [SampleGenerator().file(for: api)]
    }
  }
}
