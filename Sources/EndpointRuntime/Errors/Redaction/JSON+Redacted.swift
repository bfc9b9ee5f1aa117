extension JSON {
  /// The value with its strings redacted. Strings in objects are removed, since any of them can be
  /// a secret.
  var redacted: JSON {
    switch self {
    case .string(let text): .string(text.redacted)
    case .array(let elements): .array(elements.map(\.redacted))
    case .object(let members): .object(members.mapValues(\.withoutTexts))
    default: self
    }
  }

  private var withoutTexts: JSON {
    switch self {
    case .string: .string("<redacted>")
    case .array(let elements): .array(elements.map(\.withoutTexts))
    case .object(let members): .object(members.mapValues(\.withoutTexts))
    default: self
    }
  }
}
