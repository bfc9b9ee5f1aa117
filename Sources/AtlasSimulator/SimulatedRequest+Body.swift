import AtlasAdmin
import EndpointSimulator
import Foundation

extension SimulatedRequest {
  /// The body as the type that the endpoint takes.
  ///
  /// - Throws: 400 naming what is missing or wrong.
  func decodedBody<Value: Decodable>() throws(SimulatedError) -> Value {
    do {
      let data = try JSONEncoder().encode(body)
      return try JSONDecoder().decode(Value.self, from: data)
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
  /// The body is not JSON object.
  static let invalidJSON = SimulatedError(
    status: 400, code: "INVALID_JSON", detail: "The body must be a JSON object.")

  /// A member of the body has a value that it cannot have.
  static func invalidAttribute(_ name: String, of request: SimulatedRequest) -> SimulatedError {
    SimulatedError(
      status: 400, code: "INVALID_ATTRIBUTE",
      detail: "Invalid attribute \(name) specified.", parameters: [.string(name)])
  }
}
