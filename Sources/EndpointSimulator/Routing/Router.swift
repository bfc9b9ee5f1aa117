import EndpointRuntime
import Foundation

/// Finds the endpoint that a request calls.
struct Router: Sendable {
  /// The path of the API's base URL, without a slash at its end.
  let pathPrefix: String
  private let routes: [Route]

  init(api: APIDescriptor, endpoints: [EndpointDescriptor]) {
    pathPrefix = URLComponents(string: api.baseURL)?.percentEncodedPath ?? ""
    // Fixed text is more particular than a placeholder: `/by-name/x` comes before `/{ID}/x`.
    routes = endpoints.map(Route.init).sorted { $0.specificity > $1.specificity }
  }

  /// The request as the endpoint's handler wants it.
  ///
  /// - Throws: 404 for an unknown path, 405 for another method, 400 for a body that is no JSON.
  func route(_ incoming: IncomingRequest, query: Query) throws(SimulatedError) -> SimulatedRequest {
    let path = incoming.target.prefix { $0 != "?" }
    guard path.hasPrefix(pathPrefix + "/") else { throw .noResource(path) }
    let rest = String(path.dropFirst(pathPrefix.count))
    let matches = routes.compactMap { route in route.values(in: rest).map { (route, $0) } }
    guard !matches.isEmpty else { throw .noResource(path) }
    guard let (route, values) = matches.first(where: { $0.0.endpoint.method == incoming.method })
    else {
      throw SimulatedError(
        status: 405, code: "METHOD_NOT_ALLOWED", detail: "\(incoming.method) is not allowed here.")
    }
    return SimulatedRequest(
      endpoint: route.endpoint, pathValues: values, path: rest, query: query,
      body: try body(of: incoming, for: route.endpoint))
  }

  private func body(of incoming: IncomingRequest, for endpoint: EndpointDescriptor)
    throws(SimulatedError) -> JSON?
  {
    guard let type = endpoint.bodyType else { return nil }
    guard let body = try? JSONCoding.decoder().decode(JSON.self, from: incoming.body) else {
      throw SimulatedError(
        status: 400, code: "INVALID_JSON", detail: "The body must be a JSON document (\(type)).")
    }
    return body
  }
}

/// A path template that request paths are matched against.
private struct Route: Sendable {
  let endpoint: EndpointDescriptor
  let segments: [[Part]]

  enum Part: Sendable, Equatable {
    case text(Substring)
    case placeholder(String)
  }

  init(_ endpoint: EndpointDescriptor) {
    self.endpoint = endpoint
    segments = endpoint.path.split(separator: "/", omittingEmptySubsequences: false)
      .map(Self.parts)
  }

  /// How many segments are fixed.
  var specificity: Int {
    segments.count { $0.allSatisfy { if case .text = $0 { true } else { false } } }
  }

  private static func parts(of segment: Substring) -> [Part] {
    var parts: [Part] = []
    var rest = segment
    while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
      if start > rest.startIndex { parts.append(.text(rest[..<start])) }
      parts.append(.placeholder(String(rest[rest.index(after: start)..<end])))
      rest = rest[rest.index(after: end)...]
    }
    return rest.isEmpty && !parts.isEmpty ? parts : parts + [.text(rest)]
  }

  /// The placeholders' values, if a path that is still percent-encoded fits.
  func values(in path: String) -> [String: String]? {
    let candidates = path.split(separator: "/", omittingEmptySubsequences: false)
    guard candidates.count == segments.count else { return nil }
    var values: [String: String] = [:]
    for (segment, candidate) in zip(segments, candidates) {
      var rest = candidate
      for (index, part) in segment.enumerated() {
        switch part {
        case .text(let text):
          guard rest.hasPrefix(text) else { return nil }
          rest = rest.dropFirst(text.count)
        case .placeholder(let name):
          var end = rest.endIndex
          if index + 1 < segment.count, case .text(let next) = segment[index + 1] {
            guard let range = rest.firstRange(of: next) else { return nil }
            end = range.lowerBound
          }
          guard end > rest.startIndex, let value = rest[..<end].removingPercentEncoding
          else { return nil }
          values[name] = value
          rest = rest[end...]
        }
      }
      guard rest.isEmpty else { return nil }
    }
    return values
  }
}

extension SimulatedError {
  fileprivate static func noResource(_ path: Substring) -> SimulatedError {
    SimulatedError(
      status: 404, code: "RESOURCE_NOT_FOUND", detail: "Cannot find resource \(path).",
      parameters: [.string(String(path))])
  }
}
