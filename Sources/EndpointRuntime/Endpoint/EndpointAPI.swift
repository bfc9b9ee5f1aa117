/// An API: a set of endpoints under one base URL that share parameters and conventions.
///
/// The generator writes a caseless enum that conforms, named after the module with `API` at its end.
public protocol EndpointAPI: Sendable {
  /// What the API's endpoints share.
  static var descriptor: APIDescriptor { get }
  /// The API's endpoints by group, in the order of the definition files.
  static var groups: [EndpointGroup] { get }
}

extension EndpointAPI {
  /// Descriptors of all endpoints, in the order of the definition files.
  public static var endpoints: [EndpointDescriptor] {
    groups.flatMap { group in group.endpoints.map { $0.descriptor } }
  }
}

/// A family of endpoints, which one definition file declares.
public struct EndpointGroup: Sendable {
  /// The group's name.
  public var name: String
  /// What the group is, in one sentence.
  public var summary: String
  /// The types of its endpoints, as declared.
  public var endpoints: [any Endpoint.Type]

  /// Creates a group.
  public init(name: String, summary: String, endpoints: [any Endpoint.Type]) {
    self.name = name
    self.summary = summary
    self.endpoints = endpoints
  }
}
