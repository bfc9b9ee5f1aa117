import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A session that ends when it has no references and its requests have ended.
final class TransportSession: Sendable {
  private let session: URLSession
  private let delegate = SessionDelegate()

  init(configuration: URLSessionConfiguration) {
    session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
  }

  deinit { session.finishTasksAndInvalidate() }

  /// Prepares to send a request.
  func exchange(_ request: URLRequest, upload: Upload, authority: String) -> Exchange {
    let task: URLSessionTask
    var request = request
    switch upload {
    case .none: task = session.dataTask(with: request)
    case .data(let data):
      request.httpBody = data
      task = session.dataTask(with: request)
    case .file(let file): task = session.uploadTask(with: request, fromFile: file.url)
    }
    let exchange = Exchange(task, upload: upload, authority: authority)
    delegate.add(exchange)
    return exchange
  }
}
