import EndpointModel
import EndpointDefinition

extension SwiftWriter {
  /// Writes the imports that the declarations of a file need, and no others, since unused public
  /// imports are warnings.
  mutating func writeImports(of file: FileModel, in api: APIModel, types: TypeIndex) {
    let isRoot = file.path == api.path
    let sharedTypes = isRoot ? api.parameters.map(\.type) : []
    var imports: [String] = []
    if isRoot {
      if let module = api.service?.module { imports.append("public import \(module)") }
      imports.append(
        access == .public
          ? "@_spi(Generated) @_exported public import EndpointRuntime"
          : "@_spi(Generated) public import EndpointRuntime")
    } else if file.needsRuntime {
      // The compiler does not count what a declaration of a package conforms to as a use.
      let isPublic = access != .package || !file.hasOnlyEnums
      imports.append("@_spi(Generated) \(isPublic ? "public " : "")import EndpointRuntime")
    }
    if isRoot || !file.endpoints.isEmpty {
      imports.insert("public import EndpointModel", at: 0)
    } else if file.hasUnits {
      imports.insert("import EndpointModel", at: 0)
    }
    if file.mentionsFoundation(types) || sharedTypes.contains(where: types.mentionsFoundation) {
      imports.append("public import Foundation")
    } else if file.usesFoundation {
      imports.append("import Foundation")
    }
    guard !imports.isEmpty else { return }
    line()
    imports.forEach { line($0) }
  }
}

extension FileModel {
  /// Whether a declaration of the file uses the runtime.
  fileprivate var needsRuntime: Bool {
    if !endpoints.isEmpty || errorCodes != nil { return true }
    return types.contains { type in
      guard case .alias(let alias) = type else { return true }
      return alias.type.mentionsRuntime
    }
  }

  /// Whether the runtime is used by the conformances of enumerations only.
  fileprivate var hasOnlyEnums: Bool {
    endpoints.isEmpty && errorCodes == nil
      && types.allSatisfy { type in
        switch type {
        case .enumeration: true
        case .alias(let alias): !alias.type.mentionsRuntime
        case .structure, .union: false
        }
      }
  }

  /// Whether a public declaration of the file has a type of Foundation.
  fileprivate func mentionsFoundation(_ types: TypeIndex) -> Bool {
    let payloads = endpoints.flatMap { [$0.body?.payload] + $0.responses.map(\.payload) }
    if payloads.contains(.data) { return true }
    let parameters = endpoints.flatMap {
      $0.parameters.map(\.type) + $0.responseHeaderFields.map(\.type)
    }
    let members = self.types.flatMap { type -> [TypeReference] in
      switch type {
      case .structure(let model): model.fields.map(\.type)
      case .alias(let model): [model.type]
      case .union(let model): model.sharedFields.map(\.type)
      case .enumeration: []
      }
    }
    return (parameters + payloads.compactMap { $0?.jsonType } + members)
      .contains(where: types.mentionsFoundation)
  }

  /// Whether a field has a unit.
  fileprivate var hasUnits: Bool {
    types.contains { type in
      guard case .structure(let model) = type else { return false }
      return model.fields.contains { $0.unit != nil }
    }
  }

  /// Whether only the body of a function uses Foundation.
  fileprivate var usesFoundation: Bool { endpoints.contains { $0.body?.payload == .text } }
}

extension TypeReference {
  fileprivate var mentionsRuntime: Bool {
    switch self {
    case .scalar(.objectID), .scalar(.json): true
    case .scalar, .named: false
    case .list(let element), .map(let element): element.mentionsRuntime
    }
  }
}
