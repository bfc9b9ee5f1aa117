/// A definition file as declarations.
struct DeclarationFile {
  /// The path relative to the folder of definitions.
  let path: String
  /// The location of the root element.
  let location: SourceLocation
  let root: Root
  let documentation: DocumentationDeclaration
  /// The names of types in the descendants of unknown elements, which count as uses.
  let typesOfUnknownElements: [String]

  /// The root element.
  enum Root {
    case api(APIDeclaration)
    case endpoints(EndpointsDeclaration)
    case types(TypesDeclaration)
    case errors(ErrorsDeclaration)
  }

  /// Creates the declarations of a file whose root element the grammar knows.
  init(path: String, root element: XMLElement) {
    self.path = path
    location = element.location
    documentation = DocumentationDeclaration(element)
    typesOfUnknownElements = element.typesOfUnknownElements
    root =
      switch element.name {
      case "api": .api(APIDeclaration(element))
      case "endpoints": .endpoints(EndpointsDeclaration(element))
      case "errors": .errors(ErrorsDeclaration(element))
      default: .types(TypesDeclaration(element))
      }
  }

  var api: APIDeclaration? { if case .api(let api) = root { api } else { nil } }
  var errors: ErrorsDeclaration? { if case .errors(let errors) = root { errors } else { nil } }
  var endpoints: EndpointsDeclaration? {
    if case .endpoints(let endpoints) = root { endpoints } else { nil }
  }

  /// The types that the file declares.
  var types: [TypeDeclaration] {
    switch root {
    case .endpoints(let endpoints): endpoints.types
    case .types(let types): types.types
    case .api, .errors: []
    }
  }
}

/// Types that several files use.
struct TypesDeclaration {
  let types: [TypeDeclaration]

  init(_ element: XMLElement) { types = element.children.compactMap(TypeDeclaration.init) }

  static let rule = Grammar.Rule(
    summary: "Types that several files use.", repeated: Grammar.typeDeclarations
  ).documented(isDeprecable: false)
}

extension XMLElement {
  fileprivate var typesOfUnknownElements: [String] {
    children.flatMap { child in
      let words = child["type"]?.value.split { !$0.isLetter && !$0.isNumber } ?? []
      let isKnown = Grammar.rules[child.name] != nil
      return (isKnown ? [] : words.map(String.init)) + child.typesOfUnknownElements
    }
  }
}
