import EndpointDefinition
import EndpointModel
import EndpointRuntime
import Foundation
import SampleSupport
import Testing

@Suite("Recorded responses of API v2")
struct RecordedResponseTests {
  /// A response of the real API; personal data is replaced.
  struct Recording: Decodable {
    var method: String
    var path: String
    var status: Int
    var body: JSON?

    /// All recordings of successful responses with a JSON body, from one JSON document on each line.
    static func all() throws -> [Recording] {
      let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Responses.jsonl")
      return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n"))
        .map { try JSONDecoder().decode(Recording.self, from: $0) }
        .filter { $0.status < 300 && $0.body != nil }
    }

    /// The method and the path, with placeholders of any name.
    var signature: String {
      let path = path.replacing("/api/atlas/v2", with: "", maxReplacements: 1)
      return OperationModel.signature(method, path.isEmpty ? "/" : path)
    }
  }

  @Test("decode and encode without loss")
  func lossless() async throws {
    let module = try SampledModule(definitions: "AtlasAdminV2", samples: Samples())
    let endpoints = Dictionary(
      module.model.endpoints.map { ($0.signature, $0) }, uniquingKeysWith: { first, _ in first })
    let recordings = try Recording.all()
    #expect(recordings.count > 100)
    for recording in recordings {
      let endpoint = try #require(endpoints[recording.signature], "\(recording.signature)")
      let losses = try await module.losses(of: recording.body ?? .null, to: endpoint)
      // Clients have no use for the links between resources.
      #expect(losses.filter { !$0.hasSuffix("/links") } == [], "\(recording.signature)")
    }
  }
}
