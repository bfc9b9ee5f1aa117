import EndpointAsyncHTTPClient

/// A client of the MongoDB Atlas Administration API.
///
/// ```swift
/// let atlas = AtlasAdmin(credentials: .apiKey(publicKey: "…", privateKey: "…"))
/// try await atlas.send(CancelRestoreJob(groupID: "…", clusterName: "MyCluster", jobID: "…"))
/// ```
public typealias AtlasAdmin = EndpointClient<AtlasAdminAPI>

extension EndpointClient where API == AtlasAdminAPI {
  /// Makes a client over AsyncHTTPClient that lives as long as the program needs it.
  ///
  /// - Parameters:
  ///   - credentials: The API key to call with.
  ///   - baseURL: Where the API is: Atlas itself unless given.
  ///   - configuration: How the client behaves.
  public init(
    credentials: Credentials, baseURL: String? = nil, configuration: ClientConfiguration = .init()
  ) {
    self.init(
      baseURL: baseURL, authenticator: credentials.authenticator,
      transport: AsyncHTTPClientTransport(), configuration: configuration)
  }
}
