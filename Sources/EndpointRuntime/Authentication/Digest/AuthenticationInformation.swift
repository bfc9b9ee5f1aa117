import HTTPTypes

/// What a server says about an authentication that succeeded: `Authentication-Info`.
///
/// See RFC 7616, section 3.5.
struct AuthenticationInformation {
  private let parameters: AuthenticationChallenge

  private static let fieldName = HTTPField.Name("Authentication-Info")

  /// Fails if the response says nothing, or nothing that can be read.
  init?(_ head: HTTPResponse) {
    guard let name = Self.fieldName, let field = head.headerFields[name]
    else { return nil }
    self.init(parsing: field)
  }

  /// Fails for what has no parameters.
  init?(parsing field: String) {
    // The field has the parameters of credentials without their scheme.
    let readings = AuthenticationChallenge.parse(["Digest " + field])
    guard readings.count == 1, !readings[0].hasDuplicates else { return nil }
    parameters = readings[0]
  }

  /// The nonce that the server wants to see next.
  var nextNonce: String? {
    parameters["nextnonce"].flatMap { $0.isEmpty || !$0.isFieldContent ? nil : $0 }
  }

  /// The server's proof that it knows the password.
  var proof: String? { parameters["rspauth"] }
  /// What the proof covers.
  var protection: String? { parameters["qop"]?.lowercased() }
  /// The client's nonce, again.
  var clientNonce: String? { parameters["cnonce"] }
  /// The nonce's count, again.
  var count: String? { parameters["nc"]?.lowercased() }
}
