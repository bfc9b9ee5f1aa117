/// When failed requests are retried, and after what delay.
///
/// A request is retried only if a retry cannot apply its effect twice:
///
/// | Failure | Requests that are retried |
/// |---|---|
/// | 429 | all: the server rejected the request before executing it |
/// | 503 with `Retry-After`, or with the API's own error code | all: the server rejected the request before executing it |
/// | any other 503 | with an idempotent method: GET, HEAD, OPTIONS, TRACE, PUT, DELETE; a gateway can send it after it forwarded the request |
/// | 502, 504 | with a safe method: GET, HEAD, OPTIONS, TRACE |
/// | no connection, name not resolved | all: nothing was sent |
/// | connection lost before the response | with an idempotent method |
/// | no secure connection, not HTTP, response too large | none |
/// | other statuses, undecodable responses, rejected credentials | none |
/// | a response's stream fails while it is read | none: its reader has seen a part of it |
///
/// A status inside an envelope counts like one outside. A request whose body can be read only once is
/// never retried. The retry of a `DELETE` can get a 404 because the first attempt succeeded.
///
/// The delay before the nth retry is a random part of ``baseDelay`` × 2ⁿ⁻¹, at most ``maximumDelay``
/// ("full jitter"). `Retry-After`, in seconds or as a date, is added to a random part of ``baseDelay``.
/// If the request's deadline would pass during the delay, the request fails at once with the error.
///
/// All requests of a client share a budget: a retry takes one from it and five successful requests
/// return one. When it is used up, requests fail without a retry.
public struct RetryPolicy: Sendable {
  /// The maximum number of attempts, the first one included. Defaults to 3.
  public var maximumAttempts: Int
  /// The upper bound of the first delay, before jitter. Defaults to 0.5 seconds.
  public var baseDelay: Duration
  /// The upper bound of every delay that the server does not ask for. Defaults to 20 seconds.
  public var maximumDelay: Duration
  /// The number of retries that all requests of a client can have beyond what successes return.
  /// Defaults to 100.
  public var retryBudget: Int
  /// Returns a random number from 0 to less than 1, for the jitter. Defaults to numbers of the
  /// system's generator; tests and simulations can use a seeded one.
  public var randomFraction: @Sendable () -> Double

  /// Creates a policy.
  public init(
    maximumAttempts: Int = 3, baseDelay: Duration = .milliseconds(500),
    maximumDelay: Duration = .seconds(20), retryBudget: Int = 100
  ) {
    self.init(
      maximumAttempts: maximumAttempts, baseDelay: baseDelay, maximumDelay: maximumDelay,
      retryBudget: retryBudget, randomFraction: { .random(in: 0..<1) })
  }

  package init(
    maximumAttempts: Int = 3, baseDelay: Duration = .milliseconds(500),
    maximumDelay: Duration = .seconds(20), retryBudget: Int = 100,
    randomFraction: @escaping @Sendable () -> Double
  ) {
    self.maximumAttempts = maximumAttempts
    self.baseDelay = baseDelay
    self.maximumDelay = maximumDelay
    self.retryBudget = retryBudget
    self.randomFraction = randomFraction
  }

  /// A policy without retries.
  public static var never: RetryPolicy { RetryPolicy(maximumAttempts: 1) }
}

extension RetryPolicy {
  /// Returns the delay before another attempt; `nil` if there is none.
  ///
  /// - Parameter attempt: The number of the failed attempt, from 1.
  func pause(after error: EndpointError, of operation: APIOperation, attempt: Int) -> Duration? {
    guard attempt < maximumAttempts, operation.isReplayable, permits(error, of: operation) else {
      return nil
    }
    let base = min(baseDelay, maximumDelay)
    if case .api(let response) = error, let requested = response.retryAfter {
      return requested + base * randomFraction()
    }
    var ceiling = base
    for _ in 1..<min(max(attempt, 1), 32) where ceiling < maximumDelay { ceiling += ceiling }
    return min(ceiling, maximumDelay) * randomFraction()
  }

  private func permits(_ error: EndpointError, of operation: APIOperation) -> Bool {
    switch error {
    case .api(let response):
      switch response.status.code {
      case 429: true
      case 503: response.isFromAPI || response.retryAfter != nil || operation.isIdempotent
      case 502, 504: operation.isSafe
      default: false
      }
    case .transport(let failure):
      switch failure.kind {
      case .connection, .nameResolution: true
      case .interrupted: operation.isIdempotent
      case .security, .invalidResponse, .other: false
      }
    case .authentication, .invalidRequest, .configuration, .timeout, .decoding, .stateNotReached,
      .cancelled:
      false
    }
  }
}

extension APIOperation {
  /// Whether the method is safe (RFC 9110, section 9.2.1).
  fileprivate var isSafe: Bool {
    switch request.method {
    case .get, .head, .options, .trace: true
    default: false
    }
  }

  /// Whether the method is idempotent (RFC 9110, section 9.2.2).
  fileprivate var isIdempotent: Bool {
    isSafe || request.method == .put || request.method == .delete
  }

  fileprivate var isReplayable: Bool { body?.isReplayable ?? true }
}
