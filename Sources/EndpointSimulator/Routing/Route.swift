import EndpointModel
import Foundation

/// Matches request paths with the path template of an endpoint.
struct Route: Sendable {
  let endpoint: EndpointDescriptor
  /// The base path that precedes the template.
  let base: String

  init(_ endpoint: EndpointDescriptor, below base: String) {
    self.endpoint = endpoint
    self.base = base
  }

  /// Whether the endpoint handles a method. Endpoints for GET also handle HEAD.
  func responses(_ method: String) -> Bool {
    endpoint.method == method || (endpoint.method == "GET" && method == "HEAD")
  }

  /// Whether the `Accept` of a request contains a media type of the endpoint.
  func isAccepted(by accept: String?) -> Bool {
    guard let accept = accept?.lowercased(), !accept.contains("*/*") else { return true }
    return endpoint.accept.contains { accept.contains($0.lowercased()) }
  }

  /// The amount of fixed text: fixed segments first, then fixed characters in other segments.
  var specificity: (segments: Int, characters: Int) {
    let segments = endpoint.path.segments
    let texts = segments.map { parts in
      parts.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }
    let fixed = zip(segments, texts).count { $0.count == $1.count }
    return (fixed, texts.joined().reduce(0) { $0 + $1.count })
  }

  /// Returns the values of the placeholders in a percent-encoded path without a base path; `nil` if it
  /// does not match.
  func values(in path: String) -> [String: String]? {
    let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    return segments.count == endpoint.path.segments.count ? values(in: Array(segments)) : nil
  }

  /// Returns the values of the placeholders in percent-encoded segments of a path, as many as those of
  /// the endpoint; `nil` if they do not match.
  func values(in candidates: [Substring]) -> [String: String]? {
    let segments = endpoint.path.segments
    // Most routes differ in a segment of fixed text, which is compared fast.
    for (parts, candidate) in zip(segments, candidates) {
      if case .text(let text) = parts.first, parts.count == 1, text != candidate { return nil }
    }
    var values: [String: String] = [:]
    for (parts, candidate) in zip(segments, candidates) {
      guard let found = Self.match(parts, candidate) else { return nil }
      values.merge(found) { _, new in new }
    }
    return values
  }

  /// Matches a segment from its end, so that each placeholder but the first is as short as
  /// possible.
  private static func match(_ parts: [PathTemplate.Part], _ candidate: Substring) -> [String:
    String]?
  {
    var values: [String: String] = [:]
    var parts = parts[...]
    var rest = candidate
    if case .text(let text) = parts.first {
      guard rest.hasPrefix(text) else { return nil }
      rest = rest.dropFirst(text.count)
      parts = parts.dropFirst()
    }
    while let part = parts.popLast() {
      switch part {
      case .text(let text):
        guard rest.hasSuffix(text) else { return nil }
        rest = rest.dropLast(text.count)
      case .placeholder(let name):
        var start = rest.startIndex
        if case .text(let before) = parts.last {
          guard let range = rest.dropLast().ranges(of: before).last else { return nil }
          start = range.upperBound
        }
        guard start < rest.endIndex, let value = rest[start...].removingPercentEncoding
        else { return nil }
        values[name] = value
        rest = rest[..<start]
      }
    }
    return rest.isEmpty ? values : nil
  }
}
