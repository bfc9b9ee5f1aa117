@testable import EndpointRuntime

/// What an `Authorization` field says in response to a Digest challenge.
struct DigestAuthorization {
  private let parameters: AuthenticationChallenge

  /// Fails for other credentials than Digest's.
  init?(parsing field: String) {
    let credentials = AuthenticationChallenge.parse([field])
    guard credentials.count == 1, credentials[0].isScheme("Digest"), !credentials[0].hasDuplicates
    else { return nil }
    parameters = credentials[0]
  }

  var username: String? { parameters["username"] }
  var realm: String? { parameters["realm"] }
  var nonce: String? { parameters["nonce"] }
  var uri: String? { parameters["uri"] }
  var response: String? { parameters["response"] }
  var algorithm: String? { parameters["algorithm"] }
  var opaque: String? { parameters["opaque"] }
  var qop: String? { parameters["qop"] }
  var nonceCount: String? { parameters["nc"] }
  var cnonce: String? { parameters["cnonce"] }
}

extension DigestAlgorithm {
  static let md5 = DigestAlgorithm(.md5)
  static let md5Session = DigestAlgorithm(.md5, isSession: true)
  static let sha256 = DigestAlgorithm(.sha256)
  static let sha256Session = DigestAlgorithm(.sha256, isSession: true)
  static let sha512256 = DigestAlgorithm(.sha512256)
}
