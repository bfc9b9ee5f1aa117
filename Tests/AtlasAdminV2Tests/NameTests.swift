import EndpointDefinition
import SampleSupport
import Testing

@Suite("The names of API v2")
struct NameTests {
  private static func names(_ definitions: String) throws -> [String: String] {
    let endpoints = try APIModel.definitions(definitions).endpoints.filter { $0.basePath == nil }
    return Dictionary(
      endpoints.map { ($0.signature, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  @Test("are those of API v1 for the same operations")
  func pairs() throws {
    let (first, second) = (try Self.names("AtlasAdmin"), try Self.names("AtlasAdminV2"))
    let pairs = first.compactMap { key, name in second[key].map { (key, name, $0) } }
    #expect(pairs.count > 200)
    let others = pairs.filter { $1 != $2 }
      .map { "\($0): \($1) in v1, \($2) in v2" }.sorted()
    #expect(others == [])
  }
}
