import EndpointRuntime
import Foundation
import HTTPTypes
import Testing
import Zoo

/// What every transport must do; the files beside this one have the themes.
@Suite("Every transport", .serialized, .timeLimit(.minutes(5)))
struct TransportConformanceTests {
  static let response = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"

  /// A client without retries, so that each failure is seen.
  func client(
    _ kind: TransportKind, _ server: RawServer, configuration: ClientConfiguration? = nil
  ) -> EndpointClient<ZooAPI> {
    EndpointClient(
      baseURL: server.url, transport: kind.transport,
      configuration: configuration
        ?? ClientConfiguration(timeout: .seconds(86_400), retryPolicy: .never))
  }
}

/// The beginning of a request.
extension TransportConformanceTests {
  @Test("sends each method, without a body", arguments: TransportKind.allCases)
  func methods(kind: TransportKind) async throws {
    try await RawServer.run(responding: Data(Self.response.utf8)) { server in
      let transport = kind.transport
      let methods: [HTTPRequest.Method] = [.get, .post, .put, .patch, .delete, .head]
      for method in methods {
        let response = try await transport.send(method, to: server)
        #expect(response.head.status == .ok)
        #expect(try await response.body.text == (method == .head ? "" : "{}"))
      }
      #expect(server.requests.map(\.method) == methods.map(\.rawValue))
      for request in server.requests {
        #expect(request.body.isEmpty && request["Transfer-Encoding"].isEmpty)
        #expect(request["Content-Type"].isEmpty)
        #expect(["", "0"].contains(request["Content-Length"].joined()))
      }
    }
  }

  @Test("sends a body with each method that has one", arguments: TransportKind.allCases)
  func methodsWithBody(kind: TransportKind) async throws {
    try await RawServer.run(responding: Data(Self.response.utf8)) { server in
      let transport = kind.transport
      let methods: [HTTPRequest.Method] = [.post, .put, .patch, .delete]
      for method in methods {
        for text in ["", "hello"] {
          let response = try await transport.send(
            method, to: server, fields: [.contentType: "a/b"], body: HTTPBody(Data(text.utf8)))
          #expect(try await response.body.text == "{}")
        }
      }
      #expect(server.requests.map(\.method) == methods.flatMap { [$0, $0] }.map(\.rawValue))
      #expect(
        server.requests.map { String(decoding: $0.body, as: UTF8.self) }
          == methods.flatMap { _ in ["", "hello"] })
      #expect(server.requests.allSatisfy { $0["Content-Type"] == ["a/b"] })
    }
  }

  @Test("sends a GET request's body, or rejects it", arguments: TransportKind.allCases)
  func bodyOfGet(kind: TransportKind) async throws {
    try await RawServer.run(responding: Data(Self.response.utf8)) { server in
      if kind.sendsBodyWithGet {
        _ = try await kind.transport.send(to: server, body: HTTPBody(Data("x".utf8)))
        #expect(server.requests.map(\.body) == [Data("x".utf8)])
      } else {
        let failure = await transportFailure {
          _ = try await kind.transport.send(to: server, body: HTTPBody(Data("x".utf8)))
        }
        #expect(failure?.kind == .invalidResponse)
        #expect(server.connectionCount == 0)
      }
    }
  }

  @Test("sends header fields", arguments: TransportKind.allCases)
  func fields(kind: TransportKind) async throws {
    try await RawServer.run(responding: Data(Self.response.utf8)) { server in
      let fields = [
        ("X-Two", "a"), ("x-two", "b"), ("X-Empty", ""), ("Accept", "x/y"), ("X-Text", "café"),
        ("User-Agent", "me"), ("Accept-Encoding", "identity"), ("Authorization", "Digest a=\"b\""),
      ]
      _ = try await kind.transport.send(
        to: server,
        fields: HTTPFields(
          fields.compactMap { name, value in
            HTTPField.Name(name).map { HTTPField(name: $0, value: value) }
          }))
      let request = try #require(server.requests.first)
      let two = request["X-Two"]
      #expect(kind.keepsFieldsApart ? two == ["a", "b"] : ["a,b", "a, b"].contains(two.joined()))
      #expect(request["Host"] == ["127.0.0.1:\(server.port)"])
      for (name, value) in fields where name.lowercased() != "x-two" {
        #expect(request[name] == [value], "\(name)")
      }
    }
  }

  @Test(
    "sends the request-target byte for byte",
    arguments: TransportKind.allCases,
    [
      "/", "/a%2Fb", "/a+b,c;d=e", "/%22%C3%A9%20x", "/a//b/c..d/", "/x?", "//x",
      "/x?a=b%26c+d&e=,/?", "/%2f?%7e", "/a:b@c!$&'()*", "/x?/../y",
    ])
  func target(kind: TransportKind, path: String) async throws {
    try await RawServer.run(responding: Data(Self.response.utf8)) { server in
      _ = try await kind.transport.send(.get, path, to: server)
      #expect(server.requests.map(\.target) == [path])
    }
  }

  @Test(
    "sends or rejects the segments . and ..",
    arguments: TransportKind.allCases, ["/a//b/../c/.", "/.", "/a/%2e%2E/b"])
  func dotSegments(kind: TransportKind, path: String) async throws {
    try await RawServer.run(responding: Data(Self.response.utf8)) { server in
      if kind.sendsDotSegments {
        _ = try await kind.transport.send(.get, path, to: server)
        #expect(server.requests.map(\.target) == [path])
      } else {
        let failure = await transportFailure {
          _ = try await kind.transport.send(.get, path, to: server)
        }
        #expect(failure?.kind == .invalidResponse)
        #expect(server.connectionCount == 0)
      }
    }
  }

  @Test(
    "rejects a target that would change", arguments: TransportKind.allCases,
    ["", "x", "/a b", "/é", "/%zz", "/\"", "/#x"])
  func unencodedTarget(kind: TransportKind, path: String) async throws {
    try await RawServer.run(responding: Data(Self.response.utf8)) { server in
      let failure = await transportFailure {
        _ = try await kind.transport.send(.get, path, to: server)
      }
      #expect(failure?.kind == .invalidResponse)
      #expect(server.connectionCount == 0)
    }
  }
}
