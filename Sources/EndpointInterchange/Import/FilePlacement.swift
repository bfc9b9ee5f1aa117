import EndpointDefinition
import EndpointModel

/// Distributes endpoints and types over files: one for each tag, and one for shared types.
struct FilePlacement {
  let rules: NameRules
  let names: NameList
  /// The descriptions of tags by their names in the document.
  let tags: [String: Documentation]

  /// Returns the files, sorted by path.
  ///
  /// Types are in the file of the only tag that reaches them, in order of use.
  func files(
    _ endpoints: [OperationImporter.Imported], types: [String: TypeDraft], order: [String]
  ) -> [FileDraft] {
    var files: [String: FileDraft] = [:]
    var paths: [String] = []
    var users: [String: Set<String>] = [:]
    for endpoint in endpoints {
      let source = endpoint.tag ?? Self.tag(for: endpoint.draft.path)
      let tag = names[.tag, source] ?? rules.tagName(for: source)
      let path = Self.path(for: tag)
      if files[path] == nil {
        files[path] = FileDraft(path: path, tag: tag, documentation: tags[source] ?? .init())
        paths.append(path)
      }
      files[path]?.endpoints.append(endpoint.draft)
      for name in reached(from: endpoint.draft.references, types) {
        users[name, default: []].insert(path)
      }
    }
    var shared = FileDraft(path: "types.xml")
    for path in paths {
      guard let file = files[path] else { continue }
      for name in reached(from: file.endpoints.flatMap(\.references), types) {
        guard users[name] == [path], let type = types[name] else { continue }
        files[path]?.types.append(type)
      }
    }
    shared.types = order.filter { (users[$0]?.count ?? 0) != 1 }.compactMap { types[$0] }
    return (files.values + (shared.types.isEmpty ? [] : [shared])).sorted { $0.path < $1.path }
  }

  /// Returns the declared types that references lead to, each once, in order of use.
  private func reached(from references: [TypeReference], _ types: [String: TypeDraft]) -> [String] {
    var names: [String] = []
    var seen: Set<String> = []
    var rest = Array(references.compactMap(\.declaredName).reversed())
    while let name = rest.popLast() {
      guard let type = types[name], seen.insert(name).inserted else { continue }
      names.append(name)
      rest += type.references.compactMap(\.declaredName).reversed()
    }
    return names
  }

  /// Returns the tag of an operation without one: the first segment of its path that names a
  /// resource.
  private static func tag(for path: String) -> String {
    path.split(separator: "/").first { !$0.contains("{") }.map(String.init) ?? "Root"
  }

  private static func path(for tag: String) -> String {
    let name = tag.fileName
    return (["api", "types", "errors"].contains(name) ? name + "-endpoints" : name) + ".xml"
  }
}
