/// An authentication scheme with its parameters, as in `WWW-Authenticate` and `Authorization`.
///
/// See RFC 9110, section 11.
package struct AuthenticationChallenge: Hashable, Sendable {
  /// The scheme as received. Schemes are compared without regard to case.
  package var scheme: String
  /// The parameters, without quotes and escapes, with names in lower case.
  package var parameters: [Parameter]
  /// The token68 of schemes that have one instead of parameters.
  package var token68: String?

  /// A parameter of a challenge.
  package struct Parameter: Hashable, Sendable {
    /// The name, in lower case.
    package var name: String
    /// The value, without quotes.
    package var value: String
  }

  /// Whether the challenge has a scheme.
  package func isScheme(_ name: String) -> Bool { scheme.lowercased() == name.lowercased() }

  /// The value of a parameter; `nil` if it is missing or appears more than once.
  package subscript(_ name: String) -> String? {
    let values = parameters.filter { $0.name == name }
    return values.count == 1 ? values[0].value : nil
  }

  /// Whether a parameter appears more than once, which makes the challenge ambiguous.
  package var hasDuplicates: Bool { Set(parameters.map(\.name)).count < parameters.count }
}

extension AuthenticationChallenge {
  /// The maximum size of a field in bytes, and the maximum number of challenges; larger input is
  /// rejected.
  private static let limits = (bytes: 16 << 10, challenges: 32)

  /// Parses the challenges of header fields.
  ///
  /// Malformed parts are skipped up to the next challenge. Oversized input has no challenges.
  package static func parse(_ fields: [String]) -> [AuthenticationChallenge] {
    guard fields.reduce(0, { $0 + $1.utf8.count }) <= limits.bytes else { return [] }
    var challenges: [AuthenticationChallenge] = []
    for field in fields {
      var parser = ChallengeParser(field)
      challenges += parser.challenges()
      guard challenges.count <= limits.challenges else { return [] }
    }
    return challenges
  }
}
