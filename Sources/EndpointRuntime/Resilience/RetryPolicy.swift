/// When a call is made again, and how long to wait before.
///
/// A call is made again where nothing can come of it but one effect on the server:
///
/// | What happened | Which calls are made again |
/// |---|---|
/// | 429, 503 | all: the server has refused to do anything |
/// | no connection, name not resolved | all: nothing was sent |
/// | connection broke before the answer | those with an idempotent method: GET, HEAD, OPTIONS, PUT, DELETE, TRACE |
/// | 502, 504 | those with a safe method: GET, HEAD, OPTIONS, TRACE |
/// | no secure connection, no HTTP, too large an answer | none |
/// | other statuses, undecodable answers, refused credentials | none |
/// | an answer's stream breaks while it is read | none: its reader has seen a part of it |
///
/// A status inside an envelope counts like one outside. A call whose body can be read only once is
/// never made again. Before the nth repetition the client waits a random part of
/// ``baseDelay`` × 2ⁿ⁻¹, at most ``maximumDelay`` ("full jitter"); `Retry-After`, in seconds or as a
/// date, is added to a random part of ``baseDelay``. Where the deadline of the call would pass
/// meanwhile, it ends at once with the error.
///
/// All calls of a client share a budget: a repetition takes one from it and five calls that succeed
/// give one back. When it is used up, the server is down for everybody, and calls fail at once.
public struct RetryPolicy: Sendable {
  /// How often a call is made in all; 3 unless set.
  public var maximumAttempts: Int
  /// What the first pause is a part of; half a second unless set.
  public var baseDelay: Duration
  /// What no pause is longer than, unless the server asks for it; 20 seconds unless set.
  public var maximumDelay: Duration
  /// How many repetitions all calls of a client can have beyond what successes give back; 100 unless set.
  public var budget: Int
  /// Gives a number from 0 to less than 1, for pauses.
  public var randomFraction: @Sendable () -> Double

  /// Makes a policy.
  public init(
    maximumAttempts: Int = 3, baseDelay: Duration = .milliseconds(500),
    maximumDelay: Duration = .seconds(20), budget: Int = 100,
    randomFraction: @escaping @Sendable () -> Double = { .random(in: 0..<1) }
  ) {
    self.maximumAttempts = maximumAttempts
    self.baseDelay = baseDelay
    self.maximumDelay = maximumDelay
    self.budget = budget
    self.randomFraction = randomFraction
  }

  /// Makes every call once.
  public static var never: RetryPolicy { RetryPolicy(maximumAttempts: 1) }
}

extension RetryPolicy {
  /// How long to wait before another attempt; nothing if there must be none.
  ///
  /// - Parameter attempt: The number of the attempt that failed, from 1.
  func pause(after error: EndpointError, of call: Call, attempt: Int) -> Duration? {
    guard attempt < maximumAttempts, call.isReplayable, permits(error, of: call) else { return nil }
    if case .api(let answer) = error, let asked = answer.retryAfter {
      return asked + baseDelay * randomFraction()
    }
    let ceiling = min(maximumDelay, baseDelay * (1 << min(attempt - 1, 30)))
    return ceiling * randomFraction()
  }

  private func permits(_ error: EndpointError, of call: Call) -> Bool {
    switch error {
    case .api(let answer):
      switch answer.status.code {
      case 429, 503: true
      case 502, 504: call.isSafe
      default: false
      }
    case .transport(let failure):
      switch failure.kind {
      case .connection, .nameResolution: true
      case .interrupted: call.isIdempotent
      case .security, .invalidAnswer, .other: false
      }
    case .authentication, .invalidRequest, .timeout, .decoding, .unreachable, .cancelled: false
    }
  }
}

extension Call {
  /// Whether it only reads (RFC 9110, section 9.2.1).
  fileprivate var isSafe: Bool {
    switch request.method {
    case .get, .head, .options, .trace: true
    default: false
    }
  }

  /// Whether doing it twice has the effect of doing it once (RFC 9110, section 9.2.2).
  fileprivate var isIdempotent: Bool {
    isSafe || request.method == .put || request.method == .delete
  }

  fileprivate var isReplayable: Bool { body?.isReplayable ?? true }
}
