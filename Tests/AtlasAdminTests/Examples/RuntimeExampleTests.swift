import AtlasAdmin
import Testing

func name(of project: ObjectID, from client: EndpointClient<Atlas>) async throws -> String {
  try await client.send(GetProject(groupID: project)).name
}

struct ProxyKeyTransport: HTTPTransport {
  var base: any HTTPTransport
  var key: String

  func send(
    _ request: HTTPRequest, body: HTTPBody?, timeout: Duration?
  ) async throws -> TransportResponse {
    var request = request
    request.headerFields[.proxyAuthorization] = "Bearer \(key)"
    return try await base.send(request, body: body, timeout: timeout)
  }
}

struct BearerAuthenticator: Authenticator {
  var token: String

  func authenticate(
    _ request: HTTPRequest, body: HTTPBody?, exchange: HTTPTransport.Send
  ) async throws -> TransportResponse {
    var request = request
    request.headerFields[.authorization] = "Bearer \(token)"
    return try await exchange(request, body)
  }
}

struct UserAgentMiddleware: EndpointMiddleware {
  func intercept(
    _ request: HTTPRequest, body: HTTPBody?, of attempt: Attempt, next: HTTPTransport.Send
  ) async throws -> TransportResponse {
    var request = request
    request.headerFields[.userAgent] = "nightly/1.0 (\(attempt.endpoint))"
    return try await next(request, body)
  }
}

/// Responds to a request with a project that is named after its header fields.
private struct EchoTransport: HTTPTransport {
  func send(
    _ request: HTTPRequest, body _: HTTPBody?, timeout _: Duration?
  ) async throws -> TransportResponse {
    let names: [HTTPField.Name] = [.authorization, .proxyAuthorization, .userAgent]
    let echo = names.map { request.headerFields[$0] ?? "-" }.joined(separator: ", ")
    return TransportResponse(
      head: HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]),
      body: HTTPBody(#"{"id": "5e2f0a1b9c8d7e6f5a4b3c2d", "name": "\#(echo)"}"#))
  }
}

@Suite("Examples of extensions of the runtime")
struct RuntimeExampleTests {
  @Test("take part in a request")
  func extensions() async throws {
    let client = EndpointClient<Atlas>(
      baseURL: .atlas, authenticator: BearerAuthenticator(token: "token"),
      transport: ProxyKeyTransport(base: EchoTransport(), key: "key"),
      configuration: ClientConfiguration(middleware: [UserAgentMiddleware()]))
    let name = try await name(of: "5e2f0a1b9c8d7e6f5a4b3c2d", from: client)
    #expect(name == "Bearer token, Bearer key, nightly/1.0 (GetProject)")
  }
}
