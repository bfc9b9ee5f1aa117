import EndpointHelp
import EndpointModel
import EndpointRuntime
import Foundation

extension ControlEndpoint {
  /// The endpoints of each API.
  var operations: Data {
    struct API: Encodable {
      var api: String
      var operations: [EndpointListing]
    }
    let apis = catalogs.map { catalog in
      API(
        api: catalog.api.name,
        operations: catalog.endpoints.map { EndpointListing($0, of: catalog.api) })
    }
    return (try? JSONEncoder().encode(apis)) ?? Data()
  }

  /// Returns what a form for requests of an endpoint needs.
  func operation(_ name: String, of api: String) async throws(ControlError) -> JSON {
    guard let catalog = catalogs.first(where: { $0.api.name == api }) else {
      throw ControlError(404, "There is no API \(api).")
    }
    guard let endpoint = catalog.endpoint(name) else {
      throw ControlError(404, "\(api) has no operation \(name).")
    }
    let details = catalog.details(of: name)
    let known = await store.values(for: endpoint.path)
    var members: [String: JSON] = [
      "api": .string(api), "name": .string(name), "tag": .string(endpoint.tag),
      "summary": .string(endpoint.summary), "method": .string(endpoint.method),
      "path": .string(catalog.path(of: endpoint)),
      "accept": .string(endpoint.accept.joined(separator: ", ")),
      "deprecated": .bool(endpoint.isDeprecated),
      "parameters": .array(
        catalog.describedParameters(of: endpoint).map { described in
          described.document(
            known: described.parameter.location == .path
              ? known[described.parameter.name] ?? [] : [])
        }),
    ]
    members["description"] = details?.documentation.details.map { .string($0) }
    if let body = endpoint.body {
      let example = BodyExample(catalog: catalog, endpoint: endpoint).document
      members["body"] = [
        "type": .string(body.description), "contentType": .string(endpoint.bodyContentType),
        "required": .bool(details?.body?.isRequired ?? true),
        "example": example.map { .string($0) } ?? .null,
      ]
    }
    return .object(members)
  }
}

extension EndpointCatalog {
  /// Returns the path template of an endpoint with its base path.
  fileprivate func path(of endpoint: EndpointDescriptor) -> String {
    let base = endpoint.basePath ?? URLComponents(string: api.baseURL)?.percentEncodedPath ?? ""
    return base + endpoint.path.description
  }
}

extension DescribedParameter {
  /// The parameter as JSON.
  ///
  /// - Parameter known: Values of stored resources.
  fileprivate func document(known: [String]) -> JSON {
    var members: [String: JSON] = [
      "name": .string(parameter.name), "in": .string(parameter.location.rawValue),
      "type": .string(parameter.type.description), "required": .bool(parameter.isRequired),
    ]
    members["summary"] = summary.map { .string($0) }
    members["default"] = parameter.defaultValue.map { .string($0) }
    members["unit"] = parameter.unit.map { .string($0.rawValue) }
    if parameter.listStyle == .repeated { members["repeated"] = true }
    if !values.isEmpty { members["values"] = .array(values.map { .string($0) }) }
    if !known.isEmpty { members["known"] = .array(known.map { .string($0) }) }
    return .object(members)
  }
}

extension ResourceStore {
  /// Returns the values that the placeholders of a path can have for it to be that of a stored
  /// resource. Each value fits the first values of the placeholders that precede it.
  fileprivate func values(for path: PathTemplate) -> [String: [String]] {
    let maximumCount = 50
    var values: [String: [String]] = [:]
    var filled = ""
    var collection = ""
    for segment in path.segments {
      switch segment.first {
      case .text(let text) where segment.count == 1:
        filled += "/" + text
        collection = filled
      case .placeholder(let name) where segment.count == 1:
        let templates = ItemTemplate("{\(name)}").alternatives
        let found = resources(in: collection).compactMap { resource in
          templates.lazy.compactMap { $0.filled(by: resource.identity) }.first
        }
        guard let first = found.first else { return values }
        var seen: Set<String> = []
        values[name] = Array(found.filter { seen.insert($0).inserted }.prefix(maximumCount))
        filled += "/" + first.percentEncoded
      default: return values
      }
    }
    return values
  }
}
