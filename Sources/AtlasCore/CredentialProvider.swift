import EndpointRuntime
import Foundation

/// A source of credentials, such as the environment.
///
/// Providers can be combined, so that the first one with credentials is used:
///
/// ```swift
/// let provider = CredentialProvider.firstAvailable(.environment, .profile())
/// let atlas = AtlasClient(credentials: try provider.credentials())
/// ```
///
/// `profile()`, which reads the configuration file of the Atlas CLI, is in the module `AtlasProfiles`.
public struct CredentialProvider: Sendable {
  private let sources: [Source]

  private struct Source: Sendable {
    var name: String
    var load: @Sendable () throws -> Credentials?
  }

  private init(sources: [Source]) { self.sources = sources }

  /// Creates a provider.
  ///
  /// - Parameters:
  ///   - name: The name of the source, for error messages.
  ///   - load: Returns the credentials, or `nil` if the source has none. Throws if its credentials
  ///     are invalid.
  public init(name: String, load: @escaping @Sendable () throws -> Credentials?) {
    self.init(sources: [Source(name: name, load: load)])
  }

  /// Returns a provider of fixed credentials.
  public static func explicit(_ credentials: Credentials) -> CredentialProvider {
    CredentialProvider(name: "the given credentials") { credentials }
  }

  /// The provider of the credentials in the environment.
  ///
  /// If `MONGODB_ATLAS_CLIENT_ID` is set, it provides the service account in that variable and
  /// `MONGODB_ATLAS_CLIENT_SECRET`. Otherwise it provides the API key in `MONGODB_ATLAS_PUBLIC_KEY`
  /// and `MONGODB_ATLAS_PRIVATE_KEY`, or in `MONGODB_ATLAS_PUBLIC_API_KEY` and
  /// `MONGODB_ATLAS_PRIVATE_API_KEY`.
  public static var environment: CredentialProvider {
    environment(ProcessInfo.processInfo.environment)
  }

  static func environment(_ environment: [String: String]) -> CredentialProvider {
    CredentialProvider(name: "the environment variables MONGODB_ATLAS_…") {
      guard Credentials.exist(in: environment) else { return nil }
      return try Credentials(environment: environment)
    }
  }

  /// Returns a provider that uses the first of several providers with credentials.
  ///
  /// If the credentials of a provider are invalid, its error is thrown and the following providers
  /// are not used.
  public static func firstAvailable(_ providers: CredentialProvider...) -> CredentialProvider {
    CredentialProvider(sources: providers.flatMap(\.sources))
  }

  /// Returns the credentials.
  ///
  /// - Throws: ``EndpointError/configuration(setting:reason:)`` if no source has credentials, or
  ///   the error of the first source whose credentials are invalid.
  public func credentials() throws -> Credentials {
    for source in sources {
      if let credentials = try source.load() { return credentials }
    }
    let names = sources.map(\.name).joined(separator: " and ")
    throw EndpointError.configuration(
      setting: "credentials", reason: "are missing: none found in \(names)")
  }
}
