import EndpointDefinition
import EndpointModel

extension OpenAPIExporter {
  /// The path items, with the endpoints in the order of the files.
  var paths: DocumentNode {
    var items = DocumentObject()
    for file in api.files {
      for endpoint in file.endpoints {
        let path = path(of: endpoint)
        let method = endpoint.method.lowercased()
        var item = items[path] ?? [:]
        let operation = operation(endpoint, tag: file.tag)
        if var first = item[method] {
          first.addAlternative(operation)
          item.set(method, first)
        } else {
          item.set(method, operation)
        }
        items[path] = item
      }
    }
    return DocumentNode(.object(items))
  }

  private func path(of endpoint: OperationModel) -> String {
    guard hasFullPaths else { return endpoint.path.description }
    return (endpoint.basePath ?? basePath) + endpoint.path.description
  }

  /// The path of the base URL.
  private var basePath: String {
    let parts = api.baseURL.split(
      separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    return parts.count > 3 ? "/" + parts[3] : ""
  }

  private func operation(_ endpoint: OperationModel, tag: String?) -> DocumentNode {
    var node: DocumentNode = [
      "operationId": .text(endpoint.name),
      "tags": .list([tag].compactMap(\.self)),
      "summary": .text(endpoint.documentation.summary),
      "description": .text(endpoint.documentation.details),
      "deprecated": .flag(endpoint.documentation.isDeprecated),
      "x-deprecation": .text(endpoint.documentation.deprecation),
      "x-replacement": .text(endpoint.documentation.replacement),
      "x-roles": .list(endpoint.roles),
      "x-base-path": .text(endpoint.basePath),
      "x-version": .text(endpoint.version),
      "x-paginated": .flag(endpoint.isPaginated),
    ]
    if !endpoint.isAuthenticated { node.set("security", DocumentNode(.array([]))) }
    node.set("parameters", .list(parameters(of: endpoint)))
    if let body = endpoint.body { node.set("requestBody", requestBody(body, of: endpoint)) }
    node.set("responses", responses(of: endpoint))
    node.set("x-waiters", .list(endpoint.waiters.map(waiter)))
    return node
  }

  // MARK: Parameters

  private func parameters(of endpoint: OperationModel) -> [DocumentNode] {
    let overrides = endpoint.overrides.map { override in
      var node = parameter(override)
      node.set("x-override", true)
      return node
    }
    let shared = api.parameters.filter { parameter in
      !endpoint.overrides.contains { $0.name == parameter.name }
    }.map { ["$ref": .text("#/components/parameters/\(parameterKey($0))")] as DocumentNode }
    return endpoint.parameters.map(parameter) + overrides
      + (endpoint.isPaginated ? pageParameters : []) + shared
  }

  private var pageParameters: [DocumentNode] {
    (api.pagination?.parameters ?? []).map { parameter in
      var schema = schema(of: parameter.type, constraints: parameter.constraints)
      schema.set("default", defaultValue(parameter.defaultValue, of: parameter.type))
      return [
        "name": .text(parameter.name), "in": "query", "schema": schema, "x-page": true,
      ]
    }
  }

  /// Returns the parameter object of a parameter.
  func parameter(_ model: ParameterModel) -> DocumentNode {
    var node: DocumentNode = [
      "name": .text(model.name), "in": .text(model.parameterLocation.rawValue),
      "required": .flag(model.isRequired),
    ]
    node.add(documentation(model.documentation))
    if types.isList(model.type), model.parameterLocation == .query {
      node.set("explode", DocumentNode(.bool(model.isExploded)))
    }
    var schema = schema(of: model.type, unit: model.unit, constraints: model.constraints)
    schema.set("default", defaultValue(model.defaultValue, of: model.type))
    node.set("schema", schema)
    node.set("x-swift-name", .text(model.swiftName))
    return node
  }

  private func defaultValue(_ text: String?, of type: TypeReference) -> DocumentNode? {
    guard let text else { return nil }
    switch types.underlying(type) {
    case .scalar(.bool): return DocumentNode(.bool(text == "true"))
    case .scalar(.int), .scalar(.int64), .scalar(.double), .scalar(.decimal), .scalar(.duration):
      return DocumentNode(text.isJSONNumber ? .number(text) : .string(text))
    default: return DocumentNode(.string(text))
    }
  }

  // MARK: Contents

  private func requestBody(_ body: BodyModel, of endpoint: OperationModel) -> DocumentNode {
    var media = media(of: body.payload, examples: body.examples)
    media.setExplicit(body.contentType, body.payload)
    return [
      "required": .flag(body.isRequired),
      "content": .object([(body.contentType ?? api.mediaType(of: endpoint), media)]),
    ]
  }

  private func responses(of endpoint: OperationModel) -> DocumentNode {
    var responses = DocumentObject()
    for (index, model) in endpoint.responses.enumerated() {
      let statuses = model.statuses.map(String.init) + (model.matchesAnySuccess ? ["2XX"] : [])
      for status in statuses {
        var response = responses[status] ?? ["description": "Success."]
        if !model.headerFields.isEmpty {
          var headers = response["headers"] ?? [:]
          for field in model.headerFields { headers.set(field.name, header(field)) }
          response.set("headers", headers)
        }
        var content = response["content"] ?? [:]
        var details = self.details(of: model, index: index)
        if let payload = model.payload {
          var media = media(
            of: payload, examples: model.examples,
            isPage: endpoint.isPaginated)
          if payload.jsonType != nil { envelop(&media, of: endpoint) }
          media.add(details)
          media.setExplicit(model.contentType, payload)
          content.set(model.contentType ?? api.mediaType(of: endpoint), media)
        } else {
          details.set("x-bodyless", true)
          if let summary = model.documentation.summary {
            response.set("description", .text(summary))
          }
          response.add(details)
          // The media type is requested all the same.
          if api.mediaType != nil, !model.isInterim, content.members.isEmpty {
            content.set(api.mediaType(of: endpoint), ["x-bodyless": true])
          }
        }
        if !content.members.isEmpty { response.set("content", content) }
        responses[status] = response
      }
    }
    if api.error != nil { responses["default"] = ["$ref": "#/components/responses/Error"] }
    return DocumentNode(.object(responses))
  }

  /// Puts a schema into the envelope that a response has unless a request asks for none.
  private func envelop(_ media: inout DocumentNode, of endpoint: OperationModel) {
    guard let envelope = api.envelope, endpoint.isEnveloped(by: envelope) else { return }
    let properties: [(String, DocumentNode)] = [
      (envelope.content, media["schema"] ?? [:]), (envelope.status, ["type": "integer"]),
    ]
    media.set("schema", ["type": "object", "properties": .object(properties)])
    media.set("x-enveloped", .text(envelope.content))
  }

  /// Returns what distinguishes one kind of response from others.
  private func details(of model: ResponseModel, index: Int) -> DocumentNode {
    let paragraphs = [model.documentation.summary, model.documentation.details]
    return [
      "x-kind": .number(index), "x-header-fields": .list(model.headerFields.map(\.name)),
      "x-swift-name": .text(model.swiftName),
      "x-description": .list(
        paragraphs.map { $0 ?? "" }.contains { !$0.isEmpty } ? paragraphs.map { $0 ?? "" } : []),
      "x-deprecation": .text(model.documentation.deprecation),
      "x-replacement": .text(model.documentation.replacement),
    ]
  }

  private func header(_ field: HeaderFieldModel) -> DocumentNode {
    var node: DocumentNode = ["schema": schema(of: field.type, unit: field.unit)]
    node.add(documentation(field.documentation))
    node.set("x-swift-name", .text(field.swiftName))
    return node
  }

  private func media(
    of payload: Payload, examples: [JSONExample], isPage: Bool = false
  ) -> DocumentNode {
    var node: DocumentNode
    switch payload {
    case .json(let type): node = ["schema": isPage ? pageSchema(type) : schema(of: type)]
    case .text: node = ["schema": ["type": "string"], "x-payload": "text"]
    case .data: node = ["schema": ["type": "string", "format": "binary"], "x-payload": "data"]
    case .stream: node = ["schema": ["type": "string", "format": "binary"], "x-payload": "stream"]
    }
    let named = examples.enumerated().compactMap { index, example in
      example.node.map { value in
        (
          example.name ?? "example\(index + 1)",
          ["value": value, "x-unnamed": .flag(example.name == nil)] as DocumentNode
        )
      }
    }
    node.set("examples", .optional(named))
    return node
  }

  /// Returns the schema of a page of items of a type.
  private func pageSchema(_ item: TypeReference) -> DocumentNode {
    guard let pagination = api.pagination else { return schema(of: .list(item)) }
    var properties: [(String, DocumentNode)] = [(pagination.items, schema(of: .list(item)))]
    if let total = pagination.total { properties.append((total, ["type": "integer"])) }
    return [
      "type": "object", "required": .list([pagination.items]),
      "properties": .object(properties),
    ]
  }

  // MARK: Waiters

  private func waiter(_ model: WaiterModel) -> DocumentNode {
    func conditions(_ conditions: [WaiterModel.Condition]) -> [DocumentNode] {
      conditions.flatMap { condition -> [DocumentNode] in
        if condition.path.isEmpty {
          return condition.statuses.map { ["status": .number($0)] as DocumentNode }
        }
        let values = condition.values.isEmpty ? [nil] : condition.values.map { $0 as String? }
        return values.map { ["field": .text(condition.member), "value": .text($0)] }
      }
    }
    let statuses = model.successStatuses.enumerated().map { index, status -> DocumentNode in
      ["status": .number(status), "codes": index == 0 ? .list(model.successCodes) : nil]
    }
    var node: DocumentNode = [
      "name": .text(model.name), "interval": .number(model.interval),
      "timeout": .number(model.timeout),
      "success": .list(conditions(model.success) + statuses),
      "failure": .list(conditions(model.failure)),
    ]
    node.add(documentation(model.documentation))
    return node
  }
}

extension DocumentNode {
  /// Records whether a media type is written where it is not expected.
  fileprivate mutating func setExplicit(_ contentType: String?, _ payload: Payload) {
    let isJSON = payload.jsonType != nil
    set("x-explicit", .flag(isJSON && contentType != nil))
    set("x-implicit", .flag(!isJSON && contentType == nil))
  }

  /// Adds an operation with the same method and path but other media types.
  fileprivate mutating func addAlternative(_ operation: DocumentNode) {
    set(
      "x-alternatives", DocumentNode(.array((self["x-alternatives"]?.elements ?? []) + [operation]))
    )
    var responses = self["responses"] ?? [:]
    for member in operation["responses"]?.members ?? [] where member.value["$ref"] == nil {
      var response = responses[member.name] ?? member.value
      var content = response["content"] ?? [:]
      for media in member.value["content"]?.members ?? [] where content[media.name] == nil {
        var node = media.value
        node.set("x-alternative", true)
        content.set(media.name, node)
      }
      response.set("content", content.members.isEmpty ? nil : content)
      responses.set(member.name, response)
    }
    set("responses", responses)
  }
}
