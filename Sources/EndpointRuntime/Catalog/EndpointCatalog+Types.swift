public import EndpointModel
import Foundation

/// The types of an API by name, decoded from a catalog as they are needed.
public struct CatalogTypes: Sendable {
  let documents: CatalogDocuments

  /// Returns the type with a name; `nil` if there is none.
  public subscript(name: String) -> TypeDescriptor? {
    documents.content(with: .type(name), decode: CatalogDocument.Content.init)?.types[name]
  }

  /// The names of all types, in the order of the definition files.
  public var names: [String] {
    documents.documents.flatMap { $0.types.split(separator: " ").map(String.init) }
  }

  /// Returns a type without its outermost aliases.
  public func underlying(_ type: TypeReference) -> TypeReference {
    var type = type
    while case .named(let name) = type, case .alias(let other)? = self[name]?.kind { type = other }
    return type
  }
}

extension EndpointCatalog {
  /// The types of the API by name: `catalog.types["Cluster"]`.
  public var types: CatalogTypes { CatalogTypes(documents: documents) }

  /// Returns the details of the endpoint with a name; `nil` if there are none.
  public func details(of endpoint: String) -> EndpointDetails? {
    documents.content(with: .endpoint(endpoint), decode: CatalogDocument.Content.init)?
      .endpoints[endpoint]
  }

  /// The details of the parameters that all endpoints share.
  public var parameterDetails: [ParameterDetails] {
    documents.documents.lazy
      .map { CatalogDocument.Content($0.json).parameters }.first { !$0.isEmpty } ?? []
  }

  /// The names of types and endpoints whose descriptions cannot be decoded. Empty for a generated
  /// catalog.
  package var undecodableNames: [String] {
    let endpoints = documents.documents.flatMap { $0.endpoints.split(separator: " ") }
    return types.names.filter { types[$0] == nil }
      + endpoints.map(String.init).filter { details(of: $0) == nil }
  }
}
