import EndpointDefinition

extension SwiftWriter {
  /// Writes the imports that a file's declarations need, and no other: an unused one is a warning.
  mutating func emitImports(of file: FileModel, isRoot: Bool) {
    var imports: [String] = []
    if isRoot {
      imports.append("@_exported public import EndpointRuntime")
    } else if !file.endpoints.isEmpty || !file.types.isEmpty || file.group != nil {
      imports.append("public import EndpointRuntime")
    }
    if file.usesFoundation { imports.append("public import Foundation") }
    guard !imports.isEmpty else { return }
    line()
    imports.forEach { line($0) }
  }
}

extension FileModel {
  /// Whether a public declaration of the file mentions one of Foundation's types.
  fileprivate var usesFoundation: Bool {
    let parameters = endpoints.flatMap { $0.parameters.map(\.type) }
    let payloads = endpoints.flatMap { [$0.body?.type, $0.response.type].compactMap { $0 } }
    let fields = types.flatMap { type in
      if case .structure(let model) = type {
        model.fields.map(\.type)
      } else {
        [] as [TypeReference]
      }
    }
    return (parameters + payloads + fields).contains(where: \.isFoundationType)
  }
}

extension TypeReference {
  fileprivate var isFoundationType: Bool {
    switch self {
    case .scalar(.date), .scalar(.url): true
    case .scalar, .named: false
    case .list(let element), .map(let element): element.isFoundationType
    }
  }
}
