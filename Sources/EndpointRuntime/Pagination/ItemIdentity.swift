/// Identifies an item of a list, also after a change: by its `id`, or by the whole item if it has
/// none.
struct ItemIdentity: Hashable {
  private let key: AnyHashable
  /// Whether the items of a list have distinct identities.
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
