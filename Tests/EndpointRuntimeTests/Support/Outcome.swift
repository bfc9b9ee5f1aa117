@testable import EndpointRuntime

/// Returns the error that an operation ends in, or `nil` if it succeeds.
func endpointError(_ operation: () async throws -> some Sendable) async -> EndpointError? {
  do {
    _ = try await operation()
    return nil
  } catch {
    return EndpointError(error)
  }
}

extension DigestAuthorization {
  /// The nonce and the last digit of its count.
  var use: String { "\(nonce ?? "-")\(nonceCount?.last ?? "-")" }
}
