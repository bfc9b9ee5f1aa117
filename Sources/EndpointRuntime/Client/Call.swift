import Foundation
import HTTPTypes
import Logging

/// One call: a complete request, and the exchange that answers it.
struct Call: Sendable {
  private let endpoint: String
  /// The request without credentials.
  let request: HTTPRequest
  private let body: Data?
  private let timeout: Duration
  private let configuration: ClientConfiguration

  /// How much of an error's body is worth reading, in bytes.
  private static let errorBodySize = 64 << 10

  /// What the server answered.
  struct Answer: Sendable {
    var head: HTTPResponse
    var body: Data
    /// The body as it arrives, where it is streamed.
    var stream: HTTPBody?
  }

  init<API>(
    _ request: EndpointRequest, base: BaseURL, options: RequestOptions<API>,
    configuration: ClientConfiguration
  ) throws(EndpointError) {
    try request.validate()
    guard let method = HTTPRequest.Method(request.descriptor.method) else {
      throw .invalidRequest(parameter: "method", reason: "is no HTTP method")
    }
    let target = RequestTarget(request: request, sharedQuery: options.query)
    var fields = request.headerFields
    fields[.accept] = fields[.accept] ?? request.descriptor.accept
    fields[.userAgent] = configuration.userAgent
    for field in options.headerFields { fields[field.name] = field.value }
    self.request = HTTPRequest(
      method: method, scheme: base.scheme, authority: base.authority,
      path: try target.text(
        after: base.path(of: request.descriptor, declared: API.descriptor.baseURL)),
      headerFields: fields)
    endpoint = request.descriptor.name
    body = request.body
    timeout = options.timeout ?? configuration.timeout
    self.configuration = configuration
  }

  /// Makes the call and reads the whole answer, unless it is a successful one to be streamed.
  func perform(
    through transport: any HTTPTransport, authenticatedBy authenticator: (any Authenticator)?,
    streaming: Bool
  ) async throws(EndpointError) -> Answer {
    guard !Task.isCancelled else { throw .cancelled }
    do {
      return try await withDeadline(timeout) {
        let exchange: Exchange = { request in
          let answer = try await transport.send(request, body: body, timeout: timeout)
          log(answer.head)
          return answer
        }
        let answer =
          if let authenticator {
            try await authenticator.authenticate(request, body: body, exchange: exchange)
          } else {
            try await exchange(request)
          }
        if streaming, answer.head.status.kind == .successful {
          return Answer(head: answer.head, body: Data(), stream: answer.body)
        }
        return Answer(head: answer.head, body: try await read(answer), stream: nil)
      }
    } catch let error as EndpointError {
      throw error
    } catch let failure as AuthenticationFailure {
      throw .authentication(failure)
    } catch let failure as TransportFailure {
      throw .transport(failure)
    } catch is CancellationError {
      throw .cancelled
    } catch {
      throw Task.isCancelled ? .cancelled : .transport(TransportFailure(.other, "\(error)"))
    }
  }

  private func read(_ answer: TransportResponse) async throws -> Data {
    if answer.head.status.kind != .successful {
      return try await answer.body.prefix(bytes: Self.errorBodySize).data
    }
    let (data, isComplete) = try await answer.body.prefix(bytes: configuration.maximumResponseSize)
    guard isComplete else {
      throw TransportFailure(
        .invalidAnswer,
        "the answer has more than \(configuration.maximumResponseSize) bytes; raise ClientConfiguration.maximumResponseSize"
      )
    }
    return data
  }

  private func log(_ head: HTTPResponse) {
    configuration.logger?.debug(
      "\(request.method) \(request.path ?? "") → \(head.status.code)",
      metadata: ["endpoint": "\(endpoint)"])
  }
}
