public import HTTPTypes

extension DigestAuthenticator {
  /// Returns the challenge of a 401 response; `nil` if none is supported.
  func challenge(of head: HTTPResponse, _ request: HTTPRequest) -> DigestChallenge? {
    guard head.status == .unauthorized else { return nil }
    var challenge = DigestChallenge.best(
      of: AuthenticationChallenge.parse(head.headerFields[values: .wwwAuthenticate]),
      minimum: options.minimumAlgorithm)
    challenge?.limitDomain(to: request)
    return challenge
  }

  /// Returns whether the credentials were rejected or the challenges are unsupported.
  public func reason(for rejection: HTTPResponse, to request: HTTPRequest) async
    -> AuthenticationError.Reason
  {
    let offered = AuthenticationChallenge.parse(rejection.headerFields[values: .wwwAuthenticate])
    if let best = DigestChallenge.best(of: offered, minimum: options.minimumAlgorithm) {
      return best.isStale ? .staleNonces : .rejected
    }
    // The credentials were rejected without another challenge.
    if (try? spaces.session(for: request))?.hasChallenge == true { return .rejected }
    if DigestChallenge.best(of: offered) != nil {
      let names = offered.compactMap { try? DigestChallenge($0).algorithm.name }
      return .weakAlgorithm(offered: names)
    }
    return .noUsableChallenge(offered: offered.map(Self.description))
  }

  /// The scheme of an unsupported challenge, and the reason if it is Digest.
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
