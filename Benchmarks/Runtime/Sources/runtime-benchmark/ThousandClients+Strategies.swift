import EndpointRuntime

extension ThousandClients.Strategy {
  /// The time over which a thousand programs would have to send one request each.
  private static let round = Duration.seconds(
    60 * ThousandClients.programs / RateLimitedServer.limit)

  static let all: [Self] = [
    Self(name: "default", color: "#888") { _ in },
    Self(name: "default, adaptive", color: "#888", isDashed: true) {
      $0.adaptiveRateLimit = AdaptiveRateLimit()
    },
    Self(name: "patient", color: "#c4543b") { $0.isPatient() },
    Self(name: "patient, adaptive", color: "#c4543b", isDashed: true) {
      $0.isPatient()
      $0.adaptiveRateLimit = AdaptiveRateLimit()
    },
    Self(name: "patient, delays of 10 min", color: "#d39b2a") {
      $0.isPatient()
      $0.retryPolicy.baseDelay = round
      $0.retryPolicy.maximumDelay = round
    },
    Self(name: "patient, own share", color: "#7a4fb0", start: round) {
      $0.isPatient()
      $0.rateLimit = RateLimit(requests: 1, per: round)
    },
    Self(name: "one process", color: "#3b76c4", isOneProcess: true) { $0.isPatient() },
    Self(name: "one process, adaptive", color: "#3b76c4", isDashed: true, isOneProcess: true) {
      $0.isPatient()
      $0.adaptiveRateLimit = AdaptiveRateLimit()
    },
    Self(name: "one process, rate limit", color: "#5a9e4b", isOneProcess: true) {
      $0.isPatient()
      $0.rateLimit = RateLimit(requests: RateLimitedServer.limit, per: .seconds(60))
    },
  ]
}

extension ClientConfiguration {
  /// Retries until the request succeeds, for up to a day.
  fileprivate mutating func isPatient() {
    timeout = .seconds(86_400)
    retryPolicy.maximumAttempts = 100_000
    retryPolicy.retryBudget = 1_000_000
  }
}
