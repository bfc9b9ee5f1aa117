import EndpointRecording
import EndpointRuntime
import EndpointSimulator
import Foundation
import HTTPTypes
import TestSupport
import Testing
import Zoo

@Suite("A recording")
struct RecordingTests {
  private func client(_ transport: any HTTPTransport, password: String = "open sesame")
    -> EndpointClient<ZooAPI>
  {
    EndpointClient(
      authenticator: DigestAuthenticator(username: "keeper", password: password),
      transport: transport, configuration: .init(retryPolicy: .never, clock: StillClock()))
  }

  private var simulator: Simulator {
    Simulator(
      ZooCatalog.catalog, credentials: .init(username: "keeper", password: "open sesame"),
      setUp: { store in await store.insert(["id": "1", "name": "Rex"], into: "/pens") })
  }

  /// Runs a test with the file of a recording of some requests.
  private func withRecording(
    _ requests: (EndpointClient<ZooAPI>) async throws -> Void,
    _ test: (URL) async throws -> Void
  ) async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = folder.url.appending(path: "recording.jsonl")
    try await requests(client(try RecordingTransport(simulator.transport, to: file)))
    try await test(file)
  }

  @Test("is replayed strictly, without credentials and challenges")
  func strict() async throws {
    try await withRecording { client in
      #expect(try await client.send(GetPen(penID: "1")).name == "Rex")
      try await client.send(AddPen(body: Pen(id: "2", name: "Ada")))
      #expect(try await client.send(ListPens()).items.count == 2)
    } _: { file in
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.split(separator: "\n").count == 3)
      for secret in ["Digest", "nonce", "cnonce", "Authorization", "WWW-Authenticate"] {
        #expect(!text.contains(secret), "\(secret)")
      }
      let replay = try ReplayTransport(contentsOf: file)
      let client = client(replay, password: "other")
      #expect(replay.unusedRequests.first == "GET /v1/pens/1")
      #expect(try await client.send(GetPen(penID: "1")).name == "Rex")
      try await client.send(AddPen(body: Pen(id: "2", name: "Ada")))
      #expect(try await client.send(ListPens()).items.map(\.name) == ["Rex", "Ada"])
      #expect(replay.unusedRequests.isEmpty)
      await #expect(throws: EndpointError.self) { try await client.send(ListPens()) }
    }
  }

  @Test("rejects other requests in strict mode and names the expected one")
  func mismatches() async throws {
    try await withRecording { client in
      try await client.send(AddPen(body: Pen(id: "2", name: "Ada")))
    } _: { file in
      let replay = try ReplayTransport(contentsOf: file)
      func send(_ method: HTTPRequest.Method, _ path: String, _ body: HTTPBody?) async throws {
        let request = HTTPRequest(method: method, scheme: "https", authority: "a", path: path)
        _ = try await replay.send(request, body: body, timeout: nil)
      }
      let other = await #expect(throws: ReplayError.self) { try await send(.get, "/v1/pens", nil) }
      #expect(other?.request == "GET /v1/pens" && other?.expected == "POST /v1/pens")
      await #expect(throws: ReplayError.self) {
        try await send(.post, "/v1/pens", #"{"id":"2","name":"Eva"}"#)
      }
      await #expect(throws: ReplayError.self) { try await send(.post, "/v1/pens?x=1", nil) }
      // Nothing was used, and the order of fields does not matter.
      try await send(.post, "/v1/pens", #"{ "name":"Ada", "id":"2" }"#)
    }
  }

  @Test("is replayed loosely by method and path, and the last response repeats")
  func loose() async throws {
    try await withRecording { client in
      _ = try await client.send(ListPens())
      try await client.send(AddPen(body: Pen(id: "2", name: "Ada")))
      _ = try await client.send(ListPens())
    } _: { file in
      let client = client(try ReplayTransport(contentsOf: file, mode: .loose))
      try await client.send(AddPen(body: Pen(id: "3", name: "Eva")))
      var counts: [Int] = []
      for _ in 0..<4 { counts.append(try await client.send(ListPens()).items.count) }
      #expect(counts == [1, 2, 2, 2])
      await #expect(throws: EndpointError.self) { try await client.send(GetPen(penID: "1")) }
    }
  }

  @Test("contains errors, and bodies that are text or bytes")
  func otherResponses() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = folder.url.appending(path: "recording.jsonl")
    let bodies = ["plain text, \"quoted\"\n", "{ \"spaced\" : 1 }", "\u{1}\u{0}", ""]
    let data = bodies.map { Data($0.utf8) } + [Data([0xFF, 0x00, 0xFE])]
    let recorder = try RecordingTransport(CannedTransport(bodies: data), to: file)
    for index in data.indices {
      let response = try await recorder.send(Self.request("/\(index)"), body: nil, timeout: nil)
      #expect(try await response.body.collect(upTo: 1000) == data[index])
    }
    let replay = try ReplayTransport(contentsOf: file)
    for index in data.indices {
      let response = try await replay.send(Self.request("/\(index)"), body: nil, timeout: nil)
      #expect(response.head.status.code == 404)
      #expect(response.head.headerFields[.contentType] == "text/plain")
      #expect(try await response.body.collect(upTo: 1000) == data[index])
    }
  }

  @Test("can be read by its owner only")
  func permissions() async throws {
    try await withRecording { client in
      _ = try await client.send(ListPens())
    } _: { file in
      let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    }
  }

  @Test(
    "is reported with the invalid line",
    arguments: [
      ("{", "line 1 is not a JSON object"), ("\n\n[]", "line 3 has no 'number'"),
      (#"{"number":1}"#, "line 1 has no 'request'"),
      (#"{"number":1,"request":{"method":"GET","url":"/"},"response":{"status":7}}"#, "'status'"),
      (
        #"{"number":1,"request":{"method":"GET","url":"/","headerFields":[["a"]]},"response":{"status":200}}"#,
        "header field"
      ),
      (
        #"{"number":1,"request":{"method":"GET","url":"/","body":{"base64":"*"}},"response":{"status":200}}"#,
        "'body'"
      ),
    ])
  func invalid(text: String, problem: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write(text, to: "recording.jsonl")
    let error = #expect(throws: EndpointError.self) { try ReplayTransport(contentsOf: file) }
    #expect(error?.description.contains(problem) == true, "\(String(describing: error))")
  }

  @Test("needs a file that can be created and read")
  func missingFiles() {
    let file = URL(filePath: "/nowhere/recording.jsonl")
    #expect(throws: EndpointError.self) { try ReplayTransport(contentsOf: file) }
    #expect(throws: EndpointError.self) {
      try RecordingTransport(CannedTransport(bodies: []), to: file)
    }
  }

  fileprivate static func request(_ path: String) -> HTTPRequest {
    HTTPRequest(method: .get, scheme: "https", authority: "zoo.example.com", path: path)
  }
}

/// Responds with the body whose index is the path, in chunks.
private struct CannedTransport: HTTPTransport {
  let bodies: [Data]

  func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
    -> TransportResponse
  {
    let data = bodies[Int(request.path?.dropFirst() ?? "") ?? 0]
    let fields: HTTPFields = [.contentType: "text/plain", .setCookie: "a=b"]
    return TransportResponse(
      head: HTTPResponse(status: .notFound, headerFields: fields),
      body: HTTPBody(length: data.count) {
        AsyncStream<Data> { continuation in
          for byte in data { continuation.yield(Data([byte])) }
          continuation.finish()
        }
      })
  }
}

@Suite("A redaction")
struct RedactionTests {
  private let redaction = Redaction(additionalNames: ["chip-number"])

  @Test("removes the values of JSON fields and keeps their types")
  func json() {
    let json: JSON = [
      "name": "Rex", "password": "a", "access_token": "a", "token_type": "Bearer",
      "privateKey": "a", "public_key": "b", "clientSecret": "a", "chipNumber": 7,
      "deliveryUrl": ["https://a/b?signature=c"], "uri": "mongodb://me:a@host/db",
      "list": [["apiKey": ["id": "a", "isOn": true], "roles": ["a"]]],
    ]
    let expected: JSON = [
      "name": "Rex", "password": "<redacted>", "access_token": "<redacted>",
      "token_type": "Bearer", "privateKey": "<redacted>", "public_key": "b",
      "clientSecret": "<redacted>", "chipNumber": 0, "deliveryUrl": ["https://redacted.invalid"],
      "uri": "mongodb://<redacted>@host/db",
      "list": [["apiKey": ["id": "<redacted>", "isOn": true], "roles": ["a"]]],
    ]
    #expect(redaction.redacted(json) == expected)
  }

  @Test("removes header fields with credentials, cookies, and challenges")
  func headerFields() {
    let fields: HTTPFields = [
      .authorization: "Digest a", .cookie: "a", .setCookie: "a", .wwwAuthenticate: "Digest b",
      .proxyAuthorization: "Basic a", .accept: "text/plain", .location: "/x?token=a&page=1",
    ]
    #expect(
      redaction.redacted(fields)
        == [.accept: "text/plain", .location: "/x?token=%3Credacted%3E&page=1"])
  }

  @Test("removes the values of parameters in forms and queries")
  func parameters() {
    let form = Data("grant_type=client_credentials&client_id=a&client_secret=b&token=".utf8)
    let redacted = redaction.redacted(form, contentType: "application/x-www-form-urlencoded")
    #expect(
      String(decoding: redacted, as: UTF8.self)
        == "grant_type=client_credentials&client_id=a&client_secret=%3Credacted%3E&token=%3Credacted%3E"
    )
    #expect(redaction.redacted(target: "/a?b") == "/a?b")
    #expect(
      redaction.redacted(target: "/a?api%4Bey=x&page=2") == "/a?api%4Bey=%3Credacted%3E&page=2")
  }

  @Test("keeps the bytes of documents without secrets")
  func bytes() {
    let data = Data(#"{ "b" : 1.50, "a" : [] }"#.utf8)
    #expect(redaction.redacted(data, contentType: "application/json") == data)
  }
}
