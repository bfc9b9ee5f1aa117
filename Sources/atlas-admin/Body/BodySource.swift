import EndpointModel
import EndpointRuntime
import Foundation

/// Creates the body of a request from the options of the command.
struct BodySource {
  /// The path of a file with the body, `-` for standard input; `nil` for none.
  let file: String?
  /// The assignments to properties.
  let assignments: [String]

  /// Returns the body of a request; `nil` if no option gives one.
  ///
  /// - Throws: A usage failure that names the problem.
  func body(for endpoint: EndpointDescriptor, in catalog: EndpointCatalog) throws -> Data? {
    let content = try file.map { try BodyInput(file: $0).read() }
    guard let type = endpoint.body?.jsonType else {
      guard assignments.isEmpty else {
        throw CommandFailure(
          .usage,
          endpoint.body == nil
            ? "\(endpoint.name) has no body; leave out --set"
            : "the body of \(endpoint.name) is not JSON; use --body instead of --set")
      }
      return content
    }
    if let content { try check(content) }
    guard !assignments.isEmpty else { return content }
    let parsed = try assignments.map(BodyAssignment.init)
    let document = content.flatMap(JSONCoding.document)
    guard content == nil || document != nil else {
      throw CommandFailure(.usage, "the body is nested too deeply or has a number out of range")
    }
    let builder = BodyBuilder(types: catalog.types, type: type)
    let result = try builder.document(document, setting: parsed)
    // A given document and an update can rely on more than the definition says.
    if content == nil, endpoint.method != "PATCH" {
      try check(result, type, of: endpoint, in: catalog)
    }
    return try JSONCoding.encode(result)
  }

  /// Checks that the properties of a document are complete.
  private func check(
    _ document: JSON, _ type: TypeReference, of endpoint: EndpointDescriptor,
    in catalog: EndpointCatalog
  ) throws {
    let missing = RequiredProperties(types: catalog.types).missing(in: document, type)
    guard !missing.isEmpty else { return }
    throw CommandFailure(
      .usage,
      "the body of \(endpoint.name) needs \(missing.joined(separator: ", ")); set each with --set, "
        + "or begin with 'atlas-admin explain \(endpoint.name) --example'")
  }

  private func check(_ body: Data) throws {
    guard !body.isEmpty else {
      throw CommandFailure(.usage, "the body is not a JSON document: it is empty")
    }
    do {
      try JSONSyntax.check(body)
    } catch {
      throw CommandFailure(.usage, "the body is not a JSON document: \(error)")
    }
  }
}
