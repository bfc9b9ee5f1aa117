/// The endpoints of an API with their descriptions and examples, for simulators and tools.
///
/// Applications do not contain it: the generator writes it for a target of its own.
public struct EndpointCatalog: Sendable {
  /// The properties that all endpoints share.
  public var api: APIDescriptor
  /// The endpoints by tag, in the order of the definition files.
  public var tags: [Tag]
  /// The types and the details of endpoints, which `EndpointRuntime` decodes.
  package let documents: CatalogDocuments

  /// The endpoints with one tag, which one definition file declares.
  public struct Tag: Sendable {
    /// The name of the tag.
    public var name: String
    /// A summary of the endpoints in one sentence.
    public var summary: String
    /// The endpoints, in the order of the file.
    public var endpoints: [EndpointDescriptor]

    /// Creates a tag.
    public init(name: String, summary: String, endpoints: [EndpointDescriptor]) {
      self.name = name
      self.summary = summary
      self.endpoints = endpoints
    }
  }

  /// Creates a catalog.
  ///
  /// - Parameters:
  ///   - api: The properties that all endpoints share.
  ///   - tags: The endpoints by tag.
  ///   - documents: The types and the details of endpoints.
  public init(api: APIDescriptor, tags: [Tag], documents: [CatalogDocument] = []) {
    self.api = api
    self.tags = tags
    self.documents = CatalogDocuments(documents)
  }

  /// All endpoints, in the order of the definition files.
  public var endpoints: [EndpointDescriptor] { tags.flatMap(\.endpoints) }

  /// Returns the endpoint with a name; `nil` if there is none.
  public func endpoint(_ name: String) -> EndpointDescriptor? {
    endpoints.first { $0.name == name }
  }
}
