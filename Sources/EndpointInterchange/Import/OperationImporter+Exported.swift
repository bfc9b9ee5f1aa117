import EndpointDefinition
import EndpointModel

extension OperationImporter {
  /// Returns the endpoint of an operation in an export.
  mutating func exportedEndpoint(of source: OperationSource) -> EndpointDraft? {
    let node = source.node
    let basePath = node["x-base-path"]?.string
    let path = String(source.path.dropFirst((basePath ?? conventions.pathPrefix).count))
    let scope = TypeImporter.Scope.component(source.id)
    guard let parameters = parameters(of: source, path: path, in: scope) else { return nil }
    var draft = EndpointDraft(
      name: source.id, method: source.method, path: path, basePath: basePath,
      version: node["x-version"]?.string, documentation: types.documentation(of: node),
      roles: (node["x-roles"]?.elements ?? []).compactMap(\.string), parameters: parameters)
    draft.isPaginated = node.flag("x-paginated")
    draft.isAuthenticated = isAuthenticated(source)
    draft.body = node["requestBody"].flatMap { body in
      body["content"]?.members.first.map { media in
        BodyDraft(
          payload: exportedPayload(of: media.value, isPage: false, in: scope),
          contentType: exportedContentType(media), isRequired: body.flag("required"),
          examples: types.examples(of: media.value))
      }
    }
    draft.responses = exportedResponses(of: source, isPage: draft.isPaginated, in: scope)
    draft.waiters = (node["x-waiters"]?.elements ?? []).map(waiter)
    return draft
  }

  private mutating func exportedResponses(
    of source: OperationSource, isPage: Bool, in scope: TypeImporter.Scope
  ) -> [ResponseDraft] {
    var kinds: [Int: ResponseDraft] = [:]
    for response in source.responses where response.name != "default" {
      let contents = (response.value["content"]?.members ?? []).filter {
        !$0.value.flag("x-alternative") && !$0.value.flag("x-bodyless")
      }
      let bodyless = response.value["x-kind"]?.integer.map { ($0, response.value) }
      let all = contents.compactMap { media in
        media.value["x-kind"]?.integer.map { ($0, media.value, Optional(media)) }
      }
      for (kind, details, media) in all + [bodyless].compactMap(\.self).map({ ($0.0, $0.1, nil) }) {
        var draft =
          kinds[kind] ?? exportedResponse(details, media, isPage: isPage, in: scope)
        if draft.headerFields.isEmpty, let names = details["x-header-fields"]?.elements {
          var others = Set(
            (response.value["headers"]?.members ?? []).map { $0.name.lowercased() })
          others.subtract(names.compactMap { $0.string?.lowercased() })
          draft.headerFields = headerFields(of: response.value, except: &others, in: scope)
        }
        if let status = Int(response.name) {
          draft.statuses.append(status)
        } else {
          draft.matchesAnySuccess = true
        }
        kinds[kind] = draft
      }
    }
    return kinds.sorted { $0.key < $1.key }.map(\.value)
  }

  private mutating func exportedResponse(
    _ details: DocumentNode, _ media: DocumentObject.Member?, isPage: Bool,
    in scope: TypeImporter.Scope
  ) -> ResponseDraft {
    let paragraphs = (details["x-description"]?.elements ?? []).map { $0.string ?? "" }
    var draft = ResponseDraft(
      statuses: [], swiftName: details["x-swift-name"]?.string,
      documentation: Documentation(
        summary: paragraphs.first.flatMap { $0.isEmpty ? nil : $0 },
        details: paragraphs.dropFirst().first.flatMap { $0.isEmpty ? nil : $0 },
        deprecation: details["x-deprecation"]?.string,
        replacement: details["x-replacement"]?.string))
    if let media {
      draft.payload = exportedPayload(of: media.value, isPage: isPage, in: scope)
      draft.contentType = exportedContentType(media)
      draft.examples = types.examples(of: media.value)
    }
    return draft
  }

  private mutating func exportedPayload(
    of media: DocumentNode, isPage: Bool, in scope: TypeImporter.Scope
  ) -> Payload {
    let enveloped = media["x-enveloped"]?.string
    let document = media["schema"] ?? [:]
    let schema = enveloped.map { document["properties"]?[$0] ?? [:] } ?? document
    switch media["x-payload"]?.string {
    case "stream": return .stream
    case "data": return .data
    case "text": return .text
    default:
      guard isPage, let items = conventions.pagination?.items else {
        return .json(types.type(of: schema, in: scope).type)
      }
      return .json(types.type(of: schema["properties"]?[items] ?? [:], in: scope).type)
    }
  }

  /// Returns the media type if it is not that of the API's JSON.
  private func exportedContentType(_ media: DocumentObject.Member) -> String? {
    if media.value["x-payload"] == nil { return media.value.flag("x-explicit") ? media.name : nil }
    return media.value.flag("x-implicit") ? nil : media.name
  }

  /// Returns a waiter of an export.
  private func waiter(_ node: DocumentNode) -> WaiterDraft {
    func conditions(_ name: String) -> [WaiterDraft.Condition] {
      (node[name]?.elements ?? []).map { condition in
        WaiterDraft.Condition(
          field: condition["field"]?.string, value: condition["value"]?.string,
          status: condition["status"]?.integer,
          codes: (condition["codes"]?.elements ?? []).compactMap(\.string))
      }
    }
    return WaiterDraft(
      name: node["name"]?.string ?? "", documentation: types.documentation(of: node),
      interval: node["interval"]?.integer ?? 1, timeout: node["timeout"]?.integer ?? 1,
      success: conditions("success"), failure: conditions("failure"))
  }
}
