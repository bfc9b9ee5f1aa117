import EndpointDefinition
import EndpointModel

/// Imports an OpenAPI document as definitions.
package struct OpenAPIImporter: Sendable {
  /// The name of the API.
  package var name: String
  /// The absolute URL of the server; `nil` for the document's.
  package var baseURL: String?
  /// The names of operations, schemas, and tags that differ from the derived ones.
  package var names: NameList
  /// The base URL of definitions that exist, which the paths of the document are divided by.
  var definitionsURL: String?

  /// Creates an importer.
  package init(name: String, baseURL: String? = nil, names: NameList = .init()) {
    self.name = name
    self.baseURL = baseURL
    self.names = names
  }

  /// Definitions for a document.
  package struct Result: Sendable {
    /// The canonical texts of the files by their paths.
    package var files: [String: String]
    /// What the document says, for later synchronization.
    package var facts: DocumentFacts
    /// What could not be expressed, by location.
    package var diagnostics: [ImportDiagnostic]
    /// The number of endpoints.
    package var endpointCount: Int
    /// The number of types.
    package var typeCount: Int
  }

  /// Returns the definitions for a document.
  ///
  /// - Parameter file: The path of the document for diagnostics.
  package func importing(_ bytes: [UInt8], file: String) throws(DocumentFailure) -> Result {
    let root = try DocumentReader.read(bytes, file: file)
    let document = try OpenAPIDocument(root, file: file)
    let (draft, report) = try self.draft(of: document)
    let writer = DefinitionWriter()
    var files = [draft.path: writer.text(of: draft)]
    for file in draft.files { files[file.path] = writer.text(of: file, in: draft) }
    return Result(
      files: files, facts: DocumentFacts(draft), diagnostics: report.diagnostics(of: document),
      endpointCount: draft.files.reduce(0) { $0 + $1.endpoints.count },
      typeCount: draft.files.reduce(0) { $0 + $1.types.count })
  }

  /// Returns the draft of the definitions.
  func draft(of document: OpenAPIDocument) throws(DocumentFailure) -> (APIDraft, ImportReport) {
    var report = ImportReport()
    if document.isExport {
      var reader = ExportReader(document: document, report: report)
      return reader.draft()
    }
    let sources = document.operations(reportingTo: &report)
    var finder = ConventionFinder(document: document, sources: sources, report: report)
    let conventions = try finder.conventions(
      baseURL: baseURL, definitionsURL: definitionsURL)
    var importer = OperationImporter(
      document: document, conventions: conventions,
      types: TypeImporter(document: document, report: finder.report))
    var endpoints: [OperationImporter.Imported] = []
    for source in sources { endpoints += importer.endpoints(of: source) }
    let parameters = conventions.parameters.compactMap { node in
      importer.parameter(
        node, .query, name: node["name"]?.string ?? "", in: .component("parameters"))
    }
    let rules = NameRules(mediaType: conventions.mediaType)
    let types = named(&endpoints, types: importer.types, shared: parameters, rules: rules)
    var draft = APIDraft(
      name: name, baseURL: conventions.baseURL, mediaType: conventions.mediaType,
      documentation: importer.types.documentation(of: document.root["info"] ?? [:]),
      authentication: conventions.authentication, parameters: parameters,
      pagination: conventions.pagination, error: conventions.error)
    draft.documentation.summary =
      draft.documentation.summary ?? document.root["info"]?["title"]?.string
    draft.files = FilePlacement(
      rules: rules, names: names, tags: tags(of: document, importer.types)
    )
    .files(endpoints, types: types.types, order: types.order)
    draft.sources = types.sources
    draft.setDefaultVersion()
    return (draft, importer.types.report)
  }

  /// Names endpoints and types, and returns the types that endpoints reach.
  private func named(
    _ endpoints: inout [OperationImporter.Imported], types: TypeImporter,
    shared: [ParameterDraft], rules: NameRules
  ) -> TypeFinishing {
    var sharing = TypeSharing(types.declarations, keys: types.keys, rules: rules, names: names)
    sharing.share()
    for index in endpoints.indices {
      endpoints[index].draft.replaceReferences { $0.renamed(sharing.remaining) }
    }
    let bodies = Set(endpoints.compactMap { $0.draft.body?.payload.jsonType?.declaredName })
    let roots = endpoints.flatMap(\.draft.references) + shared.map(\.type)
    let reached = sharing.keys(reachedFrom: roots)
    var namer = Namer(
      api: name, rules: rules, names: names, declarations: sharing.declarations,
      sharedWords: sharing.words, bodies: bodies)
    for (index, name) in namer.nameEndpoints(endpoints).enumerated() {
      endpoints[index].draft.name = name
    }
    namer.nameTypes(reached)
    let typeNames = namer.typeNames
    var finishing = TypeFinishing(types: [:], order: reached.map { typeNames[$0] ?? $0 })
    for key in reached {
      guard var type = sharing.declarations[key]?.draft, let name = typeNames[key] else { continue }
      type.name = name
      type.replaceReferences { $0.renamed { typeNames[$0] ?? $0 } }
      finishing.types[name] = type
    }
    for index in endpoints.indices {
      endpoints[index].draft.replaceReferences { $0.renamed { typeNames[$0] ?? $0 } }
      endpoints[index].draft.nameParameters()
    }
    finishing.removeDiscriminators(
      except: Set(endpoints.flatMap(\.draft.references).compactMap(\.declaredName)))
    finishing.breakRequiredCycles()
    finishing.breakContainment()
    finishing.arrangeMembers()
    finishing.sources = Dictionary(typeNames.map { ($1, $0) }) { first, _ in first }
    return finishing
  }

  private func tags(
    of document: OpenAPIDocument, _ types: TypeImporter
  ) -> [String: Documentation] {
    let tags = (document.root["tags"]?.elements ?? []).compactMap { tag in
      tag["name"]?.string.map { ($0, types.documentation(of: tag)) }
    }
    return Dictionary(tags) { first, _ in first }
  }
}

extension TypeSharing {
  /// Returns the types that references lead to, in order of their declaration.
  func keys(reachedFrom references: [TypeReference]) -> [String] {
    var seen: Set<String> = []
    var rest = references.compactMap(\.declaredName)
    while let key = rest.popLast() {
      guard seen.insert(key).inserted, let draft = declarations[key]?.draft else { continue }
      rest += draft.references.compactMap(\.declaredName)
    }
    return keys.filter(seen.contains)
  }
}
