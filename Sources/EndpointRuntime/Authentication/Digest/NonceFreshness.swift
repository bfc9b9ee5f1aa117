/// Tracks whether a nonce can be used without a probe.
///
/// Servers expire nonces. Without a probe, 100 concurrent requests after an idle period would each
/// be rejected. At the age at which the server rejected an earlier nonce, or after half a minute
/// without a confirming response if no such age is known, one request probes the nonce while the
/// others wait.
struct NonceFreshness: Sendable {
  /// The time after the last confirming response for which a nonce is used without a probe, if no
  /// lifetime is known.
  static let silence = Duration.seconds(30)
  /// A nonce that is rejected earlier did not expire; it may be valid for one request only.
  static let shortestLifetime = Duration.seconds(1)

  private var adopted = Duration.zero
  private var confirmed = Duration.zero
  /// The least age at which the server rejected a nonce.
  private var lifetime: Duration?

  /// Records a new nonce.
  mutating func begin(at now: Duration) {
    adopted = now
    confirmed = now
  }

  /// Records a response that confirms the nonce.
  ///
  /// - Parameter sent: The time at which the request was sent.
  mutating func confirm(at now: Duration, sent: Duration) {
    confirmed = max(confirmed, now)
    if let lifetime, sent - adopted >= lifetime { self.lifetime = nil }
  }

  /// Returns the age of the nonce at the time at which a request was sent.
  func age(at sent: Duration) -> Duration { sent - adopted }

  /// Records that a nonce was rejected at an age.
  mutating func reject(age: Duration) {
    if age >= Self.shortestLifetime { lifetime = min(lifetime ?? age, age) }
  }

  /// Ends the probe without a result.
  mutating func abandonProbe(at now: Duration) {
    confirmed = max(confirmed, now)
    lifetime = nil
  }

  /// Whether the nonce needs a probe.
  func needsProbe(at now: Duration) -> Bool {
    if let lifetime { return now - adopted >= lifetime }
    return now - confirmed >= Self.silence
  }
}
