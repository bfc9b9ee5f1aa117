public import AtlasCore
public import EndpointRuntime
public import Foundation

extension EndpointClient where Service == Atlas {
  /// Creates a client with the credentials and the server of a profile, over a given transport.
  ///
  /// - Throws: ``EndpointError/configuration(setting:reason:)`` if the profile has no credentials.
  public init(
    profile: Profile, configuration: ClientConfiguration = .init(), transport: any HTTPTransport
  ) throws {
    guard let credentials = profile.credentials else {
      throw EndpointError.configuration(
        setting: "profile \(profile.name)", reason: "has neither an API key nor a service account")
    }
    self.init(
      credentials: credentials, baseURL: profile.baseURL ?? .atlas, configuration: configuration,
      transport: transport)
  }
}

#if canImport(Darwin) || AsyncHTTPClient
  extension EndpointClient where Service == Atlas {
    /// Creates a client with the credentials and the server of a profile, over ``defaultTransport``.
    ///
    /// - Throws: ``EndpointError/configuration(setting:reason:)`` if the profile has no credentials.
    public init(profile: Profile, configuration: ClientConfiguration = .init()) throws {
      try self.init(
        profile: profile, configuration: configuration, transport: Self.defaultTransport)
    }
  }
#endif

extension CredentialProvider {
  /// Returns a provider of the credentials in a profile of the Atlas CLI. It has no credentials if
  /// the configuration file does not exist.
  ///
  /// - Parameters:
  ///   - name: The name of the profile. Defaults to `default`.
  ///   - file: The configuration file. Defaults to ``Profile/defaultFile``.
  public static func profile(
    _ name: String = "default", from file: URL = Profile.defaultFile
  ) -> CredentialProvider {
    CredentialProvider(name: "the profile \(name)") {
      guard FileManager.default.fileExists(atPath: file.path) else { return nil }
      return try Profile.load(name, from: file).credentials
    }
  }
}
