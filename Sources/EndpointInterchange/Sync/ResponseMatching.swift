import EndpointDefinition
import EndpointModel

/// Finds the response of the definitions for each response of a document.
struct ResponseMatching {
  /// A kind of response that both have.
  struct Pair {
    var model: ResponseModel
    var draft: ResponseDraft
    /// The position among the responses of the document.
    var offset: Int
  }

  private(set) var pairs: [Pair] = []
  private(set) var removed: [ResponseModel]
  private(set) var added: [(draft: ResponseDraft, offset: Int)]

  init(_ old: OperationModel, _ new: EndpointDraft) {
    removed = old.responses
    added = new.responses.enumerated().map { ($1, $0) }
    let rules: [(ResponseModel, ResponseDraft) -> Bool] = [
      { $0.contentType == $1.contentType && !Set($0.statuses).isDisjoint(with: $1.statuses) },
      { !Set($0.statuses).isDisjoint(with: $1.statuses) },
      { model, draft in model.payload == nil && draft.payload == nil },
      { model, draft in model.contentType == draft.contentType && model.payload != nil },
      { [isSingle = old.responses.count == 1 && new.responses.count == 1] _, _ in isSingle },
    ]
    for rule in rules {
      for (draft, offset) in added {
        guard let position = removed.firstIndex(where: { rule($0, draft) }) else { continue }
        pairs.append(Pair(model: removed.remove(at: position), draft: draft, offset: offset))
        added.removeAll { $0.offset == offset }
      }
    }
  }
}

extension ResponseMatching.Pair {
  /// The types of the contents. Of a page that only one of both recognizes, those of its items.
  func types(
    isPaginated: Bool, _ new: EndpointDraft, _ index: DraftIndex, _ api: APIModel
  ) -> (model: TypeReference?, draft: TypeReference?) {
    guard var own = model.payload?.jsonType else { return (nil, nil) }
    guard let other = draft.payload?.jsonType else { return (own, nil) }
    if isPaginated { own = .list(own) }
    guard isPaginated, !new.isPaginated, let items = api.pagination?.items else {
      // A page that the definitions spell out is kept as it is.
      return isPaginated == new.isPaginated ? (own, other) : (nil, nil)
    }
    guard case .named(let name) = other, case .structure(let fields, _) = index.types[name]?.form
    else { return (nil, nil) }
    return (own, fields.first { $0.name == items }?.type)
  }
}
