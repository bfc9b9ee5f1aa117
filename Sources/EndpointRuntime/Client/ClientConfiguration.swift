public import Logging

/// The configuration of a client.
public struct ClientConfiguration: Sendable {
  /// The time for a request in all, with authentication, retries, and waiting for limits. Defaults to
  /// 60 seconds.
  public var timeout: Duration
  /// The policy for retries.
  public var retryPolicy: RetryPolicy
  /// The number of requests that may be under way at once; others wait for their turn. A middleware
  /// that sends requests through the same client takes a second one of them. Defaults to 32.
  public var maximumConcurrentRequests: Int
  /// The number of requests that may go out in a period. Defaults to no limit.
  public var rateLimit: RateLimit?
  /// Whether and how requests are slowed down when responses report that few more are allowed.
  /// Defaults to `nil`, which never does.
  public var adaptiveRateLimit: AdaptiveRateLimit?
  /// The largest body of a response in bytes, decompressed. Defaults to 64 MiB. Does not apply to
  /// streaming responses.
  public var maximumResponseSize: Int
  /// The value of the `User-Agent` field. Defaults to the API's name and the runtime's product token.
  public var userAgent: String?
  /// The middleware around every attempt, outermost first.
  public var middleware: [any EndpointMiddleware]
  /// The logger for what concerns the client and not one request, such as deprecated endpoints.
  /// Defaults to one with the label `EndpointRuntime`.
  public var logger: Logger
  /// The clock of deadlines, delays and limits.
  public var clock: any Clock<Duration>
  /// The clock of the delays between polls; `nil` for ``clock``.
  package var pollClock: (any Clock<Duration>)?

  /// Creates a configuration.
  public init(
    timeout: Duration = .seconds(60), retryPolicy: RetryPolicy = .init(),
    maximumConcurrentRequests: Int = 32, rateLimit: RateLimit? = nil,
    adaptiveRateLimit: AdaptiveRateLimit? = nil,
    maximumResponseSize: Int = 64 << 20, userAgent: String? = nil,
    middleware: [any EndpointMiddleware] = [], logger: Logger = Logger(label: "EndpointRuntime"),
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    self.timeout = timeout
    self.retryPolicy = retryPolicy
    self.maximumConcurrentRequests = maximumConcurrentRequests
    self.rateLimit = rateLimit
    self.adaptiveRateLimit = adaptiveRateLimit
    self.maximumResponseSize = maximumResponseSize
    self.userAgent = userAgent
    self.middleware = middleware
    self.logger = logger
    self.clock = clock
  }
}
