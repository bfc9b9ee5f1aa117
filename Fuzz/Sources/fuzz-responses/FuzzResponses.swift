@_spi(Generated) import EndpointRuntime
import Foundation
import FuzzSupport
import HTTPTypes
import Logging
import Synchronization

/// Reads arbitrary bytes as the response to a request, as a page, as an envelope and as an error.
///
/// The first two bytes choose the status and the number of header fields, each of which is a byte that
/// chooses the name and a line with the value; the rest is the body. Whatever they are, there is a
/// value or an error, and what an error says of the body is short.
private func fuzzResponse(_ bytes: [UInt8]) async {
  guard bytes.count >= 2 else { return }
  let choice = bytes[0]
  let common = [200, 204, 302, 400, 401, 404, 429, 503]
  let status = choice % 16 < 8 ? common[Int(choice) % 8] : 100 + Int(bytes[1]) * 4 % 900
  var head = HTTPResponse(status: .init(code: status))
  var rest = bytes.dropFirst(2)
  for _ in 0..<bytes[1] % 8 {
    guard let name = rest.popFirst().map({ fieldNames[Int($0) % fieldNames.count] }),
      let fieldName = HTTPField.Name(name)
    else { break }
    let value = rest.prefix { $0 != 0x0A }
    rest = rest.dropFirst(value.count + 1)
    head.headerFields.append(
      HTTPField(name: fieldName, value: String(decoding: value, as: UTF8.self)))
  }
  transport.respond(with: TransportResponse(head: head, body: HTTPBody(Data(rest))))
  var options = RequestOptions<ZooAPI>()
  if choice >= 128 { options.envelope = true }
  await check { try await client.send(GetVisit(visitID: 1), options: options) }
  await check { try await client.send(ListPens(), options: options) }
  await check {
    try await client.send(SearchHost(host: "a", port: 1, q: "b", body: .null), options: options)
  }
}

/// Every header field that the runtime reads.
private let fieldNames = [
  "Content-Type", "Content-Encoding", "Content-Length", "Retry-After", "Date", "Location",
  "X-Request-Id", "Request-Id", "X-Correlation-Id", "WWW-Authenticate", "Authentication-Info",
  "Ratelimit-Limit", "Ratelimit-Remaining", "Ratelimit-Reset", "X-Ratelimit-Remaining",
  "Deprecation", "Sunset", "Set-Cookie",
]

private let transport = ChosenTransport()
private let client = EndpointClient<ZooAPI>(
  transport: transport,
  configuration: ClientConfiguration(
    retryPolicy: .never, logger: Logger(label: "fuzz") { _ in SwiftLogNoOpLogHandler() }))

private func check(_ call: () async throws -> some Sendable) async {
  do {
    _ = try await call()
  } catch {
    switch error as? EndpointError {
    case .api(let error):
      precondition(error.excerpt.count <= 2 * 512 + 2, "a long excerpt")
      precondition(!error.description.isEmpty, "an error without a word")
    case .decoding(let failure):
      precondition(failure.excerpt.count <= 2 * 200 + 2, "a long excerpt")
    case .authentication: break
    // A content coding that cannot be undone.
    case .transport(let failure) where failure.kind == .invalidResponse: break
    default: preconditionFailure("another error: \(error)")
    }
  }
}

/// Gives the response that was chosen last.
private final class ChosenTransport: HTTPTransport {
  private let response = Mutex(TransportResponse(head: .init(status: .ok), body: HTTPBody(Data())))

  func respond(with response: TransportResponse) { self.response.withLock { $0 = response } }

  func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
    -> TransportResponse
  { response.withLock { $0 } }
}

@main
private struct FuzzResponses {
  static func main() { Fuzzer.run { (bytes: [UInt8]) async in await fuzzResponse(bytes) } }
}
