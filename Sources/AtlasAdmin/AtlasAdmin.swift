#if canImport(Darwin)
  import EndpointURLSession
#else
  import EndpointAsyncHTTPClient
#endif

/// A client of the MongoDB Atlas Administration API.
///
/// ```swift
/// let atlas = AtlasAdmin(credentials: .apiKey(publicKey: "…", privateKey: "…"))
/// try await atlas.send(CancelRestoreJob(groupID: "…", clusterName: "MyCluster", jobID: "…"))
/// ```
public typealias AtlasAdmin = EndpointClient<AtlasAdminAPI>

extension EndpointClient where API == AtlasAdminAPI {
  /// Makes a client over URLSession on Apple's systems, and over AsyncHTTPClient elsewhere.
  ///
  /// - Parameters:
  ///   - credentials: The API key or the service account to call with.
  ///   - baseURL: Where the API is: Atlas itself unless given.
  ///   - configuration: How the client behaves.
  ///   - transport: What carries the calls, if not that.
  public init(
    credentials: Credentials, baseURL: String? = nil, configuration: ClientConfiguration = .init(),
    transport: (any HTTPTransport)? = nil
  ) {
    self.init(
      baseURL: baseURL,
      authenticator: credentials.authenticator(
        for: baseURL ?? AtlasAdminAPI.descriptor.baseURL),
      transport: transport ?? Self.defaultTransport, configuration: configuration)
  }

  private static var defaultTransport: any HTTPTransport {
    #if canImport(Darwin)
      URLSessionTransport()
    #else
      AsyncHTTPClientTransport()
    #endif
  }
}
