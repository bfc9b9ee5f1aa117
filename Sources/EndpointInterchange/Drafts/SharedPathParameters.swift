import EndpointModel

/// Finds the path parameters that are declared once: in `api.xml` if several files have them, else
/// in their file.
struct SharedPathParameters {
  /// The parameters of the API, in order of appearance.
  let api: [ParameterDraft]

  init(of draft: APIDraft) {
    if let given = draft.pathParameters {
      api = given
      return
    }
    var files: [String: Set<String>] = [:]
    var usage = Usage()
    for file in draft.files {
      for parameter in file.endpoints.flatMap(\.parameters) where parameter.location == .path {
        files[parameter.name, default: []].insert(file.path)
        usage.count(parameter)
      }
    }
    api = usage.most.filter { (files[$0.name]?.count ?? 0) > 1 && usage.counts[$0] ?? 0 > 1 }
  }

  /// Returns the parameters that a file declares for its endpoints.
  func parameters(of file: FileDraft) -> [ParameterDraft] {
    var usage = Usage()
    for parameter in file.endpoints.flatMap(\.parameters) where parameter.location == .path {
      usage.count(parameter)
    }
    return usage.most.filter { !api.contains($0) && usage.counts[$0] ?? 0 > 1 }
  }

  /// Returns the parameters that the endpoints of a file share, by name.
  func visible(in file: FileDraft) -> [String: ParameterDraft] {
    Dictionary((api + parameters(of: file)).map { ($0.name, $0) }) { _, last in last }
  }

  /// The parameters with the numbers of their declarations.
  private struct Usage {
    private(set) var counts: [ParameterDraft: Int] = [:]
    private var byName: [String: [ParameterDraft]] = [:]
    private var names: [String] = []

    mutating func count(_ parameter: ParameterDraft) {
      if counts[parameter] == nil {
        if byName[parameter.name] == nil { names.append(parameter.name) }
        byName[parameter.name, default: []].append(parameter)
      }
      counts[parameter, default: 0] += 1
    }

    /// The most frequent declaration of each name.
    var most: [ParameterDraft] {
      names.compactMap { name in
        let variants = byName[name] ?? []
        let most = variants.map { counts[$0] ?? 0 }.max()
        return variants.first { counts[$0] == most }
      }
    }
  }
}
