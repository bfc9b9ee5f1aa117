package import EndpointDefinition
import EndpointModel

/// Brings definitions to a newer document by editing their text.
///
/// A part of the definitions changes where the document has changed since the last import. Without
/// the facts of that import, it changes where the document says anything else, but for types that
/// only describe a value more precisely. Everything that a document does not say stays.
package struct Synchronizer {
  /// The definitions before.
  let model: APIModel
  let index: DraftIndex
  /// What the document said at the last import; `nil` if it is not known.
  let base: DocumentFacts?
  let facts: DocumentFacts
  /// The files by their relative paths.
  let files: [String: LocatedFile]
  /// The elements by their locations.
  let elements: [SourceLocation: LocatedElement]
  /// The types that declare fields, by the locations of the fields.
  let owners: [SourceLocation: String]
  var editors: [String: DefinitionEditor]
  let matching: EndpointMatching
  var pairing: TypePairing
  var changes: [Pending] = []
  /// The new names of types that are added.
  var addedNames: [String: String] = [:]
  /// The types of the document that are to be added, with the files of their first uses.
  var addedTypes: [(name: String, file: String)] = []
  /// The names of endpoints and types that are taken.
  var taken: Set<String>
  /// The new files by their paths.
  var newFiles: [String: FileDraft] = [:]
  /// The query parameters that are added to the API.
  var addedShared: Set<String> = []
  /// The attributes that are edited already, since several uses can share a declaration.
  var edited: Set<String> = []

  /// A change whose location is not known until the text is final.
  struct Pending {
    var part: SyncChange.Part
    var action: SyncChange.Action
    var subject: String
    var detail: String
    var file: String
    /// The names and identities of the elements around the part and its own, without the root.
    var path: [String]
    /// Where a removed part was.
    var former: SourceLocation?
  }

  /// Returns the definitions for a document.
  ///
  /// - Parameters:
  ///   - files: The files of the definitions by their relative paths.
  ///   - model: The model of these definitions.
  ///   - document: The bytes of the document.
  ///   - name: The path of the document for diagnostics.
  ///   - names: The names of operations, schemas, and tags that differ from the derived ones.
  ///   - base: What the document said at the last import; `nil` if it is not known.
  package static func synchronize(
    files: [String: [UInt8]], model: APIModel, with document: [UInt8], named name: String,
    names: NameList = .init(), base: DocumentFacts? = nil
  ) throws(DocumentFailure) -> SyncResult {
    let (draft, leftOut) = try draft(of: document, named: name, names: names, for: model)
    var synchronizer = Synchronizer(files: files, model: model, draft: draft, base: base)
    synchronizer.updateEndpoints()
    synchronizer.updateTypes()
    synchronizer.removeEndpoints()
    synchronizer.addEndpoints()
    synchronizer.addTypes()
    return synchronizer.result(of: files, leftOut: leftOut)
  }

  /// Returns what a document says, to be the base of a synchronization.
  package static func facts(
    of document: [UInt8], named name: String, names: NameList = .init(), for model: APIModel
  ) throws(DocumentFailure) -> DocumentFacts {
    DocumentFacts(try draft(of: document, named: name, names: names, for: model).0)
  }

  private static func draft(
    of bytes: [UInt8], named name: String, names: NameList, for model: APIModel
  ) throws(DocumentFailure) -> (APIDraft, [ImportDiagnostic]) {
    let document = try OpenAPIDocument(DocumentReader.read(bytes, file: name), file: name)
    var importer = OpenAPIImporter(name: model.name, names: names)
    importer.definitionsURL = model.baseURL
    let (draft, report) = try importer.draft(of: document)
    return (draft, report.diagnostics(of: document))
  }

  private init(
    files: [String: [UInt8]], model: APIModel, draft: APIDraft, base: DocumentFacts?
  ) {
    self.model = model
    index = DraftIndex(draft)
    facts = DocumentFacts(draft)
    let base = base?.followingRenames(in: facts)
    self.base = base
    var located: [String: LocatedFile] = [:]
    var elements: [SourceLocation: LocatedElement] = [:]
    for (path, bytes) in files {
      let file = LocatedFile(path: path, bytes: bytes)
      located[path] = file
      for element in file.elements { elements[element.location] = element }
    }
    self.files = located
    self.elements = elements
    owners = elements.values.reduce(into: [:]) { owners, element in
      guard element.name == "struct" else { return }
      for field in element.children { owners[field.location] = "struct \(element.identity)" }
    }
    editors = located.mapValues(DefinitionEditor.init)
    taken = Set(model.endpoints.map(\.name) + model.types.map(\.name))
    matching = EndpointMatching(model, index)
    pairing = TypePairing(model, index, base: base)
    pairing.addUses(of: matching, in: model)
    pairing.run()
  }

  // MARK: Changes

  /// Adds a change of a part of an element.
  mutating func add(
    _ part: SyncChange.Part, _ action: SyncChange.Action, _ subject: String, _ detail: String,
    in file: String, at path: [String], former: LocatedElement? = nil
  ) {
    changes.append(
      Pending(
        part: part, action: action, subject: subject, detail: detail, file: file, path: path,
        former: former?.location))
  }

  /// Returns a type of the document by its names in the definitions. A type that these lack is
  /// going to be added.
  mutating func translated(_ type: TypeReference, for file: String) -> TypeReference {
    var added = addedNames
    var new: [(String, String)] = []
    let (names, index) = (pairing.names, index)
    var taken = taken
    let translated = type.renamed { name in
      if let known = names[name] ?? added[name] { return known }
      guard index.types[name] != nil else { return name }
      var free = name
      var number = 2
      if taken.contains(free) { free += "Model" }
      while taken.contains(free) {
        free = "\(name)\(number)"
        number += 1
      }
      taken.insert(free)
      added[name] = free
      new.append((name, file))
      return free
    }
    addedNames = added
    self.taken = taken
    addedTypes += new.map { (name: $0.0, file: $0.1) }
    return translated
  }

  /// Whether a part that only the definitions have is to be removed: the document had it before.
  func isGone(_ key: String) -> Bool { base.map { $0[key] != nil } ?? true }

  /// Whether a part that only the document has is to be added: it did not have it before, when
  /// the definitions were edited.
  func isNew(_ key: String) -> Bool { base.map { $0[key] == nil } ?? true }
}

extension TypePairing {
  /// Adds the uses of types in endpoints.
  fileprivate mutating func addUses(of matching: EndpointMatching, in model: APIModel) {
    for match in matching.matches {
      let (old, new, key) = (match.model, match.draft, match.key)
      let effective = new.parameters + index.draft.parameters
      for parameter in old.parameters + model.parameters where parameter.parameterLocation != .path
      {
        let other = effective.first { $0.isSame(as: parameter) }
        add(
          parameter.type, other?.type,
          at: DocumentFacts.parameter(parameter.parameterLocation, parameter.name, of: key))
      }
      let placeholders = PathTemplate(new.path).placeholders
      for (position, name) in old.path.placeholders.enumerated()
      where placeholders.indices.contains(position) {
        add(
          old.parameters.first { $0.parameterLocation == .path && $0.name == name }?.type,
          new.parameters.first { $0.location == .path && $0.name == placeholders[position] }?.type,
          at: DocumentFacts.parameter(.path, String(position), of: key))
      }
      add(old.body?.payload.jsonType, new.body?.payload.jsonType, at: "\(key) body")
      for pair in ResponseMatching(old, new).pairs {
        let types = pair.types(isPaginated: old.isPaginated, new, index, model)
        add(types.model, types.draft, at: "\(key) response:\(pair.offset)")
      }
      for field in old.responseHeaderFields {
        let other = new.responses.flatMap(\.headerFields)
          .first { $0.name.lowercased() == field.name.lowercased() }
        add(field.type, other?.type, at: "\(key) header-field:\(field.name.lowercased())")
      }
    }
  }
}

extension ParameterDraft {
  /// Whether a parameter of the definitions has the same location and name.
  func isSame(as other: ParameterModel) -> Bool {
    location == other.parameterLocation
      && (location == .header ? name.lowercased() == other.name.lowercased() : name == other.name)
  }
}
