import EndpointRuntime
import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension URLRequest {
  /// A week in seconds. Requests have their own deadlines, which URLSession's must not shorten.
  static let longTime: TimeInterval = 604_800

  /// Creates a request without its body.
  ///
  /// - Throws: `TransportError` if URLSession would change the target.
  init(_ request: HTTPRequest) throws {
    let path = request.path ?? "/"
    guard RequestTarget.isOriginForm(path) else {
      throw TransportError(
        .invalidResponse, message: "the request's path has characters that must be percent-encoded")
    }
    guard !Self.hasDotSegments(path) else {
      throw TransportError(
        .invalidResponse,
        message: "the request's path has a segment '.' or '..', which URLSession removes")
    }
    let authority = request.authority ?? ""
    let text = "\(request.scheme ?? "https")://\(authority)\(path)"
    guard !authority.isEmpty, let url = URL(string: text) else {
      throw TransportError(.other, message: "'\(authority)' is not a valid host")
    }
    guard url.absoluteString == text else {
      throw TransportError(
        .invalidResponse, message: "URLSession would change the request's path")
    }
    self.init(url: url, timeoutInterval: Self.longTime)
    httpMethod = request.method.rawValue
    httpShouldHandleCookies = false
    for field in request.headerFields {
      addValue(field.value, forHTTPHeaderField: field.name.rawName)
    }
  }

  private static func hasDotSegments(_ target: String) -> Bool {
    target.prefix { $0 != "?" }.split(separator: "/").contains { segment in
      let segment = segment.lowercased().replacing("%2e", with: ".")
      return segment == "." || segment == ".."
    }
  }
}
