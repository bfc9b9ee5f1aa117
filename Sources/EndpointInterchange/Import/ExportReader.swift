import EndpointDefinition
import EndpointModel

/// Reads an export of definitions, with everything as it is in the definitions.
struct ExportReader {
  let document: OpenAPIDocument
  /// What only definitions say about the API.
  let definitions: DocumentNode
  private var importer: OperationImporter

  init(document: OpenAPIDocument, report: ImportReport) {
    self.document = document
    definitions = document.root[OpenAPIExporter.marker] ?? [:]
    let baseURL = definitions["baseURL"]?.string ?? ""
    var conventions = Conventions(baseURL: baseURL, pathPrefix: "")
    if definitions.flag("hasFullPaths") { conventions.pathPrefix = conventions.basePath }
    conventions.mediaType = definitions["mediaType"]?.string
    conventions.pagination = definitions["pagination"].map(Self.pagination)
    importer = OperationImporter(
      document: document, conventions: conventions,
      types: TypeImporter(document: document, report: report))
  }

  /// Returns the draft of the definitions.
  mutating func draft() -> (APIDraft, ImportReport) {
    let parameters = (document.root["components"]?["parameters"]?.members ?? []).map(\.value)
    importer.conventions.authentication = (document.root["security"]?.elements ?? [])
      .flatMap(\.members).map(\.name)
    importer.sharedNames = Set(
      parameters.filter { $0["in"]?.string == "query" }.compactMap { $0["name"]?.string })
    for schema in document.schemas {
      _ = importer.types.type(
        of: ["$ref": .text(OpenAPIDocument.schemas + schema.name)], in: .component(schema.name))
    }
    var api = APIDraft(
      name: definitions["name"]?.string ?? "", baseURL: importer.conventions.baseURL,
      service: definitions["service"]?.string, mediaType: importer.conventions.mediaType,
      documentation: importer.types.documentation(of: document.root["info"] ?? [:]),
      authentication: importer.conventions.authentication,
      envelope: definitions["envelope"].map(Self.envelope),
      pagination: importer.conventions.pagination,
      error: definitions["error"].map(Self.error))
    api.parameters = parameters.filter { !$0.flag("x-shared") }.compactMap { parameter($0) }
    api.pathParameters = parameters.filter { $0.flag("x-shared") }.compactMap { parameter($0) }
    var endpoints: [String: EndpointDraft] = [:]
    for source in document.operations(reportingTo: &importer.types.report) {
      for source in [source] + alternatives(of: source) {
        guard let draft = importer.exportedEndpoint(of: source) else { continue }
        endpoints[draft.name] = draft
      }
    }
    let tags = Dictionary(
      (document.root["tags"]?.elements ?? []).map { ($0["name"]?.string ?? "", $0) }
    ) { first, _ in first }
    api.files = (definitions["files"]?.elements ?? []).map { file($0, tags: tags, endpoints) }
    api.path = definitions["path"]?.string ?? "api.xml"
    api.setDefaultVersion()
    return (api, importer.types.report)
  }

  /// Returns the operations with the same method and path but other media types.
  private func alternatives(of source: OperationSource) -> [OperationSource] {
    (source.node["x-alternatives"]?.elements ?? []).map { node in
      var other = source
      other.node = node
      other.parameters = (node["parameters"]?.elements ?? []).compactMap(document.resolved)
      return other
    }
  }

  private mutating func parameter(_ node: DocumentNode) -> ParameterDraft? {
    guard let location = node["in"]?.string.flatMap(ParameterLocation.init) else { return nil }
    return importer.parameter(
      node, location, name: node["name"]?.string ?? "", in: .component("parameters"))
  }

  private func file(
    _ node: DocumentNode, tags: [String: DocumentNode], _ endpoints: [String: EndpointDraft]
  ) -> FileDraft {
    func names(_ member: String) -> [String] {
      (node[member]?.elements ?? []).compactMap(\.string)
    }
    let tag = node["tag"]?.string
    var file = FileDraft(
      path: node["path"]?.string ?? "", tag: tag,
      documentation: importer.types.documentation(of: tag.flatMap { tags[$0] } ?? node))
    file.endpoints = names("endpoints").compactMap { endpoints[$0] }
    file.types = names("types").compactMap { importer.types.declarations[$0]?.draft }
    if let codes = node["errorCodes"]?.array {
      file.errors = ErrorsDraft(
        codes: codes.map(errorCode),
        statuses: (node["errorStatuses"]?.elements ?? []).compactMap { status in
          guard let number = status["status"]?.integer, let code = status["code"]?.string else {
            return nil
          }
          return (number, code)
        })
    }
    return file
  }

  private func errorCode(_ node: DocumentNode) -> ErrorsDraft.Code {
    ErrorsDraft.Code(
      value: node["value"]?.string ?? "", status: node["status"]?.integer,
      swiftName: node["swiftName"]?.string,
      documentation: importer.types.documentation(of: node), hint: node["hint"]?.string)
  }

  // MARK: Conventions

  private static func pagination(_ node: DocumentNode) -> Pagination {
    Pagination(
      pageParameter: node["page"]?.string ?? "", sizeParameter: node["size"]?.string ?? "",
      countParameter: node["count"]?.string, items: node["items"]?.string ?? "",
      total: node["total"]?.string, firstPage: node["firstPage"]?.integer ?? 1,
      defaultSize: node["defaultSize"]?.integer ?? 1,
      maximumSize: node["maximumSize"]?.integer ?? 1)
  }

  private static func envelope(_ node: DocumentNode) -> Envelope {
    Envelope(
      switchParameter: node["switch"]?.string ?? "", status: node["status"]?.string ?? "",
      content: node["content"]?.string ?? "")
  }

  private static func error(_ node: DocumentNode) -> ErrorShape {
    ErrorShape(
      code: node["code"]?.string ?? "", detail: node["detail"]?.string ?? "",
      reason: node["reason"]?.string, parameters: node["parameters"]?.string)
  }
}

extension DocumentNode {
  /// The integer; `nil` for other values.
  var integer: Int? { number.flatMap { Int($0) } }
}

extension APIDraft {
  /// Takes the version that most endpoints have as that of the API.
  mutating func setDefaultVersion() {
    guard mediaType?.contains("{version}") == true else {
      for file in files.indices {
        for index in files[file].endpoints.indices { files[file].endpoints[index].version = nil }
      }
      return
    }
    let counts = Dictionary(grouping: files.flatMap(\.endpoints).compactMap(\.version)) { $0 }
    version = counts.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
    for file in files.indices {
      for index in files[file].endpoints.indices
      where files[file].endpoints[index].version == version {
        files[file].endpoints[index].version = nil
      }
    }
  }
}
