import AtlasCore
import EndpointModel
import EndpointRuntime
import Foundation

/// Distinguishes JSON from the error pages of proxies.
struct ResponseCheck {
  let endpoint: EndpointDescriptor

  /// Checks that a response that should be JSON is JSON.
  ///
  /// - Throws: ``EndpointError/transport(_:)`` if it is not JSON.
  func check(_ response: EndpointResponse<Data>) throws {
    guard endpoint.accept.allSatisfy(\.isJSONMediaType), !response.value.isEmpty else { return }
    guard JSONCoding.document(response.value) == nil else { return }
    let beginning = Charset.text(of: response.value.prefix(80)).filter { !$0.isNewline }
    throw EndpointError.transport(
      TransportError(
        .invalidResponse,
        message:
          "the response to \(endpoint.name) is not JSON; it begins with: \(beginning.debugDescription)"
      ))
  }
}
