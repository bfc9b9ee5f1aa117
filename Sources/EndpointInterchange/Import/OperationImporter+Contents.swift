import EndpointDefinition
import EndpointModel

extension OperationImporter {
  /// The content of a response or a body in one media type.
  struct Content {
    var mediaType: String
    var schema: DocumentNode?
    var node: DocumentNode
    var isJSON: Bool
  }

  /// The contents of the responses of an operation.
  struct Contents {
    /// The newest version that a response or the body has.
    var version: String?
    var responses: [(status: String, node: DocumentNode, content: Content?, others: [Content])] = []
  }

  /// Returns the contents of the responses of success, of which JSON precedes other media types.
  mutating func contents(of source: OperationSource, in scope: TypeImporter.Scope) -> Contents {
    var success = source.responses.filter { $0.name.hasPrefix("2") }
    if success.isEmpty { success = source.responses.filter { $0.name == "default" } }
    success += source.responses.filter { $0.name == "102" }
    let resolved = success.compactMap { member in
      document.resolved(member.value).map { (member.name, $0) }
    }
    var contents = Contents()
    let body = source.node["requestBody"].flatMap(document.resolved)
    let names = (resolved.map(\.1) + [body].compactMap(\.self)).flatMap { node in
      (node["content"]?.members ?? []).map(\.name.essence)
    }
    contents.version = names.compactMap(conventions.version).max { $0.isOlder(than: $1) }
    for (status, node) in resolved {
      let all = self.contents(of: node, version: contents.version)
      let json = all.first(where: \.isJSON)
      contents.responses.append(
        (
          status, node, json ?? all.first,
          json == nil ? Array(all.dropFirst()) : all.filter { !$0.isJSON }
        ))
    }
    return contents
  }

  /// Returns the contents of a response or a body, one of them at most in JSON.
  mutating func contents(of node: DocumentNode, version: String?) -> [Content] {
    let all = (node["content"]?.members ?? []).map { member in
      let schema = member.value["schema"] ?? member.value["itemSchema"]
      let essence = member.name.essence
      return Content(
        mediaType: essence, schema: schema, node: member.value,
        isJSON: essence.isJSONMediaType || isJSON(essence, schema))
    }
    let json = all.filter(\.isJSON)
    let chosen =
      json.max { a, b in
        let (a, b) = (conventions.version(in: a.mediaType), conventions.version(in: b.mediaType))
        return a.map { a in b.map { a.isOlder(than: $0) } ?? false } ?? (b != nil)
      }.flatMap { newest in
        conventions.version(in: newest.mediaType) != nil
          ? newest : json.first { $0.mediaType == "application/json" } ?? json.first
      }
    for content in json where content.mediaType != chosen?.mediaType {
      types.report.add(
        conventions.version(in: content.mediaType) == nil
          ? "another media type of JSON is left out" : "an older version is left out",
        at: content.node)
    }
    return [chosen].compactMap(\.self) + all.filter { !$0.isJSON }
  }

  /// Whether a range of media types is JSON by its schema.
  private func isJSON(_ mediaType: String, _ schema: DocumentNode?) -> Bool {
    guard ["*/*", "application/*", "application/*+json"].contains(mediaType),
      let schema = schema.flatMap(document.resolved)
    else { return false }
    return schema.kind != .string
  }

  /// Returns the media type for a definition; `nil` if it is that of the API's JSON.
  func contentType(of content: Content, version: String?) -> String? {
    let mediaType = content.mediaType
    if content.isJSON, mediaType.contains("*") { return nil }
    guard content.isJSON else { return mediaType }
    let usual = (conventions.mediaType ?? "application/json")
      .replacing("{version}", with: version ?? "")
    return mediaType == usual ? nil : mediaType
  }

  // MARK: Responses

  /// Returns the responses of an endpoint, and those in further media types with the suffixes of
  /// their endpoints' names; `nil` if there is no success.
  mutating func responses(
    of source: OperationSource, _ contents: Contents, in scope: TypeImporter.Scope
  ) -> (main: [ResponseDraft], others: [(suffix: String, ResponseDraft)])? {
    var main: [ResponseDraft] = []
    var others: [(String, ResponseDraft)] = []
    var names = conventions.headerFields.union(["content-type"])
    for (status, node, content, further) in contents.responses {
      let number = Int(status)
      var draft = ResponseDraft(
        statuses: number.map { [$0] } ?? [], matchesAnySuccess: number == nil)
      if let content, number != 102, number != 204, number != 205 {
        fill(&draft, with: content, version: contents.version, in: scope)
      }
      draft.headerFields = headerFields(of: node, except: &names, in: scope)
      main.append(draft)
      for content in further {
        guard Self.isWorthAnEndpoint(content.mediaType) else {
          types.report.add("a further media type of the response is left out", at: content.node)
          continue
        }
        var other = draft
        other.payload = nil
        other.headerFields = []
        other.examples = []
        fill(&other, with: content, version: contents.version, in: scope)
        others.append((Self.suffix(of: content.mediaType), other))
      }
    }
    guard !main.isEmpty else {
      types.report.add("an operation without a response of success is left out", at: source.node)
      return nil
    }
    let merged = merged(main)
    guard merged.count == 1 else {
      return (merged.map(\.withoutStream), others)
    }
    return (merged, others)
  }

  private mutating func fill(
    _ draft: inout ResponseDraft, with content: Content, version: String?,
    in scope: TypeImporter.Scope
  ) {
    let contentType = contentType(of: content, version: version)
    if content.isJSON {
      guard let schema = content.schema else {
        types.report.add("content without a schema is ignored", at: content.node)
        return
      }
      let imported = types.type(of: schema, in: scope.part("response"))
      draft.payload = .json(imported.type)
      draft.examples = types.examples(of: content.node)
    } else {
      draft.payload = payload(of: content)
    }
    draft.contentType = contentType.map { $0.contains("*") ? "application/octet-stream" : $0 }
  }

  /// Returns the payload of content that is not JSON.
  func payload(of content: Content) -> Payload {
    let schema = content.schema.flatMap(document.resolved)
    let isBinary = schema?["format"]?.string == "binary" || schema == nil
    let name = content.mediaType
    let isText =
      name.hasPrefix("text/") || ["csv", "xml", "yaml", "plain"].contains { name.hasSuffix($0) }
    if name == "text/event-stream" { return .stream }
    if isText { return .text }
    return isBinary || schema?.kind != .string ? .stream : .text
  }

  /// Joins statuses whose responses are the same.
  private func merged(_ drafts: [ResponseDraft]) -> [ResponseDraft] {
    var merged: [ResponseDraft] = []
    for draft in drafts {
      let index = merged.firstIndex {
        $0.payload == draft.payload && $0.contentType == draft.contentType
          && $0.swiftName == draft.swiftName
      }
      if let index {
        merged[index].statuses += draft.statuses
        merged[index].headerFields += draft.headerFields
        if draft.matchesAnySuccess { merged[index].matchesAnySuccess = true }
      } else {
        merged.append(draft)
      }
    }
    return merged
  }

  /// Whether content in a media type beside JSON is other than the same content once more.
  private static func isWorthAnEndpoint(_ mediaType: String) -> Bool {
    ["csv", "gzip", "zip", "pdf", "octet-stream", "event-stream"].contains {
      mediaType.hasSuffix($0)
    } || mediaType.hasPrefix("image/")
  }

  private static func suffix(of mediaType: String) -> String {
    let name = mediaType.split { "/+.-".contains($0) }.last.map(String.init) ?? ""
    return name.count <= 4 ? name.uppercased() : name.prefix(1).uppercased() + name.dropFirst()
  }

  // MARK: Header fields

  /// Returns the header fields of a response.
  ///
  /// - Parameter names: The names that are declared already or not at all, in lower case.
  mutating func headerFields(
    of response: DocumentNode, except names: inout Set<String>, in scope: TypeImporter.Scope
  ) -> [HeaderFieldDraft] {
    (response["headers"]?.members ?? []).compactMap { member in
      guard names.insert(member.name.lowercased()).inserted,
        let node = document.resolved(member.value)
      else { return nil }
      guard member.name.isHeaderFieldName else {
        types.report.add("a header field with this name cannot be expressed", at: member.value)
        return nil
      }
      let imported = types.type(
        of: node["schema"] ?? ["type": "string"], in: scope.part(member.name))
      var type = imported.type
      switch type {
      case .scalar(.json), .scalar(.data), .list, .map: type = .string
      case .named(let key):
        switch types.declarations[key]?.draft.form {
        case .structure, .union: type = .string
        default: break
        }
      case .scalar: break
      }
      if type != imported.type {
        types.report.add("a header field that is a list or an object is a String", at: member.value)
      }
      return HeaderFieldDraft(
        name: member.name, swiftName: node["x-swift-name"]?.string, type: type,
        unit: type == imported.type ? imported.unit : nil,
        documentation: types.documentation(of: node))
    }
  }

  // MARK: Bodies

  /// Adds the body to an endpoint; returns `false` if the operation cannot be expressed without it.
  mutating func body(
    of source: OperationSource, in scope: TypeImporter.Scope, into draft: inout EndpointDraft
  ) -> Bool {
    guard let reference = source.node["requestBody"] else { return true }
    guard let node = document.resolved(reference) else {
      types.report.add("the body refers to nothing in this document", at: reference)
      return true
    }
    if source.method == "HEAD" {
      types.report.add("the body of a \(source.method) request is left out", at: node)
      return true
    }
    let contents = contents(of: node, version: draft.version)
    guard
      let content = contents.first(where: \.isJSON)
        ?? contents.first(where: {
          !$0.mediaType.hasPrefix("multipart/") && !$0.mediaType.contains("*")
        })
    else {
      types.report.add("an operation with a body in parts is left out", at: node)
      return !node.flag("required")
    }
    for other in contents where other.mediaType != content.mediaType {
      types.report.add("a further media type of the body is left out", at: other.node)
    }
    let contentType = contentType(of: content, version: draft.version)
    var body = BodyDraft(
      payload: .data, contentType: contentType,
      isRequired: node["required"]?.bool ?? false)
    if content.isJSON {
      let imported = content.schema.map { types.type(of: $0, in: scope.part("body")) }
      body.payload = .json(imported?.type ?? .json)
      body.examples = types.examples(of: content.node)
    } else {
      let payload = payload(of: content)
      body.payload = payload == .stream ? .data : payload
      if content.mediaType == "application/x-www-form-urlencoded" {
        types.report.add("the fields of a form are one String", at: content.node)
        body.payload = .text
      }
    }
    draft.body = body
    return true
  }
}

extension ResponseDraft {
  /// The response with its bytes in memory, as one of several kinds.
  fileprivate var withoutStream: ResponseDraft {
    var draft = self
    if payload == .stream { draft.payload = .data }
    return draft
  }
}
