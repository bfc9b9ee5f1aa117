import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension URLSessionConfiguration {
  /// A copy that remembers nothing and responses nothing by itself.
  static func hardened(_ original: URLSessionConfiguration?) -> URLSessionConfiguration {
    let copy = original?.copy() as? URLSessionConfiguration
    let configuration = copy ?? .ephemeral
    if copy == nil { configuration.httpMaximumConnectionsPerHost = 32 }
    configuration.urlCredentialStorage = nil
    configuration.urlCache = nil
    configuration.httpCookieStorage = nil
    configuration.httpCookieAcceptPolicy = .never
    configuration.httpShouldSetCookies = false
    configuration.timeoutIntervalForRequest = URLRequest.longTime
    configuration.timeoutIntervalForResource = URLRequest.longTime
    return configuration
  }
}
