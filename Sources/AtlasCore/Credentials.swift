import EndpointRuntime
import Foundation

/// The credentials of a client. Descriptions and mirrors do not contain them.
public struct Credentials: Sendable {
  private enum Kind {
    case apiKey(publicKey: String, privateKey: String)
    case serviceAccount(clientID: String, clientSecret: String)
  }

  private let kind: Kind

  /// An API key, which signs requests by HTTP Digest.
  ///
  /// - Parameters:
  ///   - publicKey: The public key.
  ///   - privateKey: The private key, which Atlas returns only when the key is created.
  public static func apiKey(publicKey: String, privateKey: String) -> Credentials {
    Credentials(kind: .apiKey(publicKey: publicKey, privateKey: privateKey))
  }

  /// A service account, which authenticates requests with OAuth 2.0 access tokens.
  ///
  /// - Parameters:
  ///   - clientID: The client identifier.
  ///   - clientSecret: The client secret, which Atlas returns only when it is created.
  public static func serviceAccount(clientID: String, clientSecret: String) -> Credentials {
    Credentials(kind: .serviceAccount(clientID: clientID, clientSecret: clientSecret))
  }

  /// The credentials in the environment; see ``CredentialProvider/environment``.
  ///
  /// - Throws: ``EndpointError/configuration(setting:reason:)``, which names the variable that is missing.
  public static var environment: Credentials {
    get throws { try Credentials(environment: ProcessInfo.processInfo.environment) }
  }

  private init(kind: Kind) { self.kind = kind }

  /// The kind of the credentials and how they authenticate requests, without the credentials.
  package var method: String {
    switch kind {
    case .apiKey: "API key (HTTP Digest)"
    case .serviceAccount: "service account (OAuth 2.0)"
    }
  }

  /// The authenticator that adds the credentials to requests.
  ///
  /// - Parameters:
  ///   - baseURL: The server, which also issues access tokens.
  ///   - clock: The clock that measures the age of nonces and tokens.
  package func authenticator(
    for baseURL: BaseURL, clock: any Clock<Duration> = ContinuousClock()
  ) -> any Authenticator {
    switch kind {
    case .apiKey(let publicKey, let privateKey):
      DigestAuthenticator(username: publicKey, password: privateKey, clock: clock)
    case .serviceAccount(let clientID, let clientSecret):
      OAuthClientCredentialsAuthenticator(
        clientID: clientID, clientSecret: clientSecret,
        tokenURL: "\(baseURL.host(of: "/api/atlas"))/api/oauth/token",
        revocationURL: "\(baseURL.host(of: "/api/atlas"))/api/oauth/revoke", clock: clock)
    }
  }
}

extension Credentials {
  /// Creates the credentials in an environment.
  ///
  /// - Throws: ``EndpointError/configuration(setting:reason:)``, which names the variable that is missing.
  package init(environment: [String: String]) throws {
    func variable(_ name: String) throws -> String {
      guard let value = environment[name], !value.isEmpty else {
        throw EndpointError.configuration(setting: name, reason: "is not set in the environment")
      }
      return value
    }
    func isSet(_ name: String) -> Bool { environment[name]?.isEmpty == false }
    if isSet("MONGODB_ATLAS_CLIENT_ID") {
      self = .serviceAccount(
        clientID: try variable("MONGODB_ATLAS_CLIENT_ID"),
        clientSecret: try variable("MONGODB_ATLAS_CLIENT_SECRET"))
    } else {
      let infix =
        !isSet("MONGODB_ATLAS_PUBLIC_KEY") && isSet("MONGODB_ATLAS_PUBLIC_API_KEY") ? "API_" : ""
      self = .apiKey(
        publicKey: try variable("MONGODB_ATLAS_PUBLIC_\(infix)KEY"),
        privateKey: try variable("MONGODB_ATLAS_PRIVATE_\(infix)KEY"))
    }
  }

  /// Whether an environment has credentials, or a part of them.
  package static func exist(in environment: [String: String]) -> Bool {
    let names = [
      "PUBLIC_KEY", "PRIVATE_KEY", "PUBLIC_API_KEY", "PRIVATE_API_KEY", "CLIENT_ID",
      "CLIENT_SECRET",
    ]
    return names.contains { environment["MONGODB_ATLAS_" + $0]?.isEmpty == false }
  }
}

extension Credentials: CustomStringConvertible, CustomReflectable {
  /// A description that does not contain the credentials.
  public var description: String { "Credentials(redacted)" }
  /// A mirror without the credentials.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
