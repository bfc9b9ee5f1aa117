public import Logging

/// The configuration of a client.
public struct ClientConfiguration: Sendable {
  /// The timeout of a request with all its attempts, including authentication and waiting for
  /// limits. Defaults to 60 seconds.
  public var timeout: Duration
  /// The policy for retries.
  public var retryPolicy: RetryPolicy
  /// The maximum number of concurrent requests; others wait for their turn. A request that a
  /// middleware sends through the same client counts as another one. Defaults to 32.
  public var maximumConcurrentRequests: Int
  /// The rate limit of the client. Defaults to `nil`, which is no limit.
  public var rateLimit: RateLimit?
  /// The policy for slowing down when the server reports that few more requests are allowed.
  /// Defaults to `nil`, which never slows down.
  public var adaptiveRateLimit: AdaptiveRateLimit?
  /// The maximum size of a response's body in bytes, after decompression. Defaults to 64 MiB. Does
  /// not apply to streaming responses.
  public var maximumResponseSize: Int
  /// The value of the `User-Agent` field. Defaults to the API's name and the runtime's product token.
  public var userAgent: String?
  /// The middleware of every attempt, the outermost first.
  public var middleware: [any EndpointMiddleware]
  /// The logger for messages that do not belong to one request, such as those about deprecated
  /// endpoints. Defaults to a logger with the label `EndpointRuntime`.
  public var logger: Logger
  /// The clock for deadlines, delays, and limits.
  public var clock: any Clock<Duration>
  /// The clock for the delays between polls; `nil` for ``clock``.
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
