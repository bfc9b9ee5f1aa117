/// The elements of the language with their attributes and children.
///
/// The checker, the schema, the reference, and the formatter use this table. Each declaration has
/// its rule beside its properties; see the folder Declarations.
enum Grammar {
  /// The namespace of version 1 of the language.
  static let namespace = "urn:endpoint-definitions:1"

  /// The root elements of files.
  static let roots = ["api", "endpoints", "types", "errors"]

  /// The elements that declare types.
  static let typeDeclarations = ["struct", "enum", "union", "alias"]

  /// The rule of an element: its attributes and children.
  struct Rule: Sendable {
    /// The summary of the element.
    var summary: String
    var attributes: [any AttributeRule] = []
    /// The children that may appear once.
    var single: [String] = []
    /// The children that may appear any number of times.
    var repeated: [String] = []
    /// Whether the content is text.
    var isText = false
    /// Whether the element has a summary, as an attribute or, for long texts, as a child.
    var hasSummary = false

    var children: [String] { single + repeated }

    /// Returns the rule of an element with a summary, and with a description if `isDescribed`.
    func documented(isDescribed: Bool = true, isDeprecable: Bool = true) -> Rule {
      var rule = self
      rule.hasSummary = true
      rule.attributes.append(DocumentationDeclaration.summary)
      rule.single =
        ["summary"] + (isDescribed ? ["description"] : []) + (isDeprecable ? ["deprecated"] : [])
        + single
      return rule
    }
  }

  /// The rules by element; an element means the same everywhere.
  static let rules: [String: Rule] = [
    "alias": AliasDeclaration.rule,
    "api": APIDeclaration.rule,
    "authentication": AuthenticationDeclaration.rule,
    "body": BodyDeclaration.rule,
    "case": CaseDeclaration.rule,
    "deprecated": DeprecationDeclaration.rule,
    "description": DocumentationDeclaration.descriptionRule,
    "endpoint": EndpointDeclaration.rule,
    "endpoints": EndpointsDeclaration.rule,
    "enum": EnumDeclaration.rule,
    "envelope": EnvelopeDeclaration.rule,
    "error": ErrorDeclaration.rule,
    "error-code": ErrorCodeDeclaration.rule,
    "error-codes": ErrorCodesDeclaration.rule,
    "error-status": ErrorStatusDeclaration.rule,
    "errors": ErrorsDeclaration.rule,
    "example": ExampleDeclaration.rule,
    "failure": ConditionDeclaration.failureRule,
    "field": FieldDeclaration.rule,
    "header-field": HeaderFieldDeclaration.rule,
    "header-param": ParameterDeclaration.headerRule,
    "hint": ErrorCodeDeclaration.hintRule,
    "include": IncludeDeclaration.rule,
    "pagination": PaginationDeclaration.rule,
    "path-param": ParameterDeclaration.pathRule,
    "query-param": ParameterDeclaration.queryRule,
    "response": ResponseDeclaration.rule,
    "role": EndpointDeclaration.roleRule,
    "struct": StructDeclaration.rule,
    "success": ConditionDeclaration.successRule,
    "summary": DocumentationDeclaration.summaryRule,
    "types": TypesDeclaration.rule,
    "union": UnionDeclaration.rule,
    "variant": VariantDeclaration.rule,
    "waiter": WaiterDeclaration.rule,
  ]

  /// The rules of `generation.xml`.
  static let generationRules: [String: Rule] = [
    "generation": GenerationDeclaration.rule,
    "include": SliceDeclaration.rule,
    "output": OutputDeclaration.rule,
  ]

  /// Attributes of earlier versions of the language, with what replaces them.
  static let replacedAttributes = [
    "list": ReplacedAttribute(
      fix: "write the type as [T]; 'endpoints format' does it", opening: "["),
    "map": ReplacedAttribute(
      fix: "write the type as [String: T]; 'endpoints format' does it", opening: "[String: "),
  ]

  /// An attribute that made a collection of the type.
  struct ReplacedAttribute {
    var fix: String
    /// What precedes the element's type in the new form.
    var opening: String
  }
}
