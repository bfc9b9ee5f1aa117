import AsyncHTTPClient
public import EndpointAsyncHTTPClient

/// Runs an operation with a transport whose connections no other test uses.
///
/// A port that one test's server has given up can be the port of another's: a shared pool could send
/// a request over a connection to the server that is gone.
public func withOwnTransport(
  _ operation: (AsyncHTTPClientTransport) async throws -> Void
) async throws {
  let client = HTTPClient(
    eventLoopGroupProvider: .singleton, configuration: AsyncHTTPClientTransport.configuration)
  let result: Result<Void, any Error>
  do {
    result = .success(try await operation(AsyncHTTPClientTransport(client: client)))
  } catch {
    result = .failure(error)
  }
  try await client.shutdown()
  try result.get()
}
