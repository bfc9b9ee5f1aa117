import EndpointModel

/// Resolves the declarations of all files into a model, and checks what the grammar cannot.
///
/// Each declaration is resolved once, so that each problem is reported once.
struct Resolver {
  let files: [DeclarationFile]
  /// Whether all files could be read, so that unknown names are errors.
  let isComplete: Bool
  var diagnostics: [Diagnostic] = []
  /// The declared types by name.
  var types: [String: TypeDeclaration] = [:]
  /// The names that are declared for several types, or that are types of the language.
  ///
  /// Their types are ambiguous, so nothing more is reported about their uses.
  var ambiguousTypes: Set<String> = []
  /// The invalid names of types, whose intended names are unknown then.
  var misnamedTypes: [String] = []
  /// Whether an endpoint has the name of another declaration.
  var hasMisnamedEndpoint = false
  /// The reports of unknown types, with their names.
  var unknownTypes: [Diagnostic: String] = [:]
  /// The names of the types that are referred to.
  var usedTypes: Set<String> = []
  /// The names of the types that are referred to other than by variants.
  var typesBesideUnions: Set<String> = []
  /// The fields that unions overwrite, with the names of their structs and the warnings.
  var writtenFields: [(type: String, warning: Diagnostic)] = []
  /// The names of all endpoints.
  var endpointNames: Set<String> = []
  /// The resolved fields of each struct, without included ones, by the location of the struct.
  var ownFields: [SourceLocation: [ResolvedField]] = [:]
  /// The resolved path parameters of the API.
  var sharedPathParameters: [ParameterModel] = []
  /// The names of the API's path parameters that paths have.
  var usedPathParameters: Set<String> = []

  /// A field with its model; `nil` if it has no name or type.
  struct ResolvedField {
    var declaration: FieldDeclaration
    var model: FieldModel?
  }

  init(files: [DeclarationFile], isComplete: Bool) {
    self.files = files
    self.isComplete = isComplete
  }

  /// The declaration of the API.
  var api: APIDeclaration? { files.lazy.compactMap(\.api).first }

  /// The model as far as it can be resolved. Code can be generated only if there was no error.
  mutating func resolve() -> APIModel {
    declareNames()
    defer { removeConsequencesOfMisnaming() }
    resolveFields()
    var model = APIModel(name: "", baseURL: "")
    if let file = files.first(where: { $0.api != nil }), let api = file.api {
      reportFurtherAPIs()
      model = resolve(api, documentation: file.documentation)
      model.path = file.path
    } else {
      reportMissingAPI()
    }
    model.files = files.map { resolve($0, api: model) }
    guard api != nil else { return model }
    checkTags()
    checkErrorFiles()
    checkRoutes(of: model)
    checkPathParameters()
    checkRecursion()
    warnAboutUnusedTypes()
    warnAboutWrittenFields()
    return model
  }

  private mutating func resolve(_ declaration: DeclarationFile, api: APIModel) -> FileModel {
    var file = FileModel(path: declaration.path)
    if declaration.api != nil { return file }
    file.documentation = documentation(declaration.documentation)
    file.errorCodes = declaration.errors.map { errorCodes($0) }
    if let endpoints = declaration.endpoints {
      file.tag = endpoints.tag?.value
      file.endpoints = self.endpoints(endpoints, api: api)
    }
    file.types = declaration.types.compactMap { resolve($0) }
    return file
  }

  private mutating func reportFurtherAPIs() {
    let apis = files.filter { $0.api != nil }
    for other in apis.dropFirst() {
      report(
        "there is a second <api>; a module has one, so merge them", at: other.location,
        notes: [Diagnostic(.note, "the first one is here", at: apis[0].location)])
    }
  }

  private mutating func reportMissingAPI() {
    guard isComplete, let first = files.first else { return }
    report(
      "no file of the module declares the API; add an api.xml with <api name=\"…\" base-url=\"…\">",
      at: SourceLocation(file: first.location.file, line: 1, column: 1))
  }

  private mutating func checkTags() {
    var first: [String: SourceLocation] = [:]
    for file in files {
      guard let tag = file.endpoints?.tag else { continue }
      check(typeName: tag, of: "tag")
      if let other = first[tag.value] {
        report(
          "the tag '\(tag.value)' is declared twice; rename one or merge the files",
          at: tag.valueLocation, notes: [Diagnostic(.note, "the first one is here", at: other)])
      } else {
        first[tag.value] = file.location
      }
    }
  }

  /// Returns the documentation of a declaration.
  ///
  /// - Parameter names: The possible replacements.
  mutating func documentation(
    _ declaration: DocumentationDeclaration, replaceableBy names: some Collection<String> = []
  ) -> Documentation {
    if let replacement = declaration.deprecation?.replacement, isComplete, misnamedTypes.isEmpty,
      !hasMisnamedEndpoint, !names.contains(replacement.value)
    {
      report(
        "unknown replacement '\(replacement.value)'"
          + Suggestion.among(names, for: replacement.value), at: replacement.valueLocation)
    }
    return Documentation(
      summary: declaration.summary, details: declaration.details,
      deprecation: declaration.deprecation?.reason,
      replacement: declaration.deprecation?.replacement?.value)
  }

  mutating func report(
    _ message: String, at location: SourceLocation, notes: [Diagnostic] = []
  ) {
    diagnostics.append(Diagnostic(.error, message, at: location, notes: notes))
  }

  mutating func warn(
    _ message: String, at location: SourceLocation, notes: [Diagnostic] = []
  ) {
    diagnostics.append(Diagnostic(.warning, message, at: location, notes: notes))
  }
}
