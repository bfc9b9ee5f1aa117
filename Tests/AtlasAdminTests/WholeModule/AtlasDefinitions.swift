import EndpointDefinition
import Foundation

/// The definitions that the module under test is generated from.
enum AtlasDefinitions {
  /// The model, or nothing if the definitions have mistakes.
  static let model = DefinitionReader().read(folder: folder.path).model

  /// Every endpoint.
  static var endpoints: [OperationModel] { model?.endpoints ?? [] }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Definitions/AtlasAdmin").standardizedFileURL
}
