import EndpointAsyncHTTPClient
import EndpointRuntime
import Foundation
import HTTPTypes
import Logging
import Synchronization
import TestSupport
import Testing
import Zoo

@Suite("Secrets")
struct SecretsTests {
  private let password = "correct-horse-battery"

  private func texts(_ value: Any) -> String {
    var dumped = ""
    dump(value, to: &dumped, maxDepth: 30)
    return [dumped, "\(value)", String(reflecting: value)].joined(separator: "\n")
  }

  @Test("do not appear in anything reachable: passwords and Authorization fields")
  func nothingShown() async throws {
    let authenticator = DigestAuthenticator(username: "u", password: password, clock: StillClock())
    let transport = ScriptedTransport { request, number in
      request.digest == nil
        ? .digest("a") : number < 4 ? Reply(#"{"id":"1"}"#) : Reply(403, [], "no")
    }
    let client = EndpointClient<ZooAPI>(transport, authenticator: authenticator)
    let response = try await client.response(to: GetPen())
    let pages = client.pages(of: ListPens())
    _ = try await client.send(GetPen())
    let error = try #require(
      await failure { try await client.send(GetPen()) })
    let real = EndpointClient<ZooAPI>(
      authenticator: authenticator, transport: AsyncHTTPClientTransport())
    let authorizations = transport.requests.compactMap { $0.headerFields[.authorization] }
    #expect(authorizations.count == 3)
    for value in [authenticator, real, real.pages(of: ListPens()), response, error] as [Any] {
      #expect(!texts(value).contains(password))
      for authorization in authorizations { #expect(!texts(value).contains(authorization)) }
    }
    // The scripted transport remembers what was sent, so only the password must not show here.
    for value in [client, pages] as [Any] { #expect(!texts(value).contains(password)) }
    let computation = DigestComputation(
      algorithm: .md5, username: "u", realm: "r", password: password, nonce: "n", method: "GET",
      uri: "/", protection: nil)
    #expect(!texts(computation).contains(password))
  }

  @Test("do not appear in anything reachable: client secrets and tokens")
  func serviceAccount() async throws {
    let authenticator = OAuthClientCredentialsAuthenticator(
      clientID: "id", clientSecret: password, tokenURL: "https://zoo.example.com/token")
    let transport = ScriptedTransport { request, number in
      number == 1
        ? Reply(#"{"access_token":"a-token","token_type":"Bearer"}"#) : Reply(403, [], "no")
    }
    let client = EndpointClient<ZooAPI>(
      authenticator: authenticator, transport: AsyncHTTPClientTransport())
    let error = try #require(
      await failure {
        try await EndpointClient<ZooAPI>(transport, authenticator: authenticator).send(GetPen())
      })
    let basic = try #require(transport.requests.first?.headerFields[.authorization])
    for value in [authenticator, client, error] as [Any] {
      for secret in [password, "a-token", basic] { #expect(!texts(value).contains(secret)) }
    }
  }

  @Test(
    "are removed from errors, and their surroundings are kept",
    arguments: [
      "Authorization: Basic dXNlcjpodW50ZXIy\nafter", #"before Authorization: Bearer hunter2 x"#,
      #"{"detail":"you sent Digest username=\"u\", response=\"0123456789abcdef0123456789abcdef\", a"}"#,
      #"{"errorCode":"X","parameters":["Bearer hunter2.hunter2"],"detail":"no"}"#,
      #"{"name":"5","privateKey":"hunter2","desc":"d"}"#, #"{"slackToken": "hunter2\"hunter2"#,
      #"{"awsKms":{"accessKeyID":"A","secretAccessKey":"hunter2"}}"#, #"{"licenseKey":"hunter2"}"#,
      #"{"routingKey":"hunter2"}"#, #"{"microsoftTeamsWebhookUrl":"https://x/hunter2"}"#,
      #"{"detail":"bad body {\"password\":\"hunter2\"}"}"#, #"bad {\"password\":\"hunter2\"}"#,
      #"{"errorCode":"X","parameters":[{"password":"hunter2"}]}"#,
      #"{"reason":"Bearer hunter2.hunter2"}"#, "POST https://x.example/a?sig=hunter2 failed",
      "mongodb+srv://u:hunter2@db.example/x is down", #"{"detail":"password=hunter2 is short"}"#,
      #"[["hunter2"], {"hunter": "hunter2"}]"#,
    ])
  func repeated(body: String) async throws {
    for status in [200, 400] {
      let transport = ScriptedTransport { _, _ in Reply(status, [], body) }
      let error = try #require(
        await failure {
          try await EndpointClient<ZooAPI>(transport).send(GetPen())
        })
      for secret in ["hunter2", "dXNlcjpodW50ZXIy", "0123456789abcdef"] {
        #expect(!texts(error).contains(secret))
      }
      #expect(["<redacted>", "<string>", "/…"].contains { texts(error).contains($0) })
    }
  }

  @Test("do not include what the server says about authentication")
  func untouched() async throws {
    let detail = "Basic authentication is off; use Bearer tokens. Authorization: ask an owner."
    let transport = ScriptedTransport { _, _ in Reply(400, [], #"{"detail":"\#(detail)"}"#) }
    let error = await failure {
      try await EndpointClient<ZooAPI>(transport).send(GetPen())
    }
    #expect(error?.api?.detail == detail)
  }

  @Test("do not appear in logs at the finest level")
  func log() async throws {
    let lines = LogLines()
    var logger = Logger(label: "test") { _ in lines }
    logger.logLevel = .trace
    let transport = ScriptedTransport { request, _ in
      request.digest == nil
        ? .digest("a") : Reply(200, [("Set-Cookie", "session=cookie-secret")], #"{"id":"1"}"#)
    }
    let client = EndpointClient<ZooAPI>(
      transport,
      authenticator: DigestAuthenticator(username: "u", password: password, clock: StillClock()),
      configuration: ClientConfiguration(
        timeout: .seconds(86_400), middleware: [LoggingMiddleware(logger)]))
    try await client.send(GetPen())
    let text = lines.text
    let digest = try #require(transport.requests.last?.digest)
    #expect(text.contains("GetPen"))
    for secret in [password, try #require(digest.response), "cookie-secret"] {
      #expect(!text.contains(secret))
    }
  }
}

/// Keeps what is logged.
final class LogLines: LogHandler {
  private let lines = Mutex<[String]>([])

  var text: String { lines.withLock { $0.joined(separator: "\n") } }

  var metadata: Logger.Metadata {
    get { [:] }
    set {}
  }
  var logLevel: Logger.Level {
    get { .trace }
    set {}
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { nil }
    set { if let newValue { lines.withLock { $0.append("\(key)=\(newValue)") } } }
  }

  func log(event: LogEvent) {
    lines.withLock { $0.append("\(event.level) \(event.message) \(event.metadata ?? [:])") }
  }
}
