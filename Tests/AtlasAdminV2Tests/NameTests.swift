import EndpointDefinition
import EndpointModel
import Foundation
import SampleSupport
import Testing

@Suite("The names of API v2")
struct NameTests {
  /// Operations of both versions that have the same method and path, and different names, since they are
  /// not the same.
  private static let exceptions: [String: String] = [:]

  private static func endpoints(_ definitions: String) throws -> [String: String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Definitions/\(definitions)").standardizedFileURL
    let model = try #require(DefinitionReader().read(folder: folder.path).model)
    return Dictionary(
      model.endpoints.filter { $0.basePath == nil }.map { endpoint in
        let path = endpoint.path.description.replacing(/\{[^}]*\}/, with: "{}")
        return ("\(endpoint.method) \(path)", endpoint.name)
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test("are those of API v1 for the same operations")
  func pairs() throws {
    let (first, second) = (try Self.endpoints("AtlasAdmin"), try Self.endpoints("AtlasAdminV2"))
    let pairs = first.compactMap { key, name in second[key].map { (key, name, $0) } }
    #expect(pairs.count > 200)
    let others = pairs.filter { $1 != $2 && Self.exceptions[$0] != $2 }
      .map { "\($0): \($1) in v1, \($2) in v2" }.sorted()
    #expect(others == [])
  }
}
