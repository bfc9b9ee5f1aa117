/// Resolves the elements of all files into a model, and checks what the grammar cannot.
struct Resolver {
  let documents: [DefinitionDocument]
  /// Whether all files could be read, so that unknown names are errors.
  let isComplete: Bool
  var diagnostics: [Diagnostic] = []
  /// The elements that declare types, by name.
  var types: [String: XMLElement] = [:]
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
  /// The elements that declare endpoints, by name.
  var endpoints: [String: XMLElement] = [:]

  init(documents: [DefinitionDocument], isComplete: Bool) {
    self.documents = documents
    self.isComplete = isComplete
  }

  /// The model as far as it can be resolved. Code can be generated only if there was no error.
  mutating func resolve() -> APIModel {
    declareNames()
    defer { removeConsequencesOfMisnaming() }
    let apis = documents.filter { $0.root.name == "api" }
    guard let api = apis.first else {
      reportMissingAPI()
      return APIModel(name: "", baseURL: "", files: documents.map { resolve($0, api: nil) })
    }
    for other in apis.dropFirst() {
      report(
        "there is a second <api>; a module has one, so merge them", at: other.root.location,
        notes: [Diagnostic(.note, "the first one is here", at: api.root.location)])
    }
    var model = resolve(api: api.root)
    model.path = api.path
    model.files = documents.map { resolve($0, api: model) }
    checkGroups()
    checkErrorFiles()
    checkRoutes(of: model)
    checkRecursion()
    warnAboutUnusedTypes()
    warnAboutWrittenFields()
    return model
  }

  /// The root of the file that declares the API.
  var apiElement: XMLElement? { documents.first { $0.root.name == "api" }?.root }

  private mutating func resolve(_ document: DefinitionDocument, api: APIModel?) -> FileModel {
    let root = document.root
    var file = FileModel(path: document.path)
    guard root.name != "api" else { return file }
    if root.name == "errors" { file.errorCodes = errorCodes(of: root) }
    file.tag = root["tag"]?.value
    file.documentation = documentation(of: root)
    for element in root.children {
      switch element.name {
      case "endpoint":
        if let endpoint = resolve(endpoint: element, in: root, api: api) {
          file.endpoints.append(endpoint)
        }
      case "struct", "enum", "union", "alias":
        if let type = resolve(type: element) { file.types.append(type) }
      default: continue
      }
    }
    return file
  }

  private mutating func reportMissingAPI() {
    guard isComplete, let first = documents.first else { return }
    report(
      "no file of the module declares the API; add an api.xml with <api name=\"…\" base-url=\"…\">",
      at: SourceLocation(file: first.root.location.file, line: 1, column: 1))
  }

  private mutating func checkGroups() {
    var first: [String: XMLElement] = [:]
    for document in documents {
      guard let tag = document.root["tag"] else { continue }
      check(typeName: tag, of: "tag")
      if let other = first[tag.value] {
        report(
          "the tag '\(tag.value)' is declared twice; rename one or merge the files",
          at: tag.valueLocation,
          notes: [Diagnostic(.note, "the first one is here", at: other.location)])
      } else {
        first[tag.value] = document.root
      }
    }
  }

  /// Returns the documentation in `<summary>`, `<description>`, and `<deprecated>`.
  ///
  /// - Parameter names: The possible replacements.
  mutating func documentation(
    of element: XMLElement, replaceableBy names: [String] = []
  ) -> Documentation {
    let deprecated = element.child("deprecated")
    if let replacement = deprecated?["replacement"], isComplete, misnamedTypes.isEmpty,
      !hasMisnamedEndpoint,
      !names.contains(replacement.value)
    {
      report(
        "unknown replacement '\(replacement.value)'"
          + Suggestion.among(names, for: replacement.value), at: replacement.valueLocation)
    }
    return Documentation(
      summary: element.child("summary")?.foldedText,
      details: element.child("description")?.paragraphs.joined(separator: "\n\n"),
      deprecation: deprecated?.foldedText, replacement: deprecated?["replacement"]?.value)
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

extension XMLElement {
  /// The text with a space in place of each run of white space.
  var foldedText: String { text.words.joined(separator: " ") }

  /// The paragraphs of the text, which empty lines separate, each with its white space folded.
  var paragraphs: [String] { text.paragraphs.map { $0.joined(separator: " ") } }

  /// Whether it has an unknown child, which may be intended for a missing one.
  var hasUnknownChildren: Bool { children.contains { Grammar.rules[$0.name] == nil } }

  /// Returns the value of a Boolean attribute; `absent` if it is missing.
  func flag(_ name: String, absent: Bool = false) -> Bool {
    self[name].map { $0.value == "true" } ?? absent
  }
}
