import AtlasAdmin
import EndpointDefinition
import EndpointModel
import Foundation
import HTTPTypes
import Synchronization
import Testing

@Suite("Every endpoint of the module")
struct WholeModuleTests {
  private static let endpoints = AtlasDefinitions.endpoints

  @Test("sends its method, path, query, and body, and decodes a response without loss")
  func calls() async throws {
    let maker = SampleMaker(try #require(AtlasDefinitions.model))
    for endpoint in Self.endpoints {
      let arguments = SampleArguments(endpoint: endpoint, maker: maker)
      let request = try #require(try sample(endpoint.name, arguments), "\(endpoint.name)")
      try await check(request, arguments)
    }
  }

  @Test("decodes the examples of its definition without loss")
  func examples() async throws {
    let maker = SampleMaker(try #require(AtlasDefinitions.model))
    for endpoint in Self.endpoints {
      for example in endpoint.responses.flatMap(\.examples) {
        var json = try JSONDecoder().decode(JSON.self, from: Data(example.json.utf8))
        if endpoint.isPaginated, case .array(let items) = json { json = items.first ?? .null }
        let arguments = SampleArguments(endpoint: endpoint, maker: maker)
        let request = try #require(try sample(endpoint.name, arguments), "\(endpoint.name)")
        try await check(request, arguments, responding: json)
      }
    }
  }

  private func check<E: Endpoint<AtlasAdminAPI>>(
    _ request: E, _ arguments: SampleArguments, responding response: JSON? = nil
  ) async throws {
    let name = arguments.endpoint.name
    let response = response ?? arguments.responseJSON
    let transport = RespondingTransport(response, isPage: arguments.endpoint.isPaginated)
    let client = AtlasClient(
      transport: transport,
      configuration: ClientConfiguration(timeout: .seconds(86_400), retryPolicy: .never))
    let value = try await client.send(request)
    let sent = try #require(transport.request)
    #expect(sent.method.rawValue == arguments.endpoint.method, "\(name)")
    #expect(sent.path == arguments.target, "\(name)")
    if let expected = arguments.bodyJSON {
      let body = try #require(transport.body, "\(name)")
      let json = try JSONDecoder().decode(JSON.self, from: body)
      #expect(json.differences(from: expected) == [], "\(name)")
    } else if arguments.endpoint.body == nil {
      #expect(transport.body == nil, "\(name)")
    }
    guard let response, let read = try json(of: value) else { return }
    #expect(read.differences(from: response) == [], "\(name)")
  }

  /// What was read of a response, as JSON again; of a page its first item.
  private func json(of value: Any) throws -> JSON? {
    if let page = value as? any EncodablePage { return try page.items.first.flatMap(json) }
    guard let value = value as? any JSONValue else { return nil }
    return try JSONDecoder().decode(JSON.self, from: try JSONCoding.encode(value))
  }
}

extension JSON {
  /// The paths at which two documents differ.
  fileprivate func differences(from other: JSON, at path: String = "") -> [String] {
    switch (self, other) {
    case (.object(let own), .object(let others)):
      // Null is as good as absence, unless the definition says otherwise.
      Set(own.keys).union(others.filter { $0.value != .null }.keys).sorted().flatMap { name in
        guard let a = own[name], let b = others[name] else { return ["\(path)/\(name)"] }
        return a.differences(from: b, at: "\(path)/\(name)")
      }
    case (.array(let own), .array(let others)) where own.count == others.count:
      zip(own, others).flatMap { $0.differences(from: $1, at: "\(path)[]") }
    default: self == other ? [] : ["\(path): \(self) instead of \(other)"]
    }
  }
}

/// A page whose items can be written again.
private protocol EncodablePage {
  associatedtype Item: JSONValue
  var items: [Item] { get }
}

extension Page: EncodablePage where Item: JSONValue {}

/// Responds to every request with one document, and remembers the request.
private final class RespondingTransport: HTTPTransport {
  private let response: Data
  private let sent = Mutex<(request: HTTPRequest?, body: Data?)>((nil, nil))

  init(_ response: JSON?, isPage: Bool) {
    let document: JSON? = isPage ? response.map { ["results": [$0], "totalCount": 1] } : response
    self.response = document.flatMap { try? JSONEncoder().encode($0) } ?? Data()
  }

  var request: HTTPRequest? { sent.withLock { $0.request } }
  var body: Data? { sent.withLock { $0.body } }

  func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
    -> TransportResponse
  {
    sent.withLock { $0 = (request, body?.data) }
    return TransportResponse(head: HTTPResponse(status: .ok), body: HTTPBody(response))
  }
}
