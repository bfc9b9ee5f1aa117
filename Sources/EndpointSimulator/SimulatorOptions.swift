/// The options of a simulator.
public struct SimulatorOptions: Sendable {
  /// The OAuth 2.0 clients and the token endpoint; `nil` for none.
  public var oauth: OAuthPolicy?
  /// The certificate for TLS; `nil` for plain HTTP.
  public var certificate: ServerCertificate?
  /// The faults from the start.
  public var faults: [Fault]
  /// The seed of the random numbers that decide whether a fault with a probability occurs.
  public var faultSeed: UInt64
  /// The rate limit; `nil` for none.
  public var rateLimit: SimulatedRateLimit?
  /// Whether the control endpoint is enabled; see ``Simulator``.
  public var isControlEnabled: Bool
  /// The first resources; `nil` for those of the simulator. ``Simulator/reset()`` returns to those of the
  /// simulator.
  public var state: SimulatorState?
  /// Whether the control endpoint serves the console at `/__simulator/console`, a page that shows and
  /// controls the simulator. Defaults to `false`.
  public var isConsoleEnabled: Bool
  /// The maximum number of exchanges that are kept for ``Simulator/exchanges`` and
  /// ``Simulator/log``. Their bodies are limited to 64 MiB in total.
  public var maximumExchanges: Int
  /// The clock for the durations of faults.
  public var faultClock: any Clock<Duration>

  /// Creates options.
  public init(
    oauth: OAuthPolicy? = nil, certificate: ServerCertificate? = nil, faults: [Fault] = [],
    faultSeed: UInt64 = 0, rateLimit: SimulatedRateLimit? = nil, isControlEnabled: Bool = true,
    isConsoleEnabled: Bool = false, state: SimulatorState? = nil,
    maximumExchanges: Int = 2_000,
    faultClock: any Clock<Duration> = ContinuousClock()
  ) {
    self.oauth = oauth
    self.certificate = certificate
    self.faults = faults
    self.faultSeed = faultSeed
    self.rateLimit = rateLimit
    self.isControlEnabled = isControlEnabled
    self.state = state
    self.isConsoleEnabled = isConsoleEnabled
    self.maximumExchanges = maximumExchanges
    self.faultClock = faultClock
  }
}
