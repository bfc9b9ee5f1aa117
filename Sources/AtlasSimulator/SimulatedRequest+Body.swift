import AtlasAdmin
import EndpointSimulator
import Foundation

extension SimulatedRequest {
  /// Returns the body decoded as a type.
  ///
  /// - Throws: 400 with the missing or invalid field.
  func decodedBody<Value: JSONValue>() throws(SimulatedError) -> Value {
    do {
      return try JSONCoding.decode(from: try JSONCoding.encode(body ?? .null))
    } catch DecodingError.keyNotFound(let key, _) {
      throw SimulatedError(
        status: 400, code: "MISSING_ATTRIBUTE",
        detail: "The required attribute \(key.stringValue) was not specified.",
        parameters: [.string(key.stringValue)])
    } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context)
    {
      throw SimulatedError.invalidAttribute(context.codingPath.last?.stringValue ?? "", of: self)
    } catch {
      throw SimulatedError.invalidJSON
    }
  }
}

extension SimulatedError {
  /// The body is not a JSON object.
  static let invalidJSON = SimulatedError(
    status: 400, code: "INVALID_JSON", detail: "The body must be a JSON object.")

  /// An error for an invalid field of the body.
  static func invalidAttribute(_ name: String, of request: SimulatedRequest) -> SimulatedError {
    SimulatedError(
      status: 400, code: "INVALID_ATTRIBUTE",
      detail: "Invalid attribute \(name) specified.", parameters: [.string(name)])
  }
}
