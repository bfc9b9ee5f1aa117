@_exported public import EndpointRuntime
import Foundation

/// The MongoDB Atlas service, whose APIs share a client.
public enum Atlas {}

/// A client of the MongoDB Atlas Administration API.
///
/// One client sends the requests of all versions of the API. They share a connection pool and the
/// state of the authentication.
///
/// ```swift
/// let atlas = AtlasClient(credentials: .apiKey(publicKey: "…", privateKey: "…"))
/// try await atlas.send(CancelRestoreJob(groupID: "…", clusterName: "MyCluster", jobID: "…"))
/// ```
public typealias AtlasClient = EndpointClient<Atlas>

extension EndpointClient where Service == Atlas {
  /// Creates a client that sends its requests over a given transport.
  ///
  /// - Parameters:
  ///   - credentials: The API key or the service account.
  ///   - baseURL: The server, with or without the path of an API. Defaults to ``BaseURL/atlas``.
  ///   - configuration: The configuration of the client.
  ///   - transport: Sends the requests.
  public init(
    credentials: Credentials, baseURL: BaseURL = .atlas,
    configuration: ClientConfiguration = .init(), transport: any HTTPTransport
  ) {
    let baseURL = baseURL.host(of: "/api/atlas")
    self.init(
      baseURL: baseURL,
      authenticator: credentials.authenticator(for: baseURL, clock: configuration.clock),
      transport: transport, configuration: configuration)
  }

  /// Creates a client from the environment that sends its requests over a given transport.
  ///
  /// It uses the credentials of ``Credentials/environment`` and the base URL in
  /// `MONGODB_ATLAS_BASE_URL`, which defaults to ``BaseURL/atlas``.
  ///
  /// - Throws: ``EndpointError/configuration(setting:reason:)``, which names the missing or invalid
  ///   variable.
  public static func fromEnvironment(
    configuration: ClientConfiguration = .init(), transport: any HTTPTransport
  ) throws -> AtlasClient {
    try from(
      environment: ProcessInfo.processInfo.environment, configuration: configuration,
      transport: transport)
  }

  static func from(
    environment: [String: String], configuration: ClientConfiguration, transport: any HTTPTransport
  ) throws -> AtlasClient {
    AtlasClient(
      credentials: try Credentials(environment: environment),
      baseURL: try BaseURL(environment: environment) ?? .atlas, configuration: configuration,
      transport: transport)
  }
}
