import EndpointRuntime
import Foundation
import FuzzSupport
import HTTPTypes
import Synchronization

/// Reads arbitrary bytes as the answer to a call, as a page, as an envelope and as an error.
///
/// The first byte chooses status and media type, the others are the body. Whatever they are, there is
/// a value or an error, and what an error says of the body is short.
private func fuzzAnswer(_ bytes: [UInt8]) async {
  guard let choice = bytes.first else { return }
  let statuses = [200, 204, 400, 401, 404, 429, 503, 999]
  let types = ["application/json", "text/html", "text/csv; charset=x", ""]
  var head = HTTPResponse(status: .init(code: statuses[Int(choice) % 8]))
  head.headerFields[.contentType] = types[Int(choice) / 8 % 4]
  transport.answer(with: TransportResponse(head: head, body: HTTPBody(Data(bytes.dropFirst()))))
  var options = RequestOptions<FuzzAPI>()
  if choice >= 128 { options[parameter: "envelope"] = "true" }
  await check { try await client.send(GetThing(), options: options) }
  await check { try await client.send(ListThings(), options: options) }
  await check { try await client.send(PutThing(), options: options) }
}

private let transport = ChosenTransport()
private let client = EndpointClient<FuzzAPI>(
  transport: transport, configuration: ClientConfiguration(retries: .never))

private func check(_ call: () async throws -> some Sendable) async {
  do {
    _ = try await call()
  } catch {
    switch error as? EndpointError {
    case .api(let error):
      precondition(error.excerpt.utf8.count < 4096, "a long excerpt")
      precondition(!error.description.isEmpty, "an error without a word")
    case .decoding(let failure): precondition(failure.excerpt.count <= 200, "a long excerpt")
    case .authentication: break
    default: preconditionFailure("another error: \(error)")
    }
  }
}

/// Gives the answer that was chosen last.
private final class ChosenTransport: HTTPTransport {
  private let answer = Mutex(TransportResponse(head: .init(status: .ok), body: HTTPBody(Data())))

  func answer(with response: TransportResponse) { answer.withLock { $0 = response } }

  func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
    -> TransportResponse
  { answer.withLock { $0 } }
}

@main
private struct FuzzAnswers {
  static func main() { Fuzzer.run { (bytes: [UInt8]) async in await fuzzAnswer(bytes) } }
}
