import EndpointRuntime
import Foundation
import HTTPTypes
import Synchronization
import TestSupport
import Zoo

/// Responds to requests by a function, and remembers them.
final class ScriptedTransport: HTTPTransport {
  typealias Script = @Sendable (_ request: HTTPRequest, _ number: Int) async throws -> Reply

  private let script: Script
  private let log = Mutex<[(request: HTTPRequest, body: HTTPBody?)]>([])

  /// - Parameter script: Gets the request and its number, from 1.
  init(_ script: @escaping Script) { self.script = script }

  var requests: [HTTPRequest] { log.withLock { $0.map(\.request) } }
  var bodies: [Data?] { log.withLock { $0.map(\.body?.data) } }
  /// Whether each request had a body.
  var bodyCounts: [Int] { log.withLock { $0.map { $0.body == nil ? 0 : 1 } } }

  func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
    -> TransportResponse
  {
    let number = log.withLock { log in
      log.append((request, body))
      return log.count
    }
    return try await script(request, number).response
  }
}

/// A server's response, easy to write.
struct Reply: Sendable {
  var status = 200
  var fields: [(String, String)] = []
  var body = Data()

  init(_ status: Int = 200, _ fields: [(String, String)] = [], _ body: String = "") {
    self.status = status
    self.fields = fields
    self.body = Data(body.utf8)
  }

  init(_ body: String) { self.init(200, [], body) }

  static func challenge(_ values: String..., body: String = "") -> Reply {
    Reply(401, values.map { ("WWW-Authenticate", $0) }, body)
  }

  static func digest(_ nonce: String, stale: Bool = false, body: String = "") -> Reply {
    challenge(
      #"Digest realm="r", nonce="\#(nonce)", algorithm=SHA-256, qop="auth", stale=\#(stale)"#,
      body: body)
  }

  var response: TransportResponse {
    var head = HTTPResponse(status: .init(code: status))
    for (name, value) in fields {
      if let name = HTTPField.Name(name) {
        head.headerFields.append(HTTPField(name: name, value: value))
      }
    }
    return TransportResponse(head: head, body: HTTPBody(body))
  }
}

extension HTTPRequest {
  /// The Digest credentials that the request carries.
  var digest: DigestAuthorization? {
    headerFields[.authorization].flatMap { DigestAuthorization(parsing: $0) }
  }
}

extension EndpointClient where Service == ZooAPI {
  /// A client without HTTP.
  init(
    _ transport: ScriptedTransport, authenticator: (any Authenticator)? = nil,
    configuration: ClientConfiguration = .init(
      timeout: .seconds(86_400), retryPolicy: .never, clock: StillClock())
  ) {
    self.init(authenticator: authenticator, transport: transport, configuration: configuration)
  }
}

/// A body in chunks.
struct Chunks: AsyncSequence, Sendable {
  let chunks: [Data]

  init(_ chunks: [Data]) { self.chunks = chunks }

  struct Iterator: AsyncIteratorProtocol {
    var rest: ArraySlice<Data>
    mutating func next() async throws -> Data? { rest.popFirst() }
  }

  func makeAsyncIterator() -> Iterator { Iterator(rest: chunks[...]) }
}
