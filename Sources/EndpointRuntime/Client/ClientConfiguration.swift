public import Logging

/// How a client behaves.
public struct ClientConfiguration: Sendable {
  /// How long a call may take in all, with authentication, repetitions and waiting for its turn; one
  /// minute unless set.
  public var timeout: Duration
  /// When calls are made again.
  public var retries: RetryPolicy
  /// The number of requests that may be under way at once; others wait for their turn. A middleware
  /// that sends requests through the same client takes a second one of them. Defaults to 32.
  public var maximumConcurrentRequests: Int
  /// The number of requests that may go out in a period. Defaults to no limit.
  public var rateLimit: RateLimit?
  /// Whether and how requests are slowed down when responses report that few more are allowed.
  /// Defaults to `nil`, which never does.
  public var adaptiveRateLimit: AdaptiveRateLimit?
  /// How many bytes the body of a response may have, decompressed; 64 MiB unless set. Streamed responses
  /// are bounded by who reads them.
  public var maximumResponseSize: Int
  /// What the client calls itself in `User-Agent`; the API's name and the runtime's unless set.
  public var userAgent: String?
  /// What is around every attempt, outermost first.
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
    timeout: Duration = .seconds(60), retries: RetryPolicy = .init(),
    maximumConcurrentRequests: Int = 32, rateLimit: RateLimit? = nil,
    adaptiveRateLimit: AdaptiveRateLimit? = nil,
    maximumResponseSize: Int = 64 << 20, userAgent: String? = nil,
    middleware: [any EndpointMiddleware] = [], logger: Logger = Logger(label: "EndpointRuntime"),
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    self.timeout = timeout
    self.retries = retries
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
