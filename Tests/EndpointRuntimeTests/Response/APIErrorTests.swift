import EndpointRuntime
import Foundation
import HTTPTypes
import TestSupport
import Testing
import Zoo

@Suite("An error response")
struct APIErrorTests {
  private func error(_ reply: Reply) async -> APIError? {
    await failure {
      try await EndpointClient<ZooAPI>(ScriptedTransport { _, _ in reply }).send(GetPen())
    }?.api
  }

  @Test("has all parts of the body and the header")
  func parts() async throws {
    let body =
      #"{"detail":"Too many.","error":429,"errorCode":"RATE_LIMITED","parameters":["a",9007199254740993,{"b":[]}],"reason":"Too Many Requests"}"#
    let fields = [("Retry-After", "7"), ("X-Request-Id", "r-1"), ("Set-Cookie", "session=secret")]
    let error = try #require(await error(Reply(429, fields, body)))
    #expect(error.endpoint == "GetPen")
    #expect(error.status == .tooManyRequests)
    #expect(error.rawCode == "RATE_LIMITED")
    #expect(error.detail == "Too many.")
    #expect(error.reason == "Too Many Requests")
    #expect(error.parameters == ["a", .integer(9_007_199_254_740_993), ["b": []]])
    #expect(error.retryAfter == .seconds(7))
    #expect(error.requestID == "r-1")
    #expect(error.headerFields[.setCookie] == "<redacted>")
    for part in ["GetPen", "429", "RATE_LIMITED", "Too many.", "7 seconds", "r-1"] {
      #expect(error.description.contains(part), "\(part) in \(error)")
    }
  }

  @Test("has the hint of a known code")
  func hint() async throws {
    let error = try #require(
      await error(Reply(403, [], #"{"errorCode":"HUNGRY"}"#)))
    #expect(error.hint == "Feed it.")
    #expect(error.description.contains("Feed it."))
  }

  /// A body with a short description.
  struct Body: Sendable, CustomTestStringConvertible, ExpressibleByStringLiteral {
    let text: String

    init(_ text: String) { self.text = text }
    init(stringLiteral text: String) { self.init(text) }

    var testDescription: String { "\(text.prefix(40))" }
  }

  @Test(
    "can have any body",
    arguments: [
      "", " ", "null", "[]", "7", #""text""#, "{", #"{"detail":"#,
      #"{"detail":null,"errorCode":{}}"#,
      #"{"detail":[1],"errorCode":true,"parameters":"x","reason":7,"error":"404"}"#,
      "<html><body>\u{0}<h1>502 Bad Gateway</h1></body></html>",
      Body(String(repeating: "[", count: 5000)),
      Body(String(repeating: "[", count: 500) + String(repeating: "]", count: 500)),
    ] as [Body])
  func anyBody(body: Body) async throws {
    let error = try #require(await error(Reply(502, [("Content-Type", "text/html")], body.text)))
    #expect(error.status == .badGateway)
    #expect(!error.description.contains("\u{0}"))
    #expect(error.description.count < 1000)
  }

  @Test("keeps valid parts beside those of another type")
  func wrongTypes() async throws {
    let error = try #require(
      await error(Reply(400, [], #"{"detail":["x"],"errorCode":17,"parameters":"p"}"#)))
    #expect(error.rawCode == "17")
    #expect(error.detail == nil)
    #expect(error.parameters == ["p"])
  }

  @Test("can be in ISO 8859-1")
  func latin1() async throws {
    var reply = Reply(401 + 2, [("Content-Type", "application/json;charset=ISO-8859-1")])
    reply.body = Data(#"{"errorCode":"X","detail":"caf"#.utf8) + [0xE9] + Data(#""}"#.utf8)
    let error = try #require(await error(reply))
    #expect(error.rawCode == "X")
    #expect(error.detail == "café")
  }

  @Test("keeps little of a body of ten million bytes")
  func hugeBody() async throws {
    let error = try #require(await error(Reply(500, [], String(repeating: "é", count: 5_000_000))))
    #expect(error.excerpt.utf8.count < 1100)
  }

  @Test("compares a date in Retry-After with the server's date")
  func retryAfterDate() async throws {
    let fields = [
      ("Date", "Sun, 06 Nov 1994 08:49:30 GMT"), ("Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT"),
    ]
    #expect(await error(Reply(503, fields))?.retryAfter == .seconds(7))
  }

  @Test("describes the problem of each parameter")
  func badRequestDetail() async throws {
    let body =
      #"{"badRequestDetail":{"fields":[{"description":"must be greater than or equal to 1","field":"pageNum"}]},"detail":"Validation error.","errorCode":"VALIDATION_ERROR","parameters":null}"#
    let error = try #require(await error(Reply(400, [], body)))
    #expect(error.badRequestDetail?.fields.map(\.field) == ["pageNum"])
    #expect(error.description.contains("pageNum must be greater than or equal to 1"))
    #expect(error.parameters.isEmpty)
    let other = await self.error(Reply(400, [], #"{"badRequestDetail":{"fields":[7,{}]}}"#))
    #expect(other?.badRequestDetail == nil)
  }

  @Test("distinguishes a key without a role from a wrong key")
  func missingRole() async throws {
    var texts: [String] = []
    for code in ["USER_UNAUTHORIZED", "UNAUTHORIZED"] {
      let transport = ScriptedTransport { request, _ in
        request.digest == nil ? .digest("a") : .digest("a", body: #"{"errorCode":"\#(code)"}"#)
      }
      let error = await failure {
        try await EndpointClient<ZooAPI>(
          transport,
          authenticator: DigestAuthenticator(username: "u", password: "p", clock: StillClock())
        ).send(GetPen())
      }
      #expect(error?.authentication?.response?.rawCode == code)
      texts.append(try #require(error).description)
    }
    #expect(texts[0].contains("role") && !texts[0].contains("check both parts"))
    #expect(texts[1].contains("check both parts"))
  }

  @Test("names the target of a redirect")
  func redirect() async throws {
    let error = try #require(await error(Reply(302, [("Location", "https://elsewhere.example/")])))
    #expect(error.status.code == 302)
    #expect(error.description.contains("https://elsewhere.example/"))
    #expect(error.description.contains("not followed"))
  }

  @Test(
    "has Retry-After in both forms, and ignores invalid ones",
    arguments: [
      ("0", Duration.seconds(0)), ("120", .seconds(120)), ("-5", .zero), ("x", nil), ("", nil),
      ("Sun, 06 Nov 1994 08:49:37 GMT", .zero), ("1e999", nil), ("nan", nil),
      ("99999999999999999999", .seconds(31_536_000)), ("0x10", nil), ("1.5", .seconds(1.5)),
      ("Sunday, 06-Nov-94 08:49:37 GMT", .zero), ("Sun Nov  6 08:49:37 1994", .zero),
      ("Sun, 06 Nov 300000000000 08:49:37 GMT", nil),
      ("Sun, 06 Nov -300000000000 08:49:37 GMT", nil),
      ("Sun, 06 Nov 9223372036854775807 08:49:37 GMT", nil),
      ("Sun, 99999999999 Nov 1994 08:49:37 GMT", nil),
      ("Sun, 06 Nov 9999 08:49:37 GMT", .seconds(31_536_000)),
      ("7, Sun, 06 Nov 1994 08:49:37 GMT", .seconds(7)), ("3, 9", .seconds(9)),
    ] as [(String, Duration?)])
  func retryAfter(text: String, expected: Duration?) async throws {
    let error = try #require(await error(Reply(503, [("Retry-After", text)])))
    #expect(error.retryAfter == expected)
  }
}
