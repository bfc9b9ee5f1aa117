/// A scheme with its parameters, as `WWW-Authenticate` and `Authorization` carry it.
///
/// See RFC 9110, section 11.
package struct AuthenticationChallenge: Hashable, Sendable {
  /// The scheme as it is written; it is compared without regard to case.
  package var scheme: String
  /// The parameters, with quotes and escapes removed and names in lower case.
  package var parameters: [Parameter]
  /// The single token that some schemes have instead of parameters.
  package var token68: String?

  /// A parameter of a challenge.
  package struct Parameter: Hashable, Sendable {
    /// The name, in lower case.
    package var name: String
    /// The value, without quotes.
    package var value: String
  }

  /// Whether it is of a scheme.
  package func isScheme(_ name: String) -> Bool { scheme.lowercased() == name.lowercased() }

  /// The value of a parameter; nothing if it is absent or is more than once.
  package subscript(_ name: String) -> String? {
    let values = parameters.filter { $0.name == name }
    return values.count == 1 ? values[0].value : nil
  }

  /// Whether a parameter is more than once, which makes the challenge ambiguous.
  package var hasDuplicates: Bool { Set(parameters.map(\.name)).count < parameters.count }
}

extension AuthenticationChallenge {
  /// How many bytes a field may have, and how many challenges there may be, before all are rejected.
  private static let limits = (bytes: 16 << 10, challenges: 32)

  /// Reads the challenges of one or more header fields.
  ///
  /// What cannot be read is passed over up to the next challenge; oversized input gives none.
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
