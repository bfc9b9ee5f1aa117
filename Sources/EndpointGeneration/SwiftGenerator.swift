package import EndpointDefinition

/// Generates Swift from a model: one file for each definition file, with the same bytes for the
/// same model.
package struct SwiftGenerator: Sendable {
  private let access: AccessLevel

  /// Creates a generator.
  ///
  /// - Parameter access: The access level of the declarations.
  package init(access: AccessLevel = .public) { self.access = access }

  /// Returns diagnostics for names that collide in Swift.
  ///
  /// Swift that is generated from such a model does not compile.
  package func diagnostics(for api: APIModel) -> [Diagnostic] {
    var checker = NameChecker()
    checker.check(api)
    return checker.diagnostics
  }

  /// Returns the files of a model, in the order of its definition files.
  package func files(for api: APIModel) -> [GeneratedFile] {
    let types = TypeIndex(api)
    return api.files.map { file in
      var writer = SwiftWriter(access: access)
      writer.line("// Generated from \(file.path). Edit the definition, not this file.")
      // Requirements of protocols are documented there.
      writer.line("// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation")
      writer.writeImports(of: file, in: api, types: types)
      if file.path == api.path { writer.write(api, types: types) }
      if let codes = file.errorCodes { writer.write(codes, documentation: file.documentation) }
      for endpoint in file.endpoints {
        let renderer = EndpointRenderer(endpoint, in: file.tag ?? "", of: api, types: types)
        writer.write(renderer)
        writer.writeWaiters(of: endpoint, types: types)
      }
      for type in file.types { writer.write(type, types: types) }
      return GeneratedFile(
        name: GeneratedFile.name(forDefinition: file.path), contents: writer.text)
    }
  }
}

extension APIModel {
  /// The name of the generated type that represents the API.
  var swiftName: String { name + "API" }

  /// The name of the generated protocol of the endpoints.
  var endpointProtocol: String { name + "Endpoint" }
}

extension SwiftWriter {
  /// Writes one type.
  fileprivate mutating func write(_ type: TypeModel, types: TypeIndex) {
    switch type {
    case .structure(let model): write(model, types: types)
    case .enumeration(let model): write(model)
    case .union(let model): write(model)
    case .alias(let model):
      line()
      writeDocumentation(model.documentation, of: model.name)
      line("public typealias \(model.name) = \(model.type.swiftType)")
    }
  }
}
