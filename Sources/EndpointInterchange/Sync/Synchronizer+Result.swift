import EndpointDefinition
import EndpointModel

extension Synchronizer {
  /// Adds the types that what is added refers to, and those that these refer to.
  mutating func addTypes() {
    var position = 0
    let shared = Set(index.draft.files.filter { $0.tag == nil }.flatMap(\.types).map(\.name))
    while position < addedTypes.count {
      let (name, user) = addedTypes[position]
      position += 1
      guard var type = index.types[name] else { continue }
      var file = user
      // Types of several tags are in the file for them.
      if shared.contains(name), let types = model.files.first(where: { $0.isForTypes }) {
        file = types.path
      }
      type.name = addedNames[name] ?? name
      type.replaceReferences { translated($0, for: file) }
      let element = DefinitionWriter().element(type)
      if let root = files[file]?.root, root.name != "api" {
        insert(element, into: root)
      } else if newFiles[file] != nil {
        newFiles[file]?.types.append(type)
      } else {
        file = "types.xml"
        while let root = files[file]?.root, root.name != "types" { file = "more-" + file }
        if let root = files[file]?.root {
          insert(element, into: root)
        } else {
          newFiles[file, default: FileDraft(path: file)].types.append(type)
        }
      }
      add(
        .type, .added, type.name, "is added: \(type.kind)", in: file,
        at: ["\(element.name) \(type.name)"])
    }
  }

  /// Returns the definitions with all edits, without types that are not used any more.
  mutating func result(
    of original: [String: [UInt8]], leftOut: [ImportDiagnostic]
  ) -> SyncResult {
    var texts = original
    for (path, editor) in editors where !editor.isEmpty { texts[path] = editor.result }
    for (path, file) in newFiles {
      var api = APIDraft(name: model.name, baseURL: model.baseURL)
      api.pathParameters = []
      texts[path] = Array(DefinitionWriter().text(of: file, in: api).utf8)
      add(
        .file, .added, path, "is added" + (file.tag.map { " for the tag '\($0)'" } ?? ""),
        in: path, at: [])
    }
    removeUnusedTypes(from: &texts, original: original)
    var result = SyncResult(facts: facts, leftOut: leftOut, files: [:])
    for path in texts.keys.sorted() where texts[path] != original[path] && newFiles[path] == nil {
      guard let bytes = texts[path], let root = LocatedFile(path: path, bytes: bytes).root,
        ["endpoints", "types"].contains(root.name),
        !root.children.contains(where: { Self.isDeclaration($0) || $0.name == "endpoint" })
      else { continue }
      texts[path] = nil
      result.removed.append(path)
      add(.file, .removed, path, "is removed, since nothing is left in it", in: path, at: [])
    }
    result.files = texts
    result.written = texts.filter { original[$0.key] != $0.value }
    let trees = result.written.keys.reduce(into: [String: LocatedElement]()) { trees, path in
      trees[path] = LocatedFile(path: path, bytes: texts[path] ?? []).root
    }
    result.changes = changes.map { change in
      SyncChange(
        part: change.part, action: change.action, subject: change.subject, detail: change.detail,
        location: change.former
          ?? Self.location(of: change, in: trees[change.file] ?? files[change.file]?.root))
    }.enumerated().sorted { ($0.element.location, $0.offset) < ($1.element.location, $1.offset) }
      .map(\.element)
    return result
  }

  /// Returns the location of the innermost element of a change that exists.
  private static func location(of change: Pending, in root: LocatedElement?) -> SourceLocation {
    guard var element = root else {
      return SourceLocation(file: change.file, line: 1, column: 1)
    }
    for step in change.path {
      guard let child = element.children.first(where: { "\($0.name) \($0.identity)" == step })
      else { break }
      element = child
    }
    return element.location
  }

  // MARK: Unused types

  private static func isDeclaration(_ element: LocatedElement) -> Bool {
    ["struct", "enum", "union", "alias"].contains(element.name)
  }

  /// Removes the types that endpoints reached before the edits and do not reach any more.
  private mutating func removeUnusedTypes(
    from texts: inout [String: [UInt8]], original: [String: [UInt8]]
  ) {
    func trees(_ texts: [String: [UInt8]]) -> [LocatedFile] {
      texts.sorted { $0.key < $1.key }.map { LocatedFile(path: $0.key, bytes: $0.value) }
    }
    let before = TypeReach(Array(files.values), beside: [])
    let unused = before.declared.subtracting(before.reached)
    let current = trees(texts)
    let after = TypeReach(current, beside: unused)
    for file in current {
      var editor = DefinitionEditor(file)
      for element in file.root?.children ?? [] where Self.isDeclaration(element) {
        let name = element.identity
        guard before.reached.contains(name), !after.reached.contains(name), !element.isKept else {
          continue
        }
        editor.remove(element)
        changes.removeAll { $0.file == file.path && $0.path.first == "\(element.name) \(name)" }
        add(
          .type, .removed, name, "is removed, since nothing uses it any more", in: file.path,
          at: [],
          former: files[file.path]?.root?.children.first {
            Self.isDeclaration($0) && $0.identity == name
          })
      }
      if !editor.isEmpty { texts[file.path] = editor.result }
    }
  }
}

/// The types that are declared, and those that endpoints reach.
private struct TypeReach {
  private(set) var declared: Set<String> = []
  private(set) var reached: Set<String> = []

  /// - Parameter roots: The names of types that count as used.
  init(_ files: [LocatedFile], beside roots: Set<String>) {
    var references: [String: Set<String>] = [:]
    var rest = Array(roots)
    for child in files.flatMap({ $0.root?.children ?? [] }) {
      if ["struct", "enum", "union", "alias"].contains(child.name) {
        declared.insert(child.identity)
        references[child.identity] = Self.types(in: child)
      } else {
        rest += Self.types(in: child)
      }
    }
    while let name = rest.popLast() {
      guard reached.insert(name).inserted else { continue }
      rest += references[name] ?? []
    }
    reached.formIntersection(declared)
  }

  /// Returns the words of the types that an element mentions.
  private static func types(in element: LocatedElement) -> Set<String> {
    var names = Set(
      (element["type"] ?? "").split { !$0.isLetter && !$0.isNumber }.map(String.init))
    for child in element.children { names.formUnion(types(in: child)) }
    return names
  }
}

extension FileModel {
  /// Whether the file has types without endpoints.
  fileprivate var isForTypes: Bool { tag == nil && !types.isEmpty }
}
