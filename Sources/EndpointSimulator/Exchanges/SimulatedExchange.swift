public import EndpointRuntime
public import Foundation
public import HTTPTypes

/// A request that a simulator received, and its response.
public struct SimulatedExchange: Sendable {
  /// The number of the exchange, from 1, in the order of the responses.
  public var number: Int
  /// The time of the response by the clock of the simulator.
  public var time: Date
  /// The time that the simulator took.
  public var duration: Duration
  /// The name of the endpoint; `nil` if the request did not reach one.
  public var operation: String?
  /// The faults that were injected.
  public var faults: [Fault.Action]
  /// The request.
  public var request: ReceivedRequest
  /// The response; `nil` if the connection was closed without one.
  public var response: SentResponse?
}

/// A request that a simulator received.
public struct ReceivedRequest: Sendable {
  /// The method.
  public var method: String
  /// The request-target as it was sent.
  public var target: String
  /// The header fields, with credentials.
  public var headerFields: HTTPFields
  /// The body; empty if there was none.
  public var body: Data

  /// The path, as it was sent.
  public var path: String { String(target.prefix { $0 != "?" }) }
  /// The query.
  public var query: Query { Query(target: target) }
  /// The JSON document in the body; `nil` if there is none.
  public var json: JSON? { JSONCoding.document(body) }
}

extension ReceivedRequest: CustomStringConvertible, CustomReflectable {
  /// The method and the request-target.
  public var description: String { "\(method) \(target)" }
  /// A mirror without header fields and body, which can contain secrets.
  public var customMirror: Mirror { Mirror(self, children: ["method": method, "target": target]) }
}

/// A response that a simulator sent.
public struct SentResponse: Sendable {
  /// The status.
  public var status: Int
  /// The header fields.
  public var headerFields: HTTPFields
  /// The body, also if only a part of it was sent.
  public var body: Data

  /// The JSON document in the body; `nil` if there is none.
  public var json: JSON? { JSONCoding.document(body) }
}

extension SentResponse: CustomStringConvertible, CustomReflectable {
  /// The status with its reason phrase.
  public var description: String { "\(status) \(ReasonPhrase.of(status))" }
  /// A mirror without header fields and body, which can contain secrets.
  public var customMirror: Mirror { Mirror(self, children: ["status": status]) }
}

extension SentResponse {
  init(_ response: OutgoingResponse) {
    var fields = HTTPFields()
    for (name, value) in response.fields {
      if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
    }
    self.init(status: response.status, headerFields: fields, body: response.body)
  }
}
