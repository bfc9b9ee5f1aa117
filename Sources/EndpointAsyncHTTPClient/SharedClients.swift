import AsyncHTTPClient
import EndpointRuntime
import Foundation
import NIOSSL
import Synchronization

/// The shared clients of the process, one for each proxy and certificate file.
struct SharedClients: Sendable {
  private struct Key: Hashable {
    var proxy: Proxy?
    var certificateFile: String?
  }

  private static let clients = Mutex<[Key: HTTPClient]>([:])
  /// The client without a proxy and with the system's certificates, which most programs use.
  private static let direct = makeClient(Key())

  private let proxies: ProxySettings
  private let certificateFile: String?

  init(environment: [String: String]) {
    proxies = ProxySettings(environment)
    certificateFile = environment["SSL_CERT_FILE"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Returns the client for a request.
  ///
  /// - Throws: ``EndpointError/configuration(setting:reason:)`` with the environment variable that
  ///   is invalid.
  func client(scheme: String, authority: String) throws -> HTTPClient {
    let isSecure = scheme == "https"
    if isSecure, let certificateFile, !FileManager.default.isReadableFile(atPath: certificateFile) {
      throw EndpointError.configuration(
        setting: "SSL_CERT_FILE",
        reason:
          "names '\(certificateFile)', which cannot be read; name a file of certificates in PEM")
    }
    let key = Key(
      proxy: try proxies.proxy(scheme: scheme, authority: authority),
      certificateFile: isSecure ? certificateFile : nil)
    if key == Key() { return Self.direct }
    return Self.clients.withLock { clients in
      if let client = clients[key] { return client }
      let client = Self.makeClient(key)
      clients[key] = client
      return client
    }
  }

  private static func makeClient(_ key: Key) -> HTTPClient {
    var configuration = AsyncHTTPClientTransport.configuration
    if let file = key.certificateFile {
      var tls = TLSConfiguration.makeClientConfiguration()
      tls.trustRoots = .file(file)
      configuration.tlsConfiguration = tls
    }
    if let proxy = key.proxy {
      let authorization = proxy.username.map {
        HTTPClient.Authorization.basic(username: $0, password: proxy.password ?? "")
      }
      configuration.proxy =
        authorization.map { .server(host: proxy.host, port: proxy.port, authorization: $0) }
        ?? .server(host: proxy.host, port: proxy.port)
    }
    return HTTPClient(
      eventLoopGroupProvider: .shared(HTTPClient.defaultEventLoopGroup),
      configuration: configuration)
  }
}
