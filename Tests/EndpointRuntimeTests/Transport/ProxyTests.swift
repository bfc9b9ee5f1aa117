import EndpointRuntime
import Foundation
import Testing
import Zoo

@testable import EndpointAsyncHTTPClient

@Suite("The environment of the default transport")
struct ProxyTests {
  private func proxy(_ environment: [String: String], _ url: String) throws -> String? {
    let parts = url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    let scheme = String(parts[0].dropLast())
    return try ProxySettings(environment).proxy(scheme: scheme, authority: String(parts[2]))
      .map { "\($0)" }
  }

  @Test(
    "names proxies by scheme",
    arguments: [
      (["HTTPS_PROXY": "http://p:81"], "https://a.b", "p:81"),
      (["HTTPS_PROXY": "http://p:81"], "http://a.b", nil),
      (["HTTP_PROXY": "p:81"], "http://a.b", "p:81"),
      (["HTTP_PROXY": "p", "http_proxy": "q"], "http://a.b", "q:80"),
      (["HTTP_PROXY": "p", "REQUEST_METHOD": "GET"], "http://a.b", nil),
      (["http_proxy": "p", "REQUEST_METHOD": "GET"], "http://a.b", "p:80"),
      (["HTTPS_PROXY": ""], "https://a.b", nil), ([:], "https://a.b", nil),
      (["HTTPS_PROXY": "http://[::1]:81/"], "https://a.b", "::1:81"),
      (["HTTPS_PROXY": "p:81"], "https://localhost:8080", nil),
      (["HTTPS_PROXY": "p:81"], "https://127.0.0.1", nil),
      (["HTTPS_PROXY": "p:81"], "https://[::1]:80", nil),
    ] as [([String: String], String, String?)])
  func schemes(environment: [String: String], url: String, expected: String?) throws {
    #expect(try proxy(environment, url) == expected)
  }

  @Test(
    "names hosts without a proxy",
    arguments: [
      ("*", "https://a.b", true), ("a.b", "https://a.b", true), ("a.b", "https://x.a.b", true),
      (".a.b", "https://x.a.b", true), ("*.a.b", "https://x.a.b", true),
      ("a.b", "https://xa.b", false),
      ("c, a.b", "https://A.B:443", true), ("a.b:443", "https://a.b", true),
      ("a.b:444", "https://a.b", false), ("10.0.0.0/8", "https://10.1.2.3", true),
      ("10.0.0.0/8", "https://11.1.2.3", false), ("10.1.2.3", "https://10.1.2.3", true),
      ("10.0.0.0/33", "https://10.1.2.3", false), ("fd00::/8", "https://[fd12::1]", true),
      ("fd00::/8", "https://10.1.2.3", false), ("", "https://a.b", false),
      (",,", "https://a.b", false),
    ])
  func exceptions(list: String, url: String, isDirect: Bool) throws {
    for name in ["NO_PROXY", "no_proxy"] {
      #expect(try proxy(["HTTPS_PROXY": "p:81", name: list], url) == (isDirect ? nil : "p:81"))
    }
  }

  @Test(
    "is reported if it is invalid",
    arguments: ["socks5://p:81", "http://", "http://p:99999", "http://p/path", "a b"])
  func invalid(value: String) async {
    let transport = AsyncHTTPClientTransport(environment: ["HTTPS_PROXY": value])
    let error = await failure {
      try await EndpointClient<ZooAPI>(
        transport: transport,
        configuration: ClientConfiguration(timeout: .seconds(86_400), retryPolicy: .never)
      ).send(GetPen())
    }
    #expect(error?.invalidSetting == "HTTPS_PROXY")
  }

  @Test("names a file of certificates that must be readable")
  func certificates() async {
    let transport = AsyncHTTPClientTransport(environment: ["SSL_CERT_FILE": "/nowhere.pem"])
    let error = await failure {
      try await EndpointClient<ZooAPI>(transport: transport).send(GetPen())
    }
    #expect(error?.invalidSetting == "SSL_CERT_FILE")
    #expect(error?.description.contains("/nowhere.pem") == true)
  }

  @Test("sends requests through the proxy, with credentials that nothing shows")
  func requests() async throws {
    let response = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"id\":\"1\"}"
    try await RawServer.run(responding: Data(response.utf8)) { proxy in
      let environment = ["HTTP_PROXY": "http://user:hunter2@127.0.0.1:\(proxy.port)"]
      let transport = AsyncHTTPClientTransport(environment: environment)
      let client = try EndpointClient<ZooAPI>(
        baseURL: "http://api.example.test/v1", transport: transport,
        configuration: ClientConfiguration(timeout: .seconds(86_400), retryPolicy: .never))
      let pen = try await client.send(GetPen())
      #expect(pen == Pen(id: "1"))
      #expect(proxy.requests.map(\.method) == ["CONNECT", "GET"])
      #expect(proxy.requests.map(\.target) == ["api.example.test:80", "/v1/pens/1"])
      let credentials = Data("user:hunter2".utf8).base64EncodedString()
      #expect(proxy.requests.first?["Proxy-Authorization"] == ["Basic \(credentials)"])
      var dumped = ""
      dump(client, to: &dumped)
      #expect(!dumped.contains("hunter2") && !"\(client)".contains("hunter2"))
    }
  }

  @Test("requests a tunnel to secure servers")
  func tunnel() async throws {
    try await RawServer.run("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n") { proxy in
      let environment = ["HTTPS_PROXY": "http://127.0.0.1:\(proxy.port)", "SSL_CERT_FILE": ""]
      let error = await failure {
        try await EndpointClient<ZooAPI>(
          baseURL: "https://api.example.test/v1",
          transport: AsyncHTTPClientTransport(environment: environment),
          configuration: ClientConfiguration(timeout: .seconds(86_400), retryPolicy: .never)
        ).send(GetPen())
      }
      #expect(error?.transport != nil)
      #expect(proxy.requests.first?.method == "CONNECT")
      #expect(proxy.requests.first?.target == "api.example.test:443")
    }
  }
}
