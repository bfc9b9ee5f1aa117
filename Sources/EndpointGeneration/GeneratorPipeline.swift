import EndpointDefinition

/// Reads definitions and generates Swift, in memory.
@_spi(Tools) public struct GeneratorPipeline: Sendable {
  /// The generated files by name; empty if there are errors.
  public let files: [String: String]
  /// The messages of the errors, with their locations.
  public let errors: [String]

  /// Runs all stages.
  ///
  /// - Parameter definitions: The bytes of the definition files by their relative paths.
  public init(definitions: [String: [UInt8]]) {
    let result = DefinitionReader().read(files: definitions).checkedForSwift()
    let generated = result.model.map { SwiftGenerator().files(for: $0) } ?? []
    files = Dictionary(generated.map { ($0.name, $0.contents) }) { first, _ in first }
    errors = result.diagnostics.filter { $0.severity == .error }.map(\.description)
  }
}
