import EndpointRuntime
import Foundation

/// What proves to Atlas who the caller is; no description shows it.
public struct Credentials: Sendable {
  private let publicKey: String
  private let privateKey: String

  /// A programmatic API key.
  ///
  /// - Parameters:
  ///   - publicKey: The public part, which names the key.
  ///   - privateKey: The private part, which Atlas shows once, when the key is made.
  public static func apiKey(publicKey: String, privateKey: String) -> Credentials {
    Credentials(publicKey: publicKey, privateKey: privateKey)
  }

  /// The API key in the environment variables `MONGODB_ATLAS_PUBLIC_KEY` and
  /// `MONGODB_ATLAS_PRIVATE_KEY`.
  ///
  /// - Throws: ``EndpointError/invalidRequest(parameter:reason:)`` naming a variable that is not set.
  public static var environment: Credentials {
    get throws(EndpointError) {
      .apiKey(
        publicKey: try variable("MONGODB_ATLAS_PUBLIC_KEY"),
        privateKey: try variable("MONGODB_ATLAS_PRIVATE_KEY"))
    }
  }

  private static func variable(_ name: String) throws(EndpointError) -> String {
    guard let value = ProcessInfo.processInfo.environment[name], !value.isEmpty else {
      throw .invalidRequest(parameter: name, reason: "is not set in the environment")
    }
    return value
  }

  /// What signs requests with the key.
  var authenticator: any Authenticator {
    DigestAuthenticator(username: publicKey, password: privateKey)
  }
}

extension Credentials: CustomStringConvertible, CustomReflectable {
  /// Says nothing about the key.
  public var description: String { "Credentials(redacted)" }
  /// Shows nothing of the key.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
