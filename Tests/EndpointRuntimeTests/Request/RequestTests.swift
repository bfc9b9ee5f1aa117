import EndpointModel
@_spi(Generated) import EndpointRuntime
import Foundation
import HTTPTypes
import Testing
@_spi(Generated) import Zoo

@Suite("The request on the wire")
struct RequestTests {
  private func path(
    _ endpoint: some Endpoint<ZooAPI>, options: RequestOptions<ZooAPI> = .init(),
    baseURL: BaseURL? = nil
  ) async throws -> String? {
    let transport = ScriptedTransport { _, _ in Reply(#"{"id":"1"}"#) }
    let client = EndpointClient<ZooAPI>(baseURL: baseURL, transport: transport)
    _ = try await client.send(endpoint, options: options)
    return transport.requests.first?.path
  }

  @Test(
    "has percent-encoded path values",
    arguments: [
      ("a-b.c_d~e", "a-b.c_d~e"), ("a b", "a%20b"), ("a/b", "a%2Fb"), ("a%2Fb", "a%252Fb"),
      ("a+b,c;d=e&f?g#h", "a%2Bb%2Cc%3Bd%3De%26f%3Fg%23h"), ("é", "%C3%A9"), ("...", "..."),
      ("a\r\n", "a%0D%0A"),
    ])
  func encoding(value: String, encoded: String) async throws {
    #expect(try await path(GetPen(penID: value)) == "/v1/pens/\(encoded)")
  }

  @Test("has two placeholders in a segment")
  func segment() async throws {
    #expect(
      try await path(SearchHost(host: "a:b", port: 1, q: "x")) == "/v1/hosts/a%3Ab:1/search?q=x")
  }

  @Test(
    "rejects values that would change the path or are white space",
    arguments: ["", ".", "..", " ", "\r\n", "\u{A0}\t"])
  func structure(value: String) async {
    let error = await failure {
      try await EndpointClient<ZooAPI>(ScriptedTransport { _, _ in Reply() })
        .send(GetPen(penID: value))
    }
    #expect(error?.invalidParameter == "PEN-ID")
  }

  @Test("is checked for missing and unknown parameters")
  func byHand() async throws {
    let transport = ScriptedTransport { _, _ in Reply() }
    let client = EndpointClient<ZooAPI>(transport)
    let search = try #require(ZooCatalog.catalog.endpoint(SearchHost.name)).operation
    var request = RequestBuilder(search)
    request.setPathParameter("HOST", to: "h")
    request.setQueryParameter("q", to: "x")
    let missing = await failure {
      try await client.rawResponse(to: request)
    }
    #expect(missing?.invalidParameter == "PORT")
    request.setPathParameter("PORT", to: 1)
    request.setPathParameter("PROT", to: 1)
    let unknown = await failure {
      try await client.rawResponse(to: request)
    }
    #expect(unknown?.invalidParameter == "PROT")
    request = RequestBuilder(search)
    request.setPathParameter("HOST", to: "h")
    request.setPathParameter("PORT", to: 1)
    let noQuery = await failure {
      try await client.rawResponse(to: request)
    }
    #expect(noQuery?.invalidParameter == "q")
    #expect(transport.requests.isEmpty)
  }

  @Test("has shared parameters in the order of the definition")
  func sharedParameters() async throws {
    var options = RequestOptions<ZooAPI>()
    options[parameter: "zeta"] = "&"
    options[parameter: "envelope"] = "false"
    options[parameter: "pretty"] = "true"
    #expect(
      try await path(SearchHost(), options: options)
        == "/v1/hosts/db:27017/search?q=x&pretty=true&envelope=false&zeta=%26")
  }

  @Test(
    "has the port and the path of the base URL",
    arguments: [
      ("https://example.com", "example.com", "/v1/pens/1"),
      ("HTTPS://Example.com:8443/", "Example.com:8443", "/v1/pens/1"),
      ("http://[::1]:80/a/b//", "[::1]:80", "/a/b/pens/1"),
    ])
  func baseURL(url: String, authority: String, path: String) async throws {
    let transport = ScriptedTransport { _, _ in Reply(#"{"id":"1"}"#) }
    try await EndpointClient<ZooAPI>(baseURL: try BaseURL(url), transport: transport).send(
      GetPen())
    #expect(transport.requests.first?.authority == authority)
    #expect(transport.requests.first?.path == path)
  }

  @Test(
    "rejects an invalid base URL",
    arguments: [
      "", "example.com", "ftp://example.com", "https://", "https://:1", "https://a:0",
      "https://a:99999", "https://u:p@a", "https://a/x?y", "https://a/#x", "https://a b",
      "https://a/b c", "https://a/%zz", "https://[::1", "https://[x]", "https://a\r\n/",
    ])
  func unusableBaseURL(url: String) async {
    let transport = ScriptedTransport { _, _ in Reply() }
    let error = await failure {
      try await EndpointClient<ZooAPI>(baseURL: try BaseURL(url), transport: transport).send(
        GetPen())
    }
    #expect(error?.invalidSetting == "base URL")
    #expect(error?.description.contains("u:p") == false)
  }

  @Test("has the API's name or a custom one as user agent")
  func userAgent() async throws {
    let transport = ScriptedTransport { _, _ in Reply(#"{"id":"1"}"#) }
    for name in [nil, "mine/1.0"] {
      let configuration = ClientConfiguration(timeout: .seconds(86_400), userAgent: name)
      try await EndpointClient<ZooAPI>(transport, configuration: configuration).send(GetPen())
    }
    #expect(
      transport.requests.map { $0.headerFields[.userAgent] }
        == ["Zoo swift-endpoint-runtime", "mine/1.0"])
  }

  @Test("has the header fields and the body")
  func head() async throws {
    let transport = ScriptedTransport { _, _ in Reply("null") }
    var options = RequestOptions<ZooAPI>()
    options.headerFields[.acceptLanguage] = "en"
    options.headerFields[.userAgent] = "mine"
    _ = try await EndpointClient<ZooAPI>(transport)
      .send(SearchHost(body: ["b": 1, "a": [true, nil, 0.1, "x/y"]]), options: options)
    let fields = try #require(transport.requests.first?.headerFields)
    #expect(fields[.accept] == "application/vnd.zoo.2026-01-01+json")
    #expect(fields[.contentType] == "application/vnd.zoo.2026-01-01+json")
    #expect(fields[values: .userAgent] == ["mine"])
    #expect(fields[.acceptLanguage] == "en")
    #expect(
      transport.bodies.first == Data(#"{"a":[true,null,0.1,"x/y"],"b":1}"#.utf8))
  }
}

@Suite("The accepted media types")
struct AcceptTests {
  @Test("include JSON for errors")
  func accept() async throws {
    for (declared, sent) in [
      ("application/json", "application/json"),
      ("application/vnd.x+json", "application/vnd.x+json"),
      ("text/plain", "text/plain, application/json;q=0.5"),
    ] {
      let transport = ScriptedTransport { _, _ in Reply(#"{"id":"1"}"#) }
      let request = RequestBuilder(
        EndpointOperation(
          "GetPen", method: "GET", path: "/pen", accept: [declared]))
      _ = try await EndpointClient<ZooAPI>(transport).rawResponse(to: request)
      #expect(transport.requests.first?.headerFields[.accept] == sent)
    }
  }
}
