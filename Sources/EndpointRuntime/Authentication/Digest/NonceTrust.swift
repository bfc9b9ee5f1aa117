/// How long a nonce can be taken for good without asking.
///
/// Servers let go of a nonce after some time, and who then begins a hundred calls at once would see a
/// hundred refusals. So after a pause, and at the age at which an earlier nonce was refused, one call
/// goes ahead and the others wait for its answer.
struct NonceTrust: Sendable {
  /// How long a nonce is good for once an answer has shown that it is.
  static let duration = Duration.seconds(1)

  private var adopted = Duration.zero
  private var confirmed = Duration.zero
  /// The least age at which a nonce of this server was refused; shorter lives than ``duration`` are
  /// not told from nonces that are good for one request.
  private var lifetime: Duration?

  /// Begins with a nonce that the server has just given.
  mutating func begin(at now: Duration) {
    adopted = now
    confirmed = now
  }

  /// Takes note of an answer which shows that the nonce was good.
  ///
  /// - Parameter sent: When the request was sent.
  mutating func confirm(at now: Duration, sent: Duration) {
    confirmed = max(confirmed, now)
    if let lifetime, sent - adopted >= lifetime { self.lifetime = nil }
  }

  /// Takes note of an answer that refuses the nonce for its age.
  ///
  /// - Parameter sent: When the request was sent.
  mutating func refuse(sent: Duration) {
    let age = sent - adopted
    if age >= Self.duration { lifetime = min(lifetime ?? age, age) }
  }

  /// Lets all calls go ahead, as nothing has come of the one that others waited for.
  mutating func giveUpChecking(at now: Duration) {
    confirmed = max(confirmed, now)
    lifetime = nil
  }

  /// Whether one call should go ahead of the others.
  func isDoubtful(at now: Duration) -> Bool {
    if now - confirmed >= Self.duration { return true }
    guard let lifetime else { return false }
    return now - adopted >= lifetime
  }
}
