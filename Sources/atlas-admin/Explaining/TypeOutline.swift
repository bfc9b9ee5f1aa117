import EndpointHelp
import EndpointModel
import EndpointRuntime

/// Writes the properties of a type, nested ones indented.
struct TypeOutline {
  /// The messages whose properties are written.
  enum Direction {
    case request, response

    /// Whether a message has a property.
    func includes(_ access: FieldAccess?) -> Bool {
      switch self {
      case .request: access != .read
      case .response: access != .write
      }
    }
  }

  let types: CatalogTypes
  let direction: Direction
  /// The types that have been written, which are not written again.
  private var written: Set<String> = []

  init(types: CatalogTypes, direction: Direction) {
    self.types = types
    self.direction = direction
  }

  /// Writes the properties of a type; nothing if it has none.
  mutating func write(_ type: TypeReference, to layout: inout TextLayout, indentation: Int = 2) {
    guard let name = declaredName(in: type), let descriptor = types[name],
      written.insert(name).inserted
    else { return }
    switch descriptor.kind {
    case .structure(let fields):
      for field in fields.filter({ direction.includes($0.access) }).requiredFirst {
        write(field, to: &layout, indentation: indentation)
      }
    case .union(let union):
      for variant in union.variants {
        let condition = union.discriminator.map { name in
          "if \(name) is \(variant.value ?? "")"
        }
        let spaces = String(repeating: " ", count: indentation)
        layout.line("\(spaces)\(condition ?? "or"): \(variant.type)")
        write(.named(variant.type), to: &layout, indentation: indentation + 2)
      }
    case .enumeration, .alias: break
    }
  }

  private mutating func write(
    _ field: FieldDescriptor, to layout: inout TextLayout, indentation: Int
  ) {
    let spaces = String(repeating: " ", count: indentation)
    let isKnown = declaredName(in: field.type).map { written.contains($0) } ?? false
    let reference = isKnown ? " (see above)" : ""
    let mark = field.isRequired ? ", required" : ""
    layout.line("\(spaces)\(field.name)  \(field.type)\(mark)\(reference)")
    layout.paragraph(
      ValueDescription(types: types).sentences(about: field), indentation: indentation + 4)
    write(field.type, to: &layout, indentation: indentation + 2)
  }

  /// Returns the struct or union of a value, of the items of a list, or of the values of a map.
  private func declaredName(in type: TypeReference) -> String? {
    switch types.underlying(type) {
    case .named(let name):
      if case .enumeration = types[name]?.kind { nil } else { name }
    case .list(let element), .map(let element): declaredName(in: element)
    case .scalar: nil
    }
  }
}
