import HTTPTypes

/// The `Authentication-Info` field of a response (RFC 7616, section 3.5).
///
/// See RFC 7616, section 3.5.
struct AuthenticationInformation {
  private let parameters: AuthenticationChallenge

  private static let fieldName = HTTPField.Name("Authentication-Info")

  /// Creates the field; `nil` if it is missing or malformed.
  init?(_ head: HTTPResponse) {
    guard let name = Self.fieldName, let field = head.headerFields[name]
    else { return nil }
    self.init(parsing: field)
  }

  /// Returns `nil` if there are no parameters.
  init?(parsing field: String) {
    // The field contains the parameters of credentials without a scheme.
    let readings = AuthenticationChallenge.parse(["Digest " + field])
    guard readings.count == 1, !readings[0].hasDuplicates else { return nil }
    parameters = readings[0]
  }

  /// The nonce for the next request.
  var nextNonce: String? {
    parameters["nextnonce"].flatMap { $0.isEmpty || !$0.isFieldContent ? nil : $0 }
  }

  /// The response authentication.
  var rspauth: String? { parameters["rspauth"] }
  /// The quality of protection of the response authentication.
  var protection: String? { parameters["qop"]?.lowercased() }
  /// The cnonce of the request.
  var cnonce: String? { parameters["cnonce"] }
  /// The nonce count of the request.
  var count: String? { parameters["nc"]?.lowercased() }
}
