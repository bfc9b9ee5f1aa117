package import EndpointRuntime

/// Creates requests with sample arguments. Generated from the definitions of an API.
package protocol SampleProvider: Sendable {
  /// The API of the requests.
  associatedtype API: EndpointAPI

  /// Returns a request of the endpoint of a name; `nil` if there is none.
  func request(_ name: String, _ arguments: SampleArguments) throws -> (any Endpoint<API>)?
}
