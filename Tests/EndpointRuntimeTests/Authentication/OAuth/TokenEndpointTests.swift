import Foundation
import HTTPTypes
import Testing
import Zoo

@testable import EndpointRuntime

@Suite("A token endpoint")
struct TokenEndpointTests {
  private func client(
    _ transport: ScriptedTransport, tokenURL: String = "https://zoo.example.com/oauth/token"
  ) -> EndpointClient<ZooAPI> {
    EndpointClient(
      transport,
      authenticator: OAuthClientCredentialsAuthenticator(
        clientID: "id:1", clientSecret: "s3cr3t/+", tokenURL: tokenURL, clock: ManualClock()))
  }

  /// A server that gives a token in a response.
  private func server(_ token: Reply) -> ScriptedTransport {
    ScriptedTransport { request, number in number == 1 ? token : Reply(#"{"id":"1"}"#) }
  }

  /// Responses with a token.
  struct Usable: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var reply: Reply
    var token = "a"

    init(_ name: String, _ body: String, status: Int = 200, token: String = "a") {
      testDescription = name
      reply = Reply(status, [("Content-Type", "application/json")], body)
      self.token = token
    }
  }

  @Test(
    "may write its response in many forms",
    arguments: [
      Usable("plain", #"{"access_token":"a","token_type":"Bearer","expires_in":3599}"#),
      Usable("status 201", #"{"access_token":"a","token_type":"Bearer"}"#, status: 201),
      Usable("status 203", #"{"access_token":"a","token_type":"Bearer"}"#, status: 203),
      Usable("type in capitals", #"{"access_token":"a","token_type":"BEARER"}"#),
      Usable("no type", #"{"access_token":"a"}"#),
      Usable("type null", #"{"access_token":"a","token_type":null}"#),
      Usable("type empty", #"{"access_token":"a","token_type":" "}"#),
      Usable(
        "opaque", #"{"access_token":"a!b|c\"d\\e","token_type":"Bearer"}"#, token: #"a!b|c"d\e"#),
      Usable(
        "JWT", #"{"access_token":"a.b-c_d.e~f+/g==","token_type":"Bearer"}"#,
        token: "a.b-c_d.e~f+/g=="),
      Usable("byte order mark", "\u{FEFF}" + #"{"access_token":"a","token_type":"Bearer"}"#),
      Usable("space around", "\r\n " + #"{"access_token":"a","token_type":"Bearer"}"# + "\r\n"),
      Usable(
        "more members", #"{"access_token":"a","scope":null,"x":{"y":[1,{}]},"refresh_token":7}"#),
    ])
  func usable(response: Usable) async throws {
    let transport = server(response.reply)
    try await client(transport).send(GetPen())
    #expect(
      transport.requests.last?.headerFields[.authorization] == "Bearer \(response.token)")
  }

  @Test(
    "may write a lifetime in many forms, and others mean none",
    arguments: [
      ("3599", 3599), (#""3599""#, 3599), (#"" 3599 ""#, 3599), ("3.6e3", 3600),
      (#""3.6e3""#, 3600), ("3599.0", 3599), ("1e300", 31_536_000),
      ("99999999999999999999999", 31_536_000), ("null", nil), (#""""#, nil), (#""soon""#, nil),
      ("0", nil), ("-1", nil), (#""nan""#, nil), (#""inf""#, nil), ("true", nil), ("[]", nil),
      (#"{"a":1}"#, nil),
    ])
  func lifetime(text: String, seconds: Int?) throws {
    let token = try AccessToken(Data(#"{"access_token":"a","expires_in":\#(text)}"#.utf8))
    #expect(token.lifetime == seconds.map { .seconds($0) })
    #expect(token.margin >= .zero)
  }

  /// Responses without a token that can be used, and what is said of them.
  struct Unusable: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var reply: Reply
    var text: String

    init(_ name: String, _ reply: Reply, says text: String) {
      testDescription = name
      self.reply = reply
      self.text = text
    }

    init(_ name: String, _ body: String, says text: String) {
      self.init(name, Reply(body), says: text)
    }
  }

  @Test(
    "has its unusable tokens reported with the reason",
    arguments: [
      Unusable("empty", "", says: "the body is empty"),
      Unusable("blank", " \r\n", says: "the body is empty"),
      Unusable("204", Reply(204), says: "204: the body is empty"),
      Unusable("page", "<!DOCTYPE html><p>Log in</p>", says: "an HTML page"),
      Unusable("list", "[]", says: "not a JSON object"),
      Unusable("text", "access_token=a&token_type=bearer", says: "not a JSON object"),
      Unusable("cut off", #"{"access_token":"a""#, says: "not a JSON object"),
      Unusable("no token", "{}", says: "there is no 'access_token'"),
      Unusable("null", #"{"access_token":null}"#, says: "there is no 'access_token'"),
      Unusable("number", #"{"access_token":7}"#, says: "there is no 'access_token'"),
      Unusable(
        "empty token", #"{"access_token":"","token_type":"Bearer"}"#,
        says: "there is no 'access_token'"),
      Unusable(
        "line break", #"{"access_token":"a\r\nX: y","token_type":"Bearer"}"#,
        says: "invalid in a header field"),
      Unusable(
        "non-ASCII", #"{"access_token":"ä","token_type":"Bearer"}"#,
        says: "invalid in a header field"),
      Unusable(
        "space at the end", #"{"access_token":"a ","token_type":"Bearer"}"#,
        says: "invalid in a header field"),
      Unusable(
        "other type", #"{"access_token":"a","token_type":"mac"}"#, says: "the token type 'mac'"),
      Unusable(
        "packed", Reply(200, [("Content-Encoding", "br")], "x"), says: "content coding 'br'"),
      Unusable(
        "huge", #"{"access_token":"\#(String(repeating: "a", count: 70_000))"}"#,
        says: "more than 65536 bytes"),
      Unusable(
        "error in a 200", #"{"error":"invalid_grant","error_description":"Expired."}"#,
        says: "200 invalid_grant: Expired."),
      Unusable(
        "redirect", Reply(302, [("Location", "https://login.example/")]),
        says: "302: it redirects to 'https://login.example/'"),
      Unusable(
        "redirect to nowhere", Reply(307), says: "it redirects, and redirects are not followed"),
      Unusable("304", Reply(304), says: "304"),
      Unusable(
        "not found", Reply(404, [("Content-Type", "text/html")], "<p>s3cr3t/+"),
        says: "404: an HTML page"),
      Unusable(
        "page with 400", Reply(400, [("Content-Type", "text/html")], "<p>Bad"),
        says: "400: an HTML page"),
      Unusable("405", Reply(405), says: "405"),
      Unusable("418", Reply(418, [], "s3cr3t%2F%2B"), says: "418"),
    ])
  func unusable(response: Unusable) async throws {
    let transport = server(response.reply)
    let error = await endpointError { try await client(transport).send(GetPen()) }
    #expect(error?.authentication?.reason == .unusableToken)
    #expect(error?.description.contains(response.text) == true, "\(error?.description ?? "")")
    #expect(error?.description.contains("s3cr3t") == false)
    #expect(transport.requests.count == 1)
  }

  @Test(
    "has its errors reported, in the form of RFC 6749 and others",
    arguments: [
      (
        401, #"{"error":"invalid_client","error_description":"Unknown."}"#,
        "401 invalid_client: Unknown."
      ),
      (400, #"{"error":"unauthorized_client"}"#, "400 unauthorized_client"),
      (
        400, #"{"error":"invalid_scope","error_description":null,"error_uri":"x"}"#,
        "400 invalid_scope"
      ),
      (401, #"{"error":401,"errorCode":"NO","detail":"No."}"#, "401 NO: No."),
      (401, #"{"error":401,"detail":"You cannot."}"#, "401: You cannot."),
      (
        403, #"{"error":403,"errorCode":"IP_ADDRESS_NOT_ON_ACCESS_LIST"}"#,
        "403 IP_ADDRESS_NOT_ON_ACCESS_LIST"
      ),
      (401, #"{"error":401}"#, "The token URL responded with 401)"),
      (401, "", "The token URL responded with 401)"),
      (
        401, #"{"error":"s3cr3t/+","error_description":"Basic s3cr3t%2F%2B s3cr3t/+"}"#,
        "<redacted>"
      ),
    ])
  func rejected(status: Int, body: String, text: String) async throws {
    let transport = server(Reply(status, [], body))
    let error = await endpointError { try await client(transport).send(GetPen()) }
    #expect(error?.authentication?.reason == .rejected)
    #expect(error?.description.contains(text) == true, "\(error?.description ?? "")")
    #expect(error?.description.contains("s3cr3t") == false)
  }

  @Test("rejects the credentials even if the body of its response is incomplete")
  func brokenBody() async {
    let client = EndpointClient<ZooAPI>(
      authenticator: OAuthClientCredentialsAuthenticator(
        clientID: "id", clientSecret: "s", tokenURL: "https://a.example/t", clock: ManualClock()),
      transport: BrokenRejection())
    let error = await endpointError { try await client.send(GetPen()) }
    #expect(error?.authentication?.reason == .rejected)
    #expect(error?.authentication?.response?.status == .unauthorized)
  }

  /// Responds with 401 and a body that breaks off.
  private struct BrokenRejection: HTTPTransport {
    func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
      -> TransportResponse
    {
      let chunks = AsyncThrowingStream<Data, any Error> { continuation in
        continuation.yield(Data("{".utf8))
        continuation.finish(throwing: TransportError(.interrupted, message: "broken"))
      }
      return TransportResponse(head: HTTPResponse(status: .unauthorized), body: HTTPBody(chunks))
    }
  }

  @Test("has its failures reported as failures", arguments: [408, 425, 429, 500, 502, 503, 504])
  func trouble(status: Int) async throws {
    let transport = server(Reply(status, [("Retry-After", "7")], "x"))
    let error = await endpointError { try await client(transport).send(GetPen()) }
    #expect(error?.api?.status.code == status)
    #expect(error?.api?.retryAfter == .seconds(7))
  }

  @Test(
    "receives path and query of the token URL unchanged",
    arguments: [
      ("https://a.example/oauth/token/", "/oauth/token/"), ("https://a.example", "/"),
      ("https://a.example/", "/"), ("https://a.example/t?x=y&z=%20/?", "/t?x=y&z=%20/?"),
      ("https://a.example?x=y", "/?x=y"), ("HTTPS://a.example:8443//t//", "//t//"),
    ])
  func target(url: String, path: String) async throws {
    let transport = server(Reply(#"{"access_token":"a"}"#))
    try await client(transport, tokenURL: url).send(GetPen())
    #expect(transport.requests.first?.path == path)
    #expect(transport.requests.first?.authority?.hasPrefix("a.example") == true)
  }

  @Test(
    "has an invalid URL reported",
    arguments: [
      "", "a.example/t", "ftp://a.example", "https://", "https://u:p@a.example/t",
      "https://a.example/t#x", "https://a.example/a b", "https://a.example/%zz",
      "https://a.example/é", "https://a.example:x/", "https://a.example/\r\nX: y",
    ])
  func invalid(url: String) async {
    let transport = server(Reply(#"{"access_token":"a"}"#))
    let error = await endpointError {
      try await client(transport, tokenURL: url).send(GetPen())
    }
    #expect(error?.invalidSetting == "token URL")
    #expect(transport.requests.isEmpty)
  }

  @Test("receives one request for 20 consecutive ones after a rejection")
  func leftAlone() async {
    let transport = ScriptedTransport { _, _ in Reply(401, [], #"{"error":"invalid_client"}"#) }
    let client = client(transport)
    for _ in 1...20 {
      let error = await endpointError { try await client.send(GetPen()) }
      #expect(error?.authentication?.response?.rawCode == "invalid_client")
    }
    #expect(transport.requests.count == 1)
  }
}
