import EndpointModel
import EndpointRuntime
import HTTPTypes

/// Checks the body of a request against its type.
struct BodyChecker {
  /// Checks the body of a request.
  ///
  /// - Throws: 415 for another media type, 400 for a document that is not of the endpoint's type.
  static func check(_ request: SimulatedRequest) throws(SimulatedError) {
    guard let type = request.endpoint.body?.jsonType else { return }
    try checkMediaType(request)
    guard let body = request.body else { return }
    let underlying = request.types.underlying(type)
    try checkKind(body, of: request.types.kind(of: underlying))
    var checker = TypeChecker(types: request.types)
    checker.openEnums = request.world.behavior.openEnums
    // A change specifies the fields to change only.
    checker.isPartial = request.endpoint.method == "PATCH"
    checker.serverFields = [request.identifierName]
    checker.check(body, type)
    if let error = SimulatedError.invalidBody(checker.problems) { throw error }
  }

  private static func checkMediaType(_ request: SimulatedRequest) throws(SimulatedError) {
    guard let type = request.headerFields[.contentType], !request.data.isEmpty,
      !type.isJSONMediaType
    else { return }
    throw SimulatedError(
      status: 415, code: "UNSUPPORTED_MEDIA_TYPE",
      detail: "The media type \(type) is not supported; send \(request.endpoint.bodyContentType).",
      parameters: [.string(type)])
  }

  /// Checks that the document is an object or a list of objects, as the type is.
  private static func checkKind(_ body: JSON, of kind: TypeKind) throws(SimulatedError) {
    switch (kind, body) {
    case (.object, .object), (.any, _), (.scalar, _): return
    case (.object, _): throw .invalidJSON("The body must be a JSON object.")
    case (.listOfObjects, .array(let elements)):
      if elements.allSatisfy({ $0.object != nil }) { return }
      throw .invalidJSON("The body must be a list of JSON objects.")
    case (.listOfObjects, _): throw .invalidJSON("The body must be a list of JSON objects.")
    }
  }
}

/// The kind of JSON that the values of a type are.
enum TypeKind {
  case object, listOfObjects, any, scalar
}

extension CatalogTypes {
  /// Returns the kind of JSON of a type without outer aliases.
  func kind(of type: TypeReference) -> TypeKind {
    switch type {
    case .map: return .object
    case .named(let name):
      switch self[name]?.kind {
      case .structure, .union: return .object
      case .enumeration, .alias, nil: return .scalar
      }
    case .list(let element):
      return if case .object = kind(of: underlying(element)) { .listOfObjects } else { .scalar }
    case .scalar(.json): return .any
    case .scalar: return .scalar
    }
  }
}
