import EndpointModel

/// The routes of an API by base path and number of segments, so that few are compared with a path.
struct RouteTable: Sendable {
  private let routes: [String: [Int: [Route]]]

  /// Creates a table.
  ///
  /// - Parameter routes: The routes, the most specific ones first.
  init(_ routes: [Route]) {
    self.routes = Dictionary(grouping: routes, by: \.base).mapValues { routes in
      Dictionary(grouping: routes) { $0.endpoint.path.segments.count }
    }
  }

  /// Returns the routes that match a percent-encoded path with the values of their placeholders, the
  /// most specific ones first.
  func matches(of path: Substring) -> [(Route, [String: String])] {
    var matches: [(Route, [String: String])] = []
    for (base, routes) in routes where path.hasPrefix(base) {
      let segments = path.dropFirst(base.count).split(
        separator: "/", omittingEmptySubsequences: false)
      guard segments.first?.isEmpty == true, segments.count > 1 else { continue }
      let candidates = Array(segments.dropFirst())
      for route in routes[candidates.count] ?? [] {
        if let values = route.values(in: candidates) { matches.append((route, values)) }
      }
    }
    return matches
  }
}
