public import Logging

/// How a client behaves.
public struct ClientConfiguration: Sendable {
  /// How long a call may take in all, with authentication; one minute unless set.
  public var timeout: Duration
  /// How many bytes the body of an answer may have; 64 MiB unless set.
  public var maximumResponseSize: Int
  /// What the client calls itself in `User-Agent`.
  public var userAgent: String
  /// Where the client logs each call, at level debug; nowhere unless set. Header fields and bodies
  /// are never logged.
  public var logger: Logger?

  /// Makes a configuration.
  public init(
    timeout: Duration = .seconds(60), maximumResponseSize: Int = 64 << 20,
    userAgent: String = "swift-endpoint-runtime", logger: Logger? = nil
  ) {
    self.timeout = timeout
    self.maximumResponseSize = maximumResponseSize
    self.userAgent = userAgent
    self.logger = logger
  }
}
