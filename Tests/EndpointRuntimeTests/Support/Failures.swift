import EndpointRuntime
import Testing

/// The error that an operation must end in.
func failure(
  _ operation: () async throws -> some Sendable,
  sourceLocation: SourceLocation = #_sourceLocation
) async -> EndpointError? {
  do {
    _ = try await operation()
    Issue.record("There was no error.", sourceLocation: sourceLocation)
  } catch let error as EndpointError {
    return error
  } catch {
    Issue.record("The error is not an EndpointError: \(error)", sourceLocation: sourceLocation)
  }
  return nil
}

extension EndpointError {
  var api: APIError? { if case .api(let error) = self { error } else { nil } }

  var authentication: AuthenticationError? {
    if case .authentication(let failure) = self { failure } else { nil }
  }

  var isInsecureConnection: Bool {
    if case .insecureConnection = authentication?.reason { true } else { false }
  }

  /// The schemes that were offered, where none of them can be used.
  var offeredSchemes: [String]? {
    guard case .noUsableChallenge(let offered) = authentication?.reason else { return nil }
    return offered
  }

  var transport: TransportError? {
    if case .transport(let failure) = self { failure } else { nil }
  }

  var decoding: ResponseDecodingError? {
    if case .decoding(let failure) = self { failure } else { nil }
  }

  var invalidSetting: String? {
    if case .configuration(let setting, _) = self { setting } else { nil }
  }

  var invalidParameter: String? {
    if case .invalidRequest(let parameter, _) = self { parameter } else { nil }
  }
}

/// Lets tasks wait until something has happened.
final class Signal: Sendable {
  private let stream: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation

  init() { (stream, continuation) = AsyncStream.makeStream() }

  func send() { continuation.yield() }

  /// Waits for one more time that it happens; only one task may wait.
  func wait() async {
    var iterator = stream.makeAsyncIterator()
    _ = await iterator.next()
  }
}
