public import HTTPTypes

extension DigestAuthenticator {
  /// Returns the challenge of a 401 response, if it can be answered.
  func challenge(of head: HTTPResponse, _ request: HTTPRequest) -> DigestChallenge? {
    guard head.status == .unauthorized else { return nil }
    var challenge = DigestChallenge.best(
      of: AuthenticationChallenge.parse(head.headerFields[values: .wwwAuthenticate]),
      minimum: options.minimumAlgorithm)
    challenge?.limitDomain(to: request)
    return challenge
  }

  /// Tells a refusal from challenges that cannot be answered.
  public func reason(for refusal: HTTPResponse, to request: HTTPRequest) async
    -> AuthenticationFailure.Reason
  {
    let offered = AuthenticationChallenge.parse(refusal.headerFields[values: .wwwAuthenticate])
    if let best = DigestChallenge.best(of: offered, minimum: options.minimumAlgorithm) {
      return best.isStale ? .staleNonces : .refused
    }
    // Credentials were sent, and the server did not even ask for others.
    if (try? spaces.session(for: request))?.hasChallenge == true { return .refused }
    if DigestChallenge.best(of: offered) != nil {
      let names = offered.compactMap { try? DigestChallenge($0).algorithm.name }
      return .weakAlgorithm(offered: names)
    }
    return .noUsableChallenge(offered: offered.map(Self.description))
  }

  /// The scheme of a challenge that cannot be answered, and why, if it is Digest.
  private static func description(of challenge: AuthenticationChallenge) -> String {
    let scheme = String(challenge.scheme.prefix(40))
    guard challenge.isScheme("Digest") else { return scheme }
    do {
      _ = try DigestChallenge(challenge)
      return scheme
    } catch {
      return "\(scheme), but \(error.text)"
    }
  }
}
