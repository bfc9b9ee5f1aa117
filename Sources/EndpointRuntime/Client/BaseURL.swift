import Foundation

/// Where an API is: scheme, authority and the path that all its paths begin with.
struct BaseURL: Sendable {
  var scheme: String
  var authority: String
  var host: String
  /// Empty, or begins with a slash and does not end in one.
  var path: String

  /// Reads an absolute URL.
  ///
  /// - Throws: ``EndpointError/invalidRequest(parameter:reason:)`` if it cannot be one of an API.
  init(_ text: String) throws(EndpointError) {
    func invalid(_ reason: String) -> EndpointError {
      .invalidRequest(parameter: "base URL", reason: reason)
    }
    guard let url = URLComponents(string: text), let scheme = url.scheme?.lowercased(),
      let host = url.percentEncodedHost, !host.isEmpty
    else { throw invalid("must be absolute, like https://cloud.example.com/api") }
    guard scheme == "https" || scheme == "http" else { throw invalid("must begin with https://") }
    guard url.user == nil, url.password == nil else { throw invalid("must not have credentials") }
    guard url.query == nil, url.fragment == nil else {
      throw invalid("must have neither a query nor a fragment")
    }
    self.scheme = scheme
    self.host = host.trimmingCharacters(in: CharacterSet(charactersIn: "[]")).lowercased()
    authority = host + (url.port.map { ":\($0)" } ?? "")
    path = String(url.percentEncodedPath.reversed().drop { $0 == "/" }.reversed())
  }

  /// The path that an endpoint's own is appended to.
  ///
  /// - Parameter declared: The API's base URL as its definition says, whose path an endpoint's base
  ///   path stands in place of; what a proxy has put before it stays.
  func path(of endpoint: EndpointDescriptor, declared: String) -> String {
    guard let basePath = endpoint.basePath else { return path }
    let own = URLComponents(string: declared)?.percentEncodedPath ?? ""
    return (path.hasSuffix(own) ? String(path.dropLast(own.count)) : path) + basePath
  }
}
