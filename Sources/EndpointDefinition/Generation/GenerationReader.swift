/// Reads `generation.xml`.
package struct GenerationReader: Sendable {
  private let limits: ReadLimits

  /// Creates a reader.
  package init(limits: ReadLimits = .init()) { self.limits = limits }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of the file.
  ///   - path: The path for diagnostics.
  /// - Returns: The model, `nil` if there is an error, and the diagnostics.
  package func read(
    _ bytes: [UInt8], path: String
  ) -> (model: GenerationModel?, diagnostics: [Diagnostic]) {
    let source = SourceText(path: path, bytes: bytes)
    switch XMLDocumentReader(source: source, limits: limits).read() {
    case .failure(let problem): return (nil, [problem.diagnostic])
    case .success(let root):
      var checker = GrammarChecker(rules: Grammar.generationRules, roots: ["generation"])
      guard checker.check(root: root) else { return (nil, checker.diagnostics) }
      var resolver = GenerationResolver(diagnostics: checker.diagnostics)
      let model = resolver.resolve(GenerationDeclaration(root))
      return (resolver.diagnostics.isEmpty ? model : nil, resolver.diagnostics)
    }
  }
}

/// Resolves the declarations of `generation.xml`.
private struct GenerationResolver {
  var diagnostics: [Diagnostic]

  mutating func resolve(_ declaration: GenerationDeclaration) -> GenerationModel {
    var model = GenerationModel()
    model.definitions = declaration.definitions?.value
    model.package = declaration.package?.value
    model.access = declaration.access?.value ?? .public
    model.includes = declaration.includes.compactMap { include($0) }
    if let package = declaration.package, declaration.definitions == nil {
      report(
        "the definitions of another package have a name; add definitions=\"…\"",
        at: package.location)
    }
    let kinds = declaration.outputs.compactMap(\.kind)
    for (index, kind) in kinds.enumerated()
    where kinds[..<index].contains(where: { $0.value == kind.value }) {
      report(
        "the output '\(kind.value.rawValue)' appears twice; remove one", at: kind.valueLocation)
    }
    if !kinds.isEmpty { model.outputs = kinds.map(\.value) }
    return model
  }

  private mutating func include(_ declaration: SliceDeclaration) -> GenerationModel.Include? {
    switch (declaration.endpoint, declaration.tag) {
    case (let endpoint?, nil):
      return .init(part: .endpoint(endpoint.value), location: endpoint.valueLocation)
    case (nil, let tag?): return .init(part: .tag(tag.value), location: tag.valueLocation)
    case (nil, nil):
      report(
        "<include> names nothing; add endpoint=\"…\" or tag=\"…\"", at: declaration.location)
    case (_?, let tag?):
      report("<include> names an endpoint or a tag; remove one", at: tag.location)
    }
    return nil
  }

  private mutating func report(_ message: String, at location: SourceLocation) {
    diagnostics.append(Diagnostic(.error, message, at: location))
  }
}
