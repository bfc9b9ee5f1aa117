import EndpointRuntime
import Foundation

/// What proves to Atlas who the caller is; no description shows it.
public struct Credentials: Sendable {
  private enum Kind {
    case apiKey(publicKey: String, privateKey: String)
    case serviceAccount(clientID: String, clientSecret: String)
  }

  private let kind: Kind

  /// A programmatic API key, which signs requests by HTTP Digest.
  ///
  /// - Parameters:
  ///   - publicKey: The public part, which names the key.
  ///   - privateKey: The private part, which Atlas shows once, when the key is made.
  public static func apiKey(publicKey: String, privateKey: String) -> Credentials {
    Credentials(kind: .apiKey(publicKey: publicKey, privateKey: privateKey))
  }

  /// A service account, whose requests carry a token of OAuth 2.0 that is fetched when needed.
  ///
  /// - Parameters:
  ///   - clientID: The account's identifier.
  ///   - clientSecret: Its secret, which Atlas shows once, when the secret is made.
  public static func serviceAccount(clientID: String, clientSecret: String) -> Credentials {
    Credentials(kind: .serviceAccount(clientID: clientID, clientSecret: clientSecret))
  }

  /// The credentials in the environment: the service account in `MONGODB_ATLAS_CLIENT_ID` and
  /// `MONGODB_ATLAS_CLIENT_SECRET` if the first of these is set, else the API key in
  /// `MONGODB_ATLAS_PUBLIC_KEY` and `MONGODB_ATLAS_PRIVATE_KEY`, or in `MONGODB_ATLAS_PUBLIC_API_KEY` and
  /// `MONGODB_ATLAS_PRIVATE_API_KEY`.
  ///
  /// - Throws: ``EndpointError/invalidRequest(parameter:reason:)`` naming a variable that is not set.
  public static var environment: Credentials {
    get throws { try Credentials(ProcessInfo.processInfo.environment) }
  }

  private init(kind: Kind) { self.kind = kind }

  /// The credentials in an environment.
  init(_ environment: [String: String]) throws {
    func variable(_ name: String) throws -> String {
      guard let value = environment[name], !value.isEmpty else {
        throw EndpointError.invalidRequest(parameter: name, reason: "is not set in the environment")
      }
      return value
    }
    if environment["MONGODB_ATLAS_CLIENT_ID"]?.isEmpty == false {
      kind = .serviceAccount(
        clientID: try variable("MONGODB_ATLAS_CLIENT_ID"),
        clientSecret: try variable("MONGODB_ATLAS_CLIENT_SECRET"))
    } else {
      let isOther =
        environment["MONGODB_ATLAS_PUBLIC_KEY"] ?? "" == ""
        && environment["MONGODB_ATLAS_PUBLIC_API_KEY"] ?? "" != ""
      kind = .apiKey(
        publicKey: try variable("MONGODB_ATLAS_PUBLIC_\(isOther ? "API_" : "")KEY"),
        privateKey: try variable("MONGODB_ATLAS_PRIVATE_\(isOther ? "API_" : "")KEY"))
    }
  }

  /// What adds the credentials to requests.
  ///
  /// - Parameter baseURL: Where the API is; the same server gives tokens.
  func authenticator(for baseURL: String) -> any Authenticator {
    switch kind {
    case .apiKey(let publicKey, let privateKey):
      DigestAuthenticator(username: publicKey, password: privateKey)
    case .serviceAccount(let clientID, let clientSecret):
      OAuthClientCredentialsAuthenticator(
        clientID: clientID, clientSecret: clientSecret,
        tokenURL: Self.origin(of: baseURL) + "/api/oauth/token")
    }
  }

  /// Scheme and authority of a URL; all of it if it has no path.
  private static func origin(of url: String) -> Substring {
    guard let scheme = url.firstRange(of: "://"),
      let path = url[scheme.upperBound...].firstIndex(of: "/")
    else { return url[...] }
    return url[..<path]
  }
}

extension Credentials: CustomStringConvertible, CustomReflectable {
  /// Says nothing about the credentials.
  public var description: String { "Credentials(redacted)" }
  /// Shows nothing of the credentials.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
