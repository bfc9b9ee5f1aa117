/// What tells an item of a list from the others, also after it has changed: its `id`, or the whole item
/// if it has none.
struct ItemIdentity: Hashable {
  private let key: AnyHashable
  /// Whether no two items of a list have the same identity.
  let isUnique: Bool

  init(_ item: some Hashable) {
    let id: AnyHashable? =
      switch item {
      case let json as JSON: json["id"].map { AnyHashable($0) }
      case let item as any Identifiable: Self.id(of: item)
      default: nil
      }
    key = id ?? AnyHashable(item)
    isUnique = id != nil
  }

  private static func id<Item: Identifiable>(of item: Item) -> AnyHashable? {
    if let id = item.id as? any OptionalValue, id.isNil { return nil }
    return AnyHashable(item.id)
  }
}

private protocol OptionalValue {
  var isNil: Bool { get }
}

extension Optional: OptionalValue {
  fileprivate var isNil: Bool { if case .none = self { true } else { false } }
}
