import Synchronization

/// The types and the details of the endpoints of one definition file, as a JSON document.
public struct CatalogDocument: Sendable {
  /// The names of the types, separated by spaces.
  package var types: String
  /// The names of the endpoints, separated by spaces.
  package var endpoints: String
  /// The document.
  package var json: String

  /// Creates a document.
  public init(types: String = "", endpoints: String = "", json: String) {
    self.types = types
    self.endpoints = endpoints
    self.json = json
  }

  /// The content of a document.
  package struct Content: Hashable, Sendable {
    package var types: [String: TypeDescriptor]
    package var endpoints: [String: EndpointDetails]
    /// The parameters that all endpoints share.
    package var parameters: [ParameterDetails]

    /// Creates content.
    package init(
      types: [String: TypeDescriptor] = [:], endpoints: [String: EndpointDetails] = [:],
      parameters: [ParameterDetails] = []
    ) {
      self.types = types
      self.endpoints = endpoints
      self.parameters = parameters
    }
  }
}

/// The documents of a catalog, each decoded at its first use.
package final class CatalogDocuments: Sendable {
  package let documents: [CatalogDocument]
  private let state = Mutex(State())

  private struct State {
    /// The position of the document of each type and endpoint; `nil` before the first use.
    var positions: (types: [Substring: Int], endpoints: [Substring: Int])?
    var contents: [Int: CatalogDocument.Content] = [:]
  }

  package init(_ documents: [CatalogDocument]) { self.documents = documents }

  /// The name of a type or an endpoint.
  package enum Name {
    case type(String)
    case endpoint(String)
  }

  /// Returns the content of the document with a type or an endpoint; `nil` if there is none.
  ///
  /// - Parameter decode: Decodes a document.
  package func content(
    with name: Name, decode: (String) -> CatalogDocument.Content
  ) -> CatalogDocument.Content? {
    state.withLock { state in
      let positions = state.positions ?? Self.positions(documents)
      state.positions = positions
      let position =
        switch name {
        case .type(let name): positions.types[name[...]]
        case .endpoint(let name): positions.endpoints[name[...]]
        }
      guard let position else { return nil }
      if let content = state.contents[position] { return content }
      let content = decode(documents[position].json)
      state.contents[position] = content
      return content
    }
  }

  private static func positions(
    _ documents: [CatalogDocument]
  ) -> (types: [Substring: Int], endpoints: [Substring: Int]) {
    var positions: (types: [Substring: Int], endpoints: [Substring: Int]) = ([:], [:])
    for (index, document) in documents.enumerated() {
      for name in document.types.split(separator: " ") { positions.types[name] = index }
      for name in document.endpoints.split(separator: " ") { positions.endpoints[name] = index }
    }
    return positions
  }
}
