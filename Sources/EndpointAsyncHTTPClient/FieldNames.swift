import HTTPTypes

/// The names of header fields that many responses have, which need no parsing.
enum FieldNames {
  /// The names as servers write them: with capitals or in lower case.
  static let common: [String: HTTPField.Name] = {
    let names = [
      "Age", "Cache-Control", "Connection", "Content-Disposition", "Content-Encoding",
      "Content-Length", "Content-Type", "Date", "Deprecation", "ETag", "Expires", "Keep-Alive",
      "Last-Modified", "Location", "Referrer-Policy", "Retry-After", "Server", "Set-Cookie",
      "Strict-Transport-Security", "Sunset", "Transfer-Encoding", "Vary", "Via",
      "WWW-Authenticate", "X-Content-Type-Options", "X-Envoy-Upstream-Service-Time",
      "X-Frame-Options", "X-Request-ID", "Authentication-Info", "RateLimit-Limit",
      "RateLimit-Remaining", "RateLimit-Reset",
    ]
    let spellings = names + names.map { $0.lowercased() }
    return Dictionary(
      spellings.compactMap { text in HTTPField.Name(text).map { (text, $0) } },
      uniquingKeysWith: { first, _ in first })
  }()
}
