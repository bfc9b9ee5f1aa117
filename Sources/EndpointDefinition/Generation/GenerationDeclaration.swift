/// What is generated for a target, in `generation.xml`.
struct GenerationDeclaration {
  let definitions: Located<String>?
  let package: Located<String>?
  let access: Located<AccessLevel>?
  let includes: [SliceDeclaration]
  let outputs: [OutputDeclaration]
  let location: SourceLocation

  init(_ element: XMLElement) {
    definitions = element[Self.definitions]
    package = element[Self.package]
    access = element[Self.access]
    includes = element.children("include").map(SliceDeclaration.init)
    outputs = element.children("output").map(OutputDeclaration.init)
    location = element.location
  }

  private static let definitions: Attribute<String> = .optional(
    "definitions",
    "The name of the folder in Definitions/. Defaults to the definitions of the target.")
  private static let package: Attribute<String> = .optional(
    "package", "The package that has the definitions. Defaults to that of the target.")
  private static let access: Attribute<AccessLevel> = .optional(
    "access", "The access level of the declarations. Defaults to public.")

  static let rule = Grammar.Rule(
    summary: "What is generated for a target.", attributes: [definitions, package, access],
    repeated: ["include", "output"])
}

/// Includes an endpoint, or all endpoints with a tag.
struct SliceDeclaration {
  let endpoint: Located<String>?
  let tag: Located<String>?
  let location: SourceLocation

  init(_ element: XMLElement) {
    endpoint = element[Self.endpoint]
    tag = element[Self.tag]
    location = element.location
  }

  private static let endpoint: Attribute<String> = .optional(
    "endpoint", "The name of an endpoint.")
  private static let tag: Attribute<String> = .optional(
    "tag", "The tag of the endpoints of a file.")

  static let rule = Grammar.Rule(
    summary:
      "Includes an endpoint, or all endpoints with a tag, with the types that they need. Without any, everything is included.",
    attributes: [endpoint, tag])
}

/// A kind of code to generate.
struct OutputDeclaration {
  let kind: Located<OutputKind>?
  let location: SourceLocation

  init(_ element: XMLElement) {
    kind = element[Self.kind]
    location = element.location
  }

  private static let kind: Attribute<OutputKind> = .required("kind", "The kind.")

  static let rule = Grammar.Rule(
    summary: "A kind of code to generate. Defaults to api.", attributes: [kind])
}
