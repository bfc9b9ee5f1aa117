package import EndpointDefinition
import EndpointModel

/// Exports definitions as an OpenAPI 3.1 document.
///
/// What OpenAPI has no word for is in members that begin with `x-`, so that an import of the
/// document yields the same definitions.
package struct OpenAPIExporter: Sendable {
  let api: APIModel
  let types: TypeIndex

  /// Creates an exporter of definitions.
  package init(_ api: APIModel) {
    self.api = api
    types = TypeIndex(api)
  }

  /// The member of the document with what only definitions say about the API.
  static let marker = "x-endpoint-definitions"

  /// Whether paths are relative to the host, since some endpoints have a base path of their own.
  var hasFullPaths: Bool { api.endpoints.contains { $0.basePath != nil } }

  /// Returns the document.
  package var document: DocumentNode {
    var info: DocumentNode = [
      "title": .text(api.name),
      "summary": .text(api.documentation.summary),
      "description": .text(api.documentation.details),
      "version": "1.0",
    ]
    info.set(
      "x-without-summary",
      .flag(api.documentation.summary == nil && api.documentation.details != nil))
    info.set("version", .text(api.endpoints.compactMap(\.version).max() ?? "1.0"))
    return [
      "openapi": "3.1.0",
      "info": info,
      "servers": [["url": .text(hasFullPaths ? origin : api.baseURL)]],
      "security": .list(
        api.authentication.map { DocumentNode.object([($0.rawValue, [])]) }),
      "tags": .list(tags),
      "paths": paths,
      "components": components,
      Self.marker: definitions,
    ]
  }

  /// The scheme and the host of the base URL.
  private var origin: String {
    api.baseURL.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
      .prefix(3).joined(separator: "/")
  }

  private var tags: [DocumentNode] {
    api.files.compactMap { file in
      file.tag.map { tag in
        var node: DocumentNode = ["name": .text(tag)]
        node.add(documentation(file.documentation))
        return node
      }
    }
  }

  // MARK: Components

  private var components: DocumentNode {
    [
      "schemas": .optional(api.types.map { ($0.name, schema(of: $0)) }),
      "parameters": .optional(
        sharedParameters.map { (parameterKey($0), parameter($0)) }
          + api.pathParameters.map { parameter in
            var node = self.parameter(parameter)
            node.set("x-shared", true)
            return ("path-" + key(parameter.name), node)
          }),
      "responses": .optional(
        api.error.map { [("Error", errorResponse($0))] } ?? []),
      "securitySchemes": .optional(
        api.authentication.map { ($0.rawValue, securityScheme($0)) }),
    ]
  }

  /// The parameters of all endpoints and those of pages.
  private var sharedParameters: [ParameterModel] { api.parameters }

  /// Returns the name of a shared parameter among the components.
  func parameterKey(_ parameter: ParameterModel) -> String { "query-" + key(parameter.name) }

  /// Returns a name with the characters that a component's name can have.
  func key(_ name: String) -> String {
    String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) ? $0 : "_" })
  }

  private func errorResponse(_ error: ErrorShape) -> DocumentNode {
    var properties: [(String, DocumentNode)] = [
      (error.code, ["type": "string"]), (error.detail, ["type": "string"]),
    ]
    if let reason = error.reason { properties.append((reason, ["type": "string"])) }
    if let parameters = error.parameters { properties.append((parameters, ["type": "array"])) }
    return [
      "description": "The request failed.",
      "content": [
        "application/json": [
          "schema": ["type": "object", "properties": .object(properties)]
        ]
      ],
    ]
  }

  private func securityScheme(_ scheme: AuthenticationScheme) -> DocumentNode {
    switch scheme {
    case .digest, .basic, .bearer: ["type": "http", "scheme": .text(scheme.rawValue)]
    case .oauthClientCredentials:
      [
        "type": "oauth2",
        "flows": [
          "clientCredentials": ["tokenUrl": .text(origin + "/api/oauth/token"), "scopes": [:]]
        ],
      ]
    case .apiKey: ["type": "apiKey", "in": "header", "name": "X-API-Key"]
    }
  }

  // MARK: What only definitions say

  private var definitions: DocumentNode {
    [
      "name": .text(api.name),
      "path": .text(api.path),
      "baseURL": .text(api.baseURL),
      "hasFullPaths": .flag(hasFullPaths),
      "service": api.service.flatMap { .text("\($0.module).\($0.type)") },
      "mediaType": .text(api.mediaType),
      "envelope": api.envelope.map { envelope in
        [
          "switch": .text(envelope.switchParameter), "status": .text(envelope.status),
          "content": .text(envelope.content),
        ]
      },
      "pagination": api.pagination.map(pagination),
      "error": api.error.map { error in
        [
          "code": .text(error.code), "detail": .text(error.detail),
          "reason": .text(error.reason), "parameters": .text(error.parameters),
        ]
      },
      "files": .list(api.files.filter { $0.path != api.path }.map(file)),
    ]
  }

  private func pagination(_ pagination: Pagination) -> DocumentNode {
    [
      "page": .text(pagination.pageParameter), "size": .text(pagination.sizeParameter),
      "count": .text(pagination.countParameter), "items": .text(pagination.items),
      "total": .text(pagination.total), "firstPage": .number(pagination.firstPage),
      "defaultSize": .number(pagination.defaultSize),
      "maximumSize": .number(pagination.maximumSize),
    ]
  }

  private func file(_ file: FileModel) -> DocumentNode {
    var node: DocumentNode = [
      "path": .text(file.path),
      "tag": .text(file.tag),
      "endpoints": .list(file.endpoints.map(\.name)),
      "types": .list(file.types.map(\.name)),
      "errorCodes": file.errorCodes.map { DocumentNode(.array($0.codes.map(errorCode))) },
      "errorStatuses": file.errorCodes.flatMap { codes in
        .list(codes.statuses.map { ["status": .number($0.value), "code": .text($0.code)] })
      },
    ]
    if file.tag == nil { node.add(documentation(file.documentation)) }
    return node
  }

  private func errorCode(_ code: ErrorCodesModel.Code) -> DocumentNode {
    var node: DocumentNode = [
      "value": .text(code.value), "status": .number(code.status),
      "swiftName": .text(code.swiftName), "hint": .text(code.hint),
    ]
    node.add(documentation(code.documentation))
    return node
  }

  // MARK: Documentation

  /// Returns the members for documentation: the summary is the first paragraph of the description.
  func documentation(_ documentation: Documentation) -> DocumentNode {
    let paragraphs = [documentation.summary, documentation.details].compactMap(\.self)
    return [
      "description": paragraphs.isEmpty ? nil : .text(paragraphs.joined(separator: "\n\n")),
      "x-without-summary": .flag(documentation.summary == nil && documentation.details != nil),
      "deprecated": .flag(documentation.isDeprecated),
      "x-deprecation": .text(documentation.deprecation),
      "x-replacement": .text(documentation.replacement),
    ]
  }
}
