#if canImport(Darwin)
  public import EndpointRuntime
  import EndpointURLSession
#elseif AsyncHTTPClient
  import EndpointAsyncHTTPClient
  public import EndpointRuntime
#endif

// Without the trait, packages on Linux provide their own transport, and this one is not compiled.
#if canImport(Darwin) || AsyncHTTPClient
  extension EndpointClient where Service == Atlas {
    /// The default transport: URLSession on Apple's platforms, AsyncHTTPClient on others. Its
    /// connections are shared by all clients.
    public static var defaultTransport: any HTTPTransport {
      #if canImport(Darwin)
        URLSessionTransport()
      #else
        AsyncHTTPClientTransport()
      #endif
    }

    /// Creates a client that sends its requests over ``defaultTransport``.
    ///
    /// - Parameters:
    ///   - credentials: The API key or the service account.
    ///   - baseURL: The server, with or without the path of an API. Defaults to ``BaseURL/atlas``.
    ///   - configuration: The configuration of the client.
    public init(
      credentials: Credentials, baseURL: BaseURL = .atlas,
      configuration: ClientConfiguration = .init()
    ) {
      self.init(
        credentials: credentials, baseURL: baseURL, configuration: configuration,
        transport: Self.defaultTransport)
    }

    /// Creates a client from the environment that sends its requests over ``defaultTransport``: the
    /// credentials of ``Credentials/environment``, and the base URL in `MONGODB_ATLAS_BASE_URL`, which
    /// defaults to ``BaseURL/atlas``.
    ///
    /// - Throws: ``EndpointError/configuration(setting:reason:)``, which names the variable that is
    ///   missing or invalid.
    public static func fromEnvironment(
      configuration: ClientConfiguration = .init()
    ) throws -> AtlasClient {
      try fromEnvironment(configuration: configuration, transport: defaultTransport)
    }
  }
#endif
