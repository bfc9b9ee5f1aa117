import EndpointDefinition
import EndpointModel

/// What the operations of a document have in common.
struct Conventions {
  /// The URL that the paths of endpoints are appended to.
  var baseURL: String
  /// The beginning of all paths, which is part of the base URL.
  var pathPrefix: String
  /// The media type of JSON with `{version}`; `nil` for `application/json`.
  var mediaType: String?
  /// The query parameters of every operation.
  var parameters: [DocumentNode] = []
  /// The names of the header fields of nearly all responses, in lower case.
  var headerFields: Set<String> = []
  var pagination: Pagination?
  var error: ErrorShape?
  var authentication: [String] = []

  /// The path of the base URL.
  var basePath: String {
    let parts = baseURL.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    return parts.count > 3 ? "/" + parts[3] : ""
  }

  /// Returns the version in a media type; `nil` if it does not have the form of the API's.
  func version(in mediaType: String) -> String? {
    guard let template = self.mediaType, let range = template.firstRange(of: "{version}") else {
      return nil
    }
    let (prefix, suffix) = (template[..<range.lowerBound], template[range.upperBound...])
    guard mediaType.hasPrefix(prefix), mediaType.hasSuffix(suffix),
      mediaType.count > prefix.count + suffix.count
    else { return nil }
    return String(mediaType.dropFirst(prefix.count).dropLast(suffix.count))
  }
}

extension String {
  /// The media type without parameters, in lower case.
  var essence: String { prefix { $0 != ";" }.trimmed.lowercased() }

  /// The media type with `{version}` in place of a date or a version number, and that version.
  var versionTemplate: (template: String, version: String)? {
    let forms = [
      /([a-z]+\/.*?)([0-9]{4}-[0-9]{2}-[0-9]{2})([^0-9].*)/,
      /([a-z]+\/vnd\..*?)(v[0-9]+(?:\.[0-9]+)*)([+].*)/,
    ]
    for form in forms {
      guard let match = wholeMatch(of: form) else { continue }
      return ("\(match.1){version}\(match.3)", String(match.2))
    }
    return nil
  }

  /// Whether a version precedes another: dates by time, numbers by value.
  func isOlder(than other: String) -> Bool {
    func numbers(_ text: String) -> [Int] {
      text.split { !$0.isNumber }.compactMap { Int($0) }
    }
    let (a, b) = (numbers(self), numbers(other))
    return a == b ? self < other : a.lexicographicallyPrecedes(b)
  }
}

extension Substring {
  var trimmed: String { String(self).trimmed }
}
