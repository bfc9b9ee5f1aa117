public import Foundation
public import HTTPTypes

/// The request of one call while it is being put together: everything but the base URL and credentials.
///
/// Typed endpoints write themselves into one; a program that knows an endpoint only by its
/// descriptor, such as a command-line tool, fills one in by hand.
public struct EndpointRequest: Sendable {
  /// The endpoint that is called.
  public let descriptor: EndpointDescriptor
  /// The text for each placeholder of the path, before percent-encoding.
  public private(set) var pathValues: [String: String] = [:]
  /// The query's names and values in order, before percent-encoding.
  public private(set) var query: [(name: String, value: String)] = []
  /// Header fields beyond those that the client sets by itself.
  public var headerFields: HTTPFields = [:]
  /// The body's bytes, if there is one.
  public var body: Data?

  /// Makes a request without any argument.
  public init(_ descriptor: EndpointDescriptor) {
    self.descriptor = descriptor
  }

  /// Sets the value of a placeholder in the path.
  public mutating func setPath(_ name: String, _ value: some ParameterValue) {
    pathValues[name] = value.parameterValue
  }

  /// Adds a query parameter, unless its value is absent.
  public mutating func addQuery(_ name: String, _ value: (some ParameterValue)?) {
    guard let value else { return }
    query.append((name, value.parameterValue))
  }

  /// Adds a query parameter once for each of its values.
  public mutating func addQuery(_ name: String, _ values: [some ParameterValue]?) {
    for value in values ?? [] { query.append((name, value.parameterValue)) }
  }

  /// Sets the body to a JSON document, unless it is absent.
  ///
  /// - Throws: ``EndpointError/invalidRequest(parameter:reason:)`` if the value has no form in JSON.
  public mutating func setBody(_ value: (some Encodable & Sendable)?) throws(EndpointError) {
    guard let value else { return }
    do {
      body = try JSONCoding.encoder().encode(value)
    } catch {
      throw .invalidRequest(parameter: "body", reason: "has no form in JSON: \(error)")
    }
    headerFields[.contentType] = "application/json"
  }
}
