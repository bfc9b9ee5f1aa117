/// How long a nonce can be used without a probe.
///
/// Servers forget a nonce after some time, and a hundred requests that begin at once would then cause
/// a hundred rejections. So at the age at which an earlier nonce was rejected, one request probes the
/// nonce while the others wait for its response. As long as no nonce has been rejected for its age,
/// that is so after half a minute without a response that confirmed the nonce.
struct NonceFreshness: Sendable {
  /// How long a nonce is used without a probe after the last response that confirmed it, while no
  /// lifetime is known.
  static let silence = Duration.seconds(30)
  /// A nonce that is rejected earlier than that is not taken for an old one: it may be good for one
  /// request only.
  static let shortestLifetime = Duration.seconds(1)

  private var adopted = Duration.zero
  private var confirmed = Duration.zero
  /// The least age at which a nonce of this server was rejected.
  private var lifetime: Duration?

  /// Begins with a nonce that the server has just sent.
  mutating func begin(at now: Duration) {
    adopted = now
    confirmed = now
  }

  /// Takes note of a response which shows that the nonce was good.
  ///
  /// - Parameter sent: When the request was sent.
  mutating func confirm(at now: Duration, sent: Duration) {
    confirmed = max(confirmed, now)
    if let lifetime, sent - adopted >= lifetime { self.lifetime = nil }
  }

  /// Returns the age that the nonce had when a request was sent.
  func age(at sent: Duration) -> Duration { sent - adopted }

  /// Takes note that a nonce of some age was rejected, and not the credentials.
  mutating func reject(age: Duration) {
    if age >= Self.shortestLifetime { lifetime = min(lifetime ?? age, age) }
  }

  /// Lets all requests go ahead, as nothing has come of the one that the others waited for.
  mutating func giveUpChecking(at now: Duration) {
    confirmed = max(confirmed, now)
    lifetime = nil
  }

  /// Whether one request should go ahead of the others.
  func isDoubtful(at now: Duration) -> Bool {
    if let lifetime { return now - adopted >= lifetime }
    return now - confirmed >= Self.silence
  }
}
