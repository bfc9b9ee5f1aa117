import EndpointAsyncHTTPClient
import EndpointRuntime
import EndpointURLSession
import Foundation
import HTTPTypes
import Testing

/// The transports that all must behave alike.
enum TransportKind: CaseIterable, Sendable {
  case asyncHTTPClient, urlSession

  /// The transport that tests share: a session of FoundationNetworking takes threads, which run out.
  var transport: any HTTPTransport {
    switch self {
    case .asyncHTTPClient: AsyncHTTPClientTransport()
    case .urlSession: Self.session
    }
  }

  /// A transport whose connections no other test uses.
  var ownTransport: any HTTPTransport {
    switch self {
    case .asyncHTTPClient: AsyncHTTPClientTransport()
    case .urlSession: URLSessionTransport()
    }
  }

  private static let session = URLSessionTransport()
}

/// What URLSession cannot do as AsyncHTTPClient does; the documentation of its transport says so.
extension TransportKind {
  /// Whether fields of the same name stay apart; otherwise they come with commas between their values.
  var keepsFieldsApart: Bool { self == .asyncHTTPClient }

  /// Whether the segments `.` and `..` can be sent; otherwise they are rejected.
  var sendsDotSegments: Bool { self == .asyncHTTPClient }

  /// Whether a GET request can have a body; otherwise it is rejected.
  var sendsBodyWithGet: Bool { self == .asyncHTTPClient }

  /// Whether a body of unknown length goes out as it is made; otherwise it is measured before.
  var sendsChunks: Bool { self == .asyncHTTPClient }

  /// Whether bytes in a response's header that are no UTF-8 are borne; otherwise it is rejected.
  var bearsOpaqueFields: Bool { self == .asyncHTTPClient || !Self.isFoundationNetworking }

  /// Whether a slow reader slows the server down; otherwise a response far ahead of it is given up.
  var slowsServerDown: Bool { self == .asyncHTTPClient || !Self.isFoundationNetworking }

  /// Whether the body of a redirect to nowhere arrives.
  var keepsBodyOfEmptyRedirect: Bool { self == .asyncHTTPClient || !Self.isFoundationNetworking }

  /// Whether a header that is broken off is an error; otherwise it ends the program.
  var survivesBrokenHeader: Bool { self == .asyncHTTPClient || !Self.isFoundationNetworking }

  /// Whether a response may have a trailer; otherwise that ends the program.
  var survivesTrailers: Bool { self == .asyncHTTPClient || !Self.isFoundationNetworking }

  #if canImport(FoundationNetworking)
    private static let isFoundationNetworking = true
  #else
    private static let isFoundationNetworking = false
  #endif
}

extension HTTPTransport {
  /// Sends a request to a server on loopback.
  func send(
    _ method: HTTPRequest.Method = .get, _ path: String = "/", to server: RawServer,
    fields: HTTPFields = [:], body: HTTPBody? = nil, timeout: Duration? = .seconds(120)
  ) async throws -> TransportResponse {
    try await send(
      HTTPRequest(
        method: method, scheme: "http", authority: "127.0.0.1:\(server.port)", path: path,
        headerFields: fields),
      body: body, timeout: timeout)
  }
}

extension HTTPBody {
  /// All of it.
  var whole: Data {
    get async throws { try await prefix(bytes: .max).data }
  }

  /// All of it, as text.
  var text: String {
    get async throws { String(decoding: try await whole, as: UTF8.self) }
  }
}

/// The failure that an operation of a transport must end in.
func transportFailure(
  sourceLocation: SourceLocation = #_sourceLocation, _ operation: () async throws -> Void
) async -> TransportError? {
  await #expect(throws: TransportError.self, sourceLocation: sourceLocation) {
    do { try await operation() } catch EndpointError.transport(let failure) { throw failure }
  }
}
