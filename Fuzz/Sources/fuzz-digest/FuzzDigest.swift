import EndpointRuntime
import Foundation
import FuzzSupport
import HTTPTypes
import Synchronization

/// Responds to an authenticator with arbitrary challenges and arbitrary `Authentication-Info`.
///
/// The input has a line for each response; its fields are apart by tabs. Whatever they say, a call
/// costs two requests at most, ends in a response or an `AuthenticationError`, and no request has a
/// control character in `Authorization`.
private func fuzzDigest(_ bytes: [UInt8]) async {
  let responses = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    .map { line in line.split(separator: UInt8(ascii: "\t")).map(Array.init) }
  let authenticator = DigestAuthenticator(
    username: "user \"ü\"", password: "password",
    options: DigestOptions(requiresMutualAuthentication: bytes.count % 2 == 0))
  let server = Server(responses: responses)
  for call in 1...3 {
    let body = call == 2 ? HTTPBody(Data("body".utf8)) : nil
    let before = server.count
    do {
      let request = HTTPRequest(
        method: .put, scheme: "https", authority: "api.example.com", path: "/a?b=c,\"")
      let response = try await authenticator.authenticate(request, body: body) { request, _ in
        server.response(request)
      }
      if response.head.status == .unauthorized {
        _ = await authenticator.reason(for: response.head, to: request)
      }
    } catch {
      precondition(error is AuthenticationError, "another error: \(error)")
    }
    precondition(server.count - before <= 2, "more than two attempts")
  }
}

/// Gives one response after the other.
private final class Server: Sendable {
  private let responses: [[[UInt8]]]
  private let number = Mutex(0)

  init(responses: [[[UInt8]]]) { self.responses = responses }

  var count: Int { number.withLock { $0 } }

  func response(_ request: HTTPRequest) -> TransportResponse {
    if let credentials = request.headerFields[.authorization] {
      precondition(credentials.unicodeScalars.allSatisfy { $0.value >= 0x20 }, "header injection")
    }
    let index = number.withLock { number in
      number += 1
      return number - 1
    }
    var head = HTTPResponse(status: index % 2 == 0 ? .unauthorized : .ok)
    let fields = index < responses.count ? responses[index] : []
    for field in fields {
      var value = HTTPField(name: .wwwAuthenticate, value: "")
      // A field is a challenge in a response with 401, or else `rspauth`.
      if index % 2 == 1, let name = HTTPField.Name("Authentication-Info") {
        value = HTTPField(name: name, value: String(decoding: field, as: UTF8.self))
      } else {
        value.value = String(decoding: field, as: UTF8.self)
      }
      head.headerFields.append(value)
    }
    return TransportResponse(head: head, body: HTTPBody(Data("{}".utf8)))
  }
}

@main
private struct FuzzDigest {
  static func main() { Fuzzer.run { (bytes: [UInt8]) async in await fuzzDigest(bytes) } }
}
