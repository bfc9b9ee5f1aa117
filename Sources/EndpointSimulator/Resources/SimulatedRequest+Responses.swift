public import EndpointRuntime

// For handlers, whose responses are in the shape of the definition.
extension SimulatedRequest {
  /// Returns the response with the collection of the path.
  ///
  /// - Parameters:
  ///   - store: The store with the collection.
  ///   - status: The status unless the behavior or the definition has another one.
  ///   - transform: Orders or selects the items. Defaults to all in their order.
  public func collectionResponse(
    from store: ResourceStore, status: Int = 200, transform: ([JSON]) -> [JSON] = { $0 }
  ) async -> SimulatedResponse {
    let items = await ResponseMaker(request: self, store: store)
      .items(store.resources(in: collection))
    return .list(transform(items), status: self.status(preferring: status))
  }

  /// Returns the response with some fields of the resource of the path, and what the server sets.
  public func response(
    with members: [String: JSON], from store: ResourceStore, status: Int = 200
  ) async -> SimulatedResponse {
    let document = await ResponseMaker(request: self, store: store).document(members, at: path)
    return .item(document, status: self.status(preferring: status))
  }

  /// The error for the item of the path, which does not exist.
  public var itemNotFound: SimulatedError { missingItem }
}

extension SimulatedError {
  /// An error for an invalid field of the body.
  ///
  /// - Parameters:
  ///   - name: The path of the field.
  ///   - problem: The end of a sentence about the value, such as `must be positive`.
  public static func invalidAttribute(_ name: String, _ problem: String) -> SimulatedError {
    invalidBody([BodyProblem(path: name, kind: .constraint(problem))])
      ?? invalidJSON("The body is not valid.")
  }

  /// An error for a required field of the body that is missing.
  public static func missingAttribute(_ name: String) -> SimulatedError {
    invalidBody([BodyProblem(path: name, kind: .missing)]) ?? invalidJSON("The body is not valid.")
  }
}
