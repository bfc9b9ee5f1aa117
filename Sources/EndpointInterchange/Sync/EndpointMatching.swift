import EndpointDefinition
import EndpointModel

/// Finds the endpoint of the definitions for each endpoint of a document, by method and path.
struct EndpointMatching {
  /// An endpoint that both have.
  struct Match {
    var model: OperationModel
    var draft: EndpointDraft
    /// The key of its facts.
    var key: String
  }

  private(set) var matches: [Match] = []
  /// The endpoints that only the document has.
  private(set) var added: [(draft: EndpointDraft, key: String)] = []
  /// The endpoints that only the definitions have, with their keys.
  private(set) var removed: [(model: OperationModel, key: String, hasOtherVersion: Bool)] = []

  init(_ model: APIModel, _ index: DraftIndex) {
    var models: [String: [OperationModel]] = [:]
    var keys: [String] = []
    for endpoint in model.endpoints {
      let key = Self.key(of: endpoint, in: model)
      if models[key] == nil { keys.append(key) }
      models[key, default: []].append(endpoint)
    }
    var drafts: [String: [(draft: EndpointDraft, key: String)]] = [:]
    for (endpoint, key) in index.endpoints {
      let path = WholePath(
        endpoint.path, basePath: endpoint.basePath, baseURL: index.draft.baseURL)
      let place = DocumentFacts.endpoint(endpoint.method, path.text, nil)
      if drafts[place] == nil, models[place] == nil { keys.append(place) }
      drafts[place, default: []].append((endpoint, key))
    }
    for key in keys {
      match(models[key] ?? [], drafts[key] ?? [], key: key, defaultVersion: index.draft.version)
    }
  }

  static func key(of endpoint: OperationModel, in model: APIModel) -> String {
    let path = WholePath(
      endpoint.path.description, basePath: endpoint.basePath, baseURL: model.baseURL)
    return DocumentFacts.endpoint(endpoint.method, path.text, nil)
  }

  /// Matches endpoints of one method and path: those of the same media type and version first.
  private mutating func match(
    _ models: [OperationModel], _ drafts: [(draft: EndpointDraft, key: String)], key: String,
    defaultVersion: String?
  ) {
    var models = models
    var drafts = drafts
    let rules: [(OperationModel, EndpointDraft) -> Bool] = [
      { model, draft in
        Self.hasSameMediaType(model, draft) && model.version == (draft.version ?? defaultVersion)
      },
      Self.hasSameMediaType,
      { _, _ in models.count == 1 && drafts.count == 1 },
    ]
    for rule in rules {
      for (draft, key) in drafts {
        // The newest version is the one that is kept up to date.
        let candidates = models.filter { rule($0, draft) }
        let newest = candidates.max { ($0.version ?? "").isOlder(than: $1.version ?? "") }
        guard let newest else { continue }
        matches.append(Match(model: newest, draft: draft, key: key))
        models.removeAll { $0.name == newest.name }
        drafts.removeAll { $0.key == key }
      }
    }
    added += drafts
    let versions = matches.filter { $0.key == key }.compactMap(\.model.version)
    removed += models.map { model in
      let contentType = model.responses.first?.contentType
      let isMain = versions.isEmpty && drafts.isEmpty
      return (
        model, isMain ? key : contentType.map { "\(key) as \($0)" } ?? key,
        !versions.isEmpty && model.version.map { !versions.contains($0) } ?? false
      )
    }
  }

  private static func hasSameMediaType(_ model: OperationModel, _ draft: EndpointDraft) -> Bool {
    model.responses.first?.contentType == draft.responses.first?.contentType
  }
}
