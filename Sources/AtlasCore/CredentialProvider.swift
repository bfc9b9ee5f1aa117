import EndpointRuntime
import Foundation

/// A source of credentials, such as the environment.
///
/// Providers form a chain, of which the first that has credentials is used:
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
  ///   - load: Returns the credentials, or `nil` if the source has none; throws if it has some that
  ///     cannot be used.
  public init(name: String, load: @escaping @Sendable () throws -> Credentials?) {
    self.init(sources: [Source(name: name, load: load)])
  }

  /// Credentials that are given.
  public static func explicit(_ credentials: Credentials) -> CredentialProvider {
    CredentialProvider(name: "the given credentials") { credentials }
  }

  /// The credentials in the environment: the service account in `MONGODB_ATLAS_CLIENT_ID` and
  /// `MONGODB_ATLAS_CLIENT_SECRET` if the first of these is set, else the API key in
  /// `MONGODB_ATLAS_PUBLIC_KEY` and `MONGODB_ATLAS_PRIVATE_KEY`, or in `MONGODB_ATLAS_PUBLIC_API_KEY` and
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

  /// The first of several providers that has credentials.
  ///
  /// A provider that has credentials which cannot be used ends the search with its error.
  public static func firstAvailable(_ providers: CredentialProvider...) -> CredentialProvider {
    CredentialProvider(sources: providers.flatMap(\.sources))
  }

  /// Returns the credentials.
  ///
  /// - Throws: ``EndpointError/configuration(setting:reason:)`` if no source has any, or the error of the
  ///   source whose credentials cannot be used.
  public func credentials() throws -> Credentials {
    for source in sources {
      if let credentials = try source.load() { return credentials }
    }
    let names = sources.map(\.name).joined(separator: " and ")
    throw EndpointError.configuration(
      setting: "credentials", reason: "are missing: there are none in \(names)")
  }
}
