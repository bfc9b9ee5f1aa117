public import EndpointDefinition

/// Turns a validated model into Swift: one file for each definition file, always the same bytes for
/// the same model.
public struct SwiftGenerator: Sendable {
  /// Makes a generator.
  public init() {}

  /// Generates the files of a model, in the order of its definition files.
  public func files(for api: APIModel) -> [GeneratedFile] {
    api.files.map { file in
      let isRoot = file.path == api.path
      var writer = SwiftWriter()
      writer.line("// Generated from \(file.path). Edit the definition, not this file.")
      writer.emitImports(of: file, isRoot: isRoot)
      if isRoot { writer.emit(api) }
      if let group = file.group { writer.emitGroup(group, of: file) }
      for endpoint in file.endpoints {
        writer.emit(EndpointEmission(endpoint, in: file.group ?? "", of: api))
      }
      for type in file.types { writer.emit(type) }
      return GeneratedFile(
        name: GeneratedFile.name(forDefinition: file.path), contents: writer.text)
    }
  }
}

extension APIModel {
  /// The name of the generated type that stands for the API.
  var swiftName: String { name + "API" }
}

extension SwiftWriter {
  /// Writes one type.
  fileprivate mutating func emit(_ type: TypeModel) {
    switch type {
    case .structure(let model): emit(model)
    case .enumeration(let model): emit(model)
    case .union(let model): emit(model)
    }
  }
}
