import EndpointRuntime
import Foundation
import HTTPTypes

extension ControlEndpoint {
  /// Performs the request that the body of a request describes, as if it had valid credentials.
  ///
  /// - Returns: The exchange.
  func perform(_ request: IncomingRequest) async throws(ControlError) -> JSON {
    try request.checkContentType()
    let members = try request.members()
    guard let method = members["method"]?.string, HTTPRequest.Method(method) != nil else {
      throw ControlError(400, "'method' must be the name of a method, such as GET.")
    }
    guard let target = members["target"]?.string, target.hasPrefix("/"),
      target.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else {
      throw ControlError(400, "'target' must be a percent-encoded path, such as /pets?page=2.")
    }
    let outgoing = IncomingRequest(
      method: method, target: target, scheme: request.scheme, host: request.host,
      headerFields: try Self.headerFields(members["headerFields"]),
      body: try Self.body(members["body"]), isAuthenticated: true)
    return await performer.perform(outgoing).exchange.document(redaction)
  }

  /// Returns header fields from their representation in an exchange.
  private static func headerFields(_ value: JSON?) throws(ControlError) -> HTTPFields {
    var fields = HTTPFields()
    switch value {
    case nil, .null: return fields
    case .array(let elements):
      for element in elements {
        guard let name = element["name"]?.string.flatMap({ HTTPField.Name($0) }),
          let value = element["value"]?.string, HTTPField.isValidValue(value)
        else { break }
        fields.append(HTTPField(name: name, value: value))
      }
      if fields.count == elements.count { return fields }
    default: break
    }
    throw ControlError(
      400, "'headerFields' must be an array of objects with a valid 'name' and 'value'.")
  }

  /// Returns a body from its representation in an exchange.
  private static func body(_ value: JSON?) throws(ControlError) -> Data {
    if value == nil || value == .null { return Data() }
    if let text = value?["text"]?.string { return Data(text.utf8) }
    if let json = value?["json"], let data = try? JSONCoding.encode(json) { return data }
    throw ControlError(400, "'body' must be null or an object with 'json' or a string 'text'.")
  }
}
