package import EndpointDefinition
import EndpointModel
import Foundation

extension APIModel {
  /// Returns the model of a folder in `Definitions`.
  ///
  /// - Throws: ``DefinitionProblem`` if the definitions have mistakes.
  package static func definitions(_ name: String) throws -> APIModel {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Definitions/\(name)").standardizedFileURL
    guard let model = DefinitionReader().read(folder: folder.path).model else {
      throw DefinitionProblem(folder: folder.path)
    }
    return model
  }
}

extension OperationModel {
  /// The method and the path, in which all placeholders are `{}`.
  package var signature: String { Self.signature(method, path.description) }

  /// Returns a method and a path, in which all placeholders are `{}`.
  package static func signature(_ method: String, _ path: String) -> String {
    "\(method) \(path.replacing(/\{[^}]*\}/, with: "{}"))"
  }
}

/// Definitions with mistakes.
package struct DefinitionProblem: Error {
  /// The folder of the definitions.
  package let folder: String
}
