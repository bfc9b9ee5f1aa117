extension String {
  /// Whether a media type is JSON's, or one with JSON's syntax (RFC 6839, section 3.1).
  package var isJSONMediaType: Bool {
    let type = prefix { $0 != ";" }.lowercased()
    return type == "application/json" || type.hasSuffix("+json")
  }
}
