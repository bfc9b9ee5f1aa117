/// How a client behaves.
public struct ClientConfiguration: Sendable {
  /// How long a call may take in all, with authentication, repetitions and waiting for its turn; one
  /// minute unless set.
  public var timeout: Duration
  /// When calls are made again.
  public var retries: RetryPolicy
  /// How many requests may be under way at once, others wait for their turn; 32 unless set.
  public var maximumConcurrentRequests: Int
  /// How many requests may go out in a time; any number unless set.
  public var pacing: RequestPacing?
  /// How many bytes the body of an answer may have, decompressed; 64 MiB unless set. Streamed answers
  /// are bounded by who reads them.
  public var maximumResponseSize: Int
  /// What the client calls itself in `User-Agent`; the API's name and the runtime's unless set.
  public var userAgent: String?
  /// What stands around every attempt, outermost first.
  public var middleware: [any EndpointMiddleware]
  /// What measures time: deadlines, pauses, pacing.
  public var clock: any Clock<Duration>

  /// Makes a configuration.
  public init(
    timeout: Duration = .seconds(60), retries: RetryPolicy = .init(),
    maximumConcurrentRequests: Int = 32, pacing: RequestPacing? = nil,
    maximumResponseSize: Int = 64 << 20, userAgent: String? = nil,
    middleware: [any EndpointMiddleware] = [], clock: any Clock<Duration> = ContinuousClock()
  ) {
    self.timeout = timeout
    self.retries = retries
    self.maximumConcurrentRequests = maximumConcurrentRequests
    self.pacing = pacing
    self.maximumResponseSize = maximumResponseSize
    self.userAgent = userAgent
    self.middleware = middleware
    self.clock = clock
  }
}
