import AtlasAdmin
import AtlasSimulator
import Foundation
import HTTPTypes
import Synchronization
import Testing

@Suite("The base URL of Atlas")
struct BaseURLTests {
  /// Remembers where requests would go.
  private final class Recorder: HTTPTransport {
    let requests = Mutex<[HTTPRequest]>([])

    func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
      -> TransportResponse
    {
      requests.withLock { $0.append(request) }
      throw TransportError(.security, message: "nothing is sent")
    }
  }

  @Test(
    "accepts a host or a full URL",
    arguments: [
      ("https://cloud.mongodbgov.com", "/api/atlas/v1.0/groups"),
      ("https://cloud.mongodbgov.com/", "/api/atlas/v1.0/groups"),
      ("https://cloud-dev.mongodb.com:8443", "/api/atlas/v1.0/groups"),
      ("https://cloud.mongodb.com/api/atlas/v1.0", "/api/atlas/v1.0/groups"),
      ("https://proxy.example.com/atlas/api/atlas/v1.0/", "/atlas/api/atlas/v1.0/groups"),
    ])
  func path(baseURL: String, expected: String) async throws {
    let recorder = Recorder()
    let atlas = AtlasClient(
      credentials: .apiKey(publicKey: "a", privateKey: "b"), baseURL: try BaseURL(baseURL),
      configuration: ClientConfiguration(timeout: .seconds(86_400), retryPolicy: .never),
      transport: recorder)
    _ = try? await atlas.send(ListProjects())
    #expect(recorder.requests.withLock { $0.first?.path } == expected)
  }
}

@Suite("A model")
struct ModelTests {
  @Test("is printed without what is nil, and without secrets")
  func description() throws {
    let json = #"{"id":"5e2f0a1b9c8d7e6f5a4b3c2d","desc":"d","privateKey":"hunter2"}"#
    let key = try JSONDecoder().decode(APIKey.self, from: Data(json.utf8))
    #expect("\(key)".contains("5e2f0a1b9c8d7e6f5a4b3c2d"))
    #expect(!"\(key)".contains("nil"))
    #expect(!"\(key)".contains("hunter2"))
  }
}
