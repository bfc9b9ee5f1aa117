@_spi(Generated) import EndpointRuntime
import Foundation
@_spi(Generated) import Zoo

// Most tests need a request, whichever it is.

extension GetPen {
  init() { self.init(penID: "1") }
}

extension DeletePen {
  init() { self.init(penID: "1") }
}

extension SearchHost {
  init(body: JSON? = nil) { self.init(host: "db", port: 27017, q: "x", body: body) }
}

extension RequestOptions<ZooAPI> {
  static var envelope: Self { Self(envelope: true) }
}

extension RequestBuilder {
  /// A request with a body that can be read once.
  static func upload() throws -> RequestBuilder {
    var request = RequestBuilder(SearchHost.operation)
    try SearchHost().encode(into: &request)
    request.setBody(HTTPBody(Chunks([Data("ab".utf8), Data("c".utf8)])))
    return request
  }

  /// A request whose response is a stream.
  static func download() throws -> RequestBuilder {
    var request = RequestBuilder(DownloadVideo.operation)
    try DownloadVideo(visitID: 1).encode(into: &request)
    return request
  }
}
