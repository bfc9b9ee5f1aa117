import EndpointModel

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
  /// Creates a client over URLSession on Apple's systems, and over AsyncHTTPClient elsewhere.
  ///
  /// - Parameters:
  ///   - credentials: The API key or the service account to call with.
  ///   - baseURL: The URL of the API, or of its host alone, such as `https://cloud.mongodbgov.com`, to
  ///     which the path of the API is added. Defaults to Atlas itself.
  ///   - configuration: The configuration of the client.
  ///   - transport: The transport. Defaults to that.
  public init(
    credentials: Credentials, baseURL: String? = nil, configuration: ClientConfiguration = .init(),
    transport: (any HTTPTransport)? = nil
  ) {
    let baseURL = baseURL.map(Self.completed)
    self.init(
      baseURL: baseURL,
      authenticator: credentials.authenticator(
        for: baseURL ?? AtlasAdminAPI.descriptor.baseURL),
      transport: transport ?? Self.defaultTransport, configuration: configuration)
  }

  /// A URL with the path of the API, if it has none.
  private static func completed(_ baseURL: String) -> String {
    let declared = AtlasAdminAPI.descriptor.baseURL
    guard let scheme = baseURL.firstRange(of: "://"), let own = declared.firstRange(of: "://"),
      let path = declared[own.upperBound...].firstIndex(of: "/"),
      baseURL[scheme.upperBound...].drop(while: { $0 != "/" }).allSatisfy({ $0 == "/" })
    else { return baseURL }
    let authority = baseURL[scheme.upperBound...].prefix { $0 != "/" }
    return "\(baseURL[..<scheme.upperBound])\(authority)\(declared[path...])"
  }

  private static var defaultTransport: any HTTPTransport {
    #if canImport(Darwin)
      URLSessionTransport()
    #else
      AsyncHTTPClientTransport()
    #endif
  }
}
