import AtlasAdmin
import EndpointRuntime
import Foundation

/// Tells JSON from what proxies and portals answer in the API's place.
struct AnswerCheck {
  let endpoint: EndpointDescriptor

  /// Makes sure that an answer which should be JSON is some.
  ///
  /// - Throws: ``EndpointError/transport(_:)`` if it is something else.
  func check(_ answer: EndpointResponse<Data>) throws {
    let types = endpoint.accept.split(separator: ",")
    guard types.allSatisfy({ $0.contains("json") }), !answer.value.isEmpty else { return }
    let document = Charset.utf8(answer.value)
    guard (try? JSONCoding.decoder().decode(JSON.self, from: document)) == nil else { return }
    let beginning = Charset.text(of: answer.value.prefix(80)).filter { !$0.isNewline }
    throw EndpointError.transport(
      TransportFailure(
        .invalidAnswer,
        "the answer to \(endpoint.name) is no JSON; it begins with: \(beginning.debugDescription)"))
  }
}
