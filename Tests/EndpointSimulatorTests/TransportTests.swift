import AsyncHTTPClient
import EndpointAsyncHTTPClient
import EndpointRuntime
import EndpointSimulator
import Foundation
import HTTPTypes
import NIOSSL
import TestSupport
import Testing
import Zoo

@Suite("The in-process transport of the simulator")
struct TransportTests {
  private func client(
    _ simulator: Simulator, baseURL: BaseURL? = nil, timeout: Duration = .seconds(60)
  ) -> EndpointClient<ZooAPI> {
    EndpointClient(
      baseURL: baseURL,
      authenticator: DigestAuthenticator(username: "keeper", password: "open sesame"),
      transport: simulator.transport,
      configuration: .init(timeout: timeout, retryPolicy: .never, clock: StillClock()))
  }

  @Test("needs no server and serves the resources of the simulator")
  func requests() async throws {
    let simulator = Simulator(
      ZooCatalog.catalog, credentials: SimulatedZoo.keeper,
      setUp: { store in await store.insert(["id": "1", "name": "Rex"], into: "/pens") })
    let pen = try await client(simulator).send(GetPen(penID: "1"))
    #expect(pen.name == "Rex")
    #expect(await simulator.log.map(\.status) == [401, 200])
    #expect(
      await simulator.requests.last?.headerFields[.authorization]?.hasPrefix("Digest") == true)
  }

  @Test("has the same resources as the server, and inserts the first ones once")
  func sharedResources() async throws {
    let simulator = Simulator(
      ZooCatalog.catalog, credentials: nil,
      setUp: { store in await store.insert(["id": "1"], into: "/pens") })
    _ = try await client(simulator).send(GetPen(penID: "1"))
    let call = RawClient(baseURL: "\(try await simulator.start())")
    #expect(try await call("GET", "/pens").json?["totalCount"] == 1)
    await simulator.stop()
  }

  @Test("fails where a connection would")
  func faults() async throws {
    let simulator = Simulator(ZooCatalog.catalog, credentials: nil)
    for fault in [Fault(.drop(.request), times: 1), Fault(.drop(.body), times: 1)] {
      await simulator.add(fault)
      let error = await #expect(throws: EndpointError.self) {
        try await client(simulator).send(ListPens())
      }
      guard case .transport(let failure) = error else {
        Issue.record("\(fault): \(String(describing: error))")
        continue
      }
      #expect(failure.kind == .interrupted)
    }
    _ = try await client(simulator).send(ListPens())
  }

  @Test("rejects a body that is too large, and can ask the control endpoint")
  func bodies() async throws {
    let simulator = Simulator(ZooCatalog.catalog, credentials: nil)
    func send(_ method: HTTPRequest.Method, _ path: String, _ body: HTTPBody?) async throws -> Int {
      let request = HTTPRequest(
        method: method, scheme: "https", authority: "zoo.example.com", path: path)
      return try await simulator.transport.send(request, body: body, timeout: nil).head.status.code
    }
    let large = HTTPBody(Data(count: (16 << 20) + 1))
    #expect(try await send(.post, "/v1/pens", large) == 413)
    #expect(try await send(.get, "/__simulator/clock", nil) == 200)
  }

  @Test("handles a request that times out")
  func timeout() async throws {
    let (gate, done) = (Gate(), Gate())
    let simulator = Simulator(
      ZooCatalog.catalog, credentials: nil,
      handlers: [
        "ListPens": { _, store in
          await gate.wait()
          await store.insert(["id": "1"], into: "/pens")
          done.open()
          return .list([])
        }
      ])
    let request = HTTPRequest(
      method: .get, scheme: "https", authority: "zoo.example.com", path: "/v1/pens")
    await #expect(throws: TransportError.self) {
      _ = try await simulator.transport.send(request, body: nil, timeout: .milliseconds(1))
    }
    gate.open()
    await done.wait()
    #expect(await simulator.store.list("/pens").count == 1)
  }
}

@Suite("TLS of the simulator", .enabled(if: Certificate.tool != nil, "openssl is not installed"))
struct TLSTests {
  @Test("uses a given certificate")
  func certificate() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let certificate = try await Certificate.make(in: folder.url)
    let simulator = Simulator(
      ZooCatalog.catalog, credentials: nil, options: .init(certificate: certificate))
    let url = try await simulator.start()
    #expect("\(url)".hasPrefix("https://127.0.0.1:"))
    var configuration = AsyncHTTPClientTransport.configuration
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.trustRoots = .file(certificate.certificateChain.path)
    configuration.tlsConfiguration = tls
    let http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    let client = EndpointClient<ZooAPI>(
      baseURL: url, transport: AsyncHTTPClientTransport(client: http))
    let result = await client.result(of: ListPens())
    try await http.shutdown()
    _ = try result.get()
    #expect(await simulator.log.map(\.status) == [200])
    await simulator.stop()
  }

  @Test("reports files that cannot be used")
  func invalidFiles() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let good = try await Certificate.make(in: folder.url)
    let bad = try folder.write("nonsense", to: "bad.pem")
    for certificate in [
      ServerCertificate(certificateChain: bad, privateKey: good.privateKey),
      ServerCertificate(certificateChain: good.certificateChain, privateKey: bad),
      ServerCertificate(
        certificateChain: folder.url.appending(path: "missing"), privateKey: good.privateKey),
    ] {
      let simulator = Simulator(
        ZooCatalog.catalog, credentials: nil, options: .init(certificate: certificate))
      let failure = await #expect(throws: CertificateFailure.self) { try await simulator.start() }
      #expect([bad.lastPathComponent, "missing"].contains(failure?.file.lastPathComponent))
    }
  }
}

/// A certificate for loopback that signs itself.
enum Certificate {
  static let tool = ["/usr/bin/openssl", "/usr/local/bin/openssl", "/opt/homebrew/bin/openssl"]
    .first(where: FileManager.default.isExecutableFile(atPath:))

  static func make(in folder: URL) async throws -> ServerCertificate {
    let certificate = ServerCertificate(
      certificateChain: folder.appending(path: "chain.pem"),
      privateKey: folder.appending(path: "key.pem"))
    let outcome = try await Command(at: URL(filePath: try #require(tool))).run([
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days",
      "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout",
      certificate.privateKey.path, "-out", certificate.certificateChain.path,
    ])
    try #require(outcome.status == 0, "\(outcome.error)")
    return certificate
  }
}
