import EndpointDefinition
import EndpointModel

/// Definitions that are going to be written: what files say, without locations.
///
/// Unlike a model, a draft can be incomplete; the reader checks what is written.
struct APIDraft {
  var name: String
  /// The path of the file that declares the API.
  var path = "api.xml"
  var baseURL: String
  var service: String?
  var mediaType: String?
  /// The default version of endpoints.
  var version: String?
  var documentation = Documentation()
  var authentication: [String] = []
  /// The query parameters that every endpoint has.
  var parameters: [ParameterDraft] = []
  var envelope: Envelope?
  var pagination: Pagination?
  var error: ErrorShape?
  /// The path parameters that all files share; `nil` to find them.
  var pathParameters: [ParameterDraft]?
  var files: [FileDraft] = []
  /// The keys of types in the document by their names in the draft.
  var sources: [String: String] = [:]
}

/// A file of definitions other than `api.xml`.
struct FileDraft {
  /// The path relative to the folder.
  var path: String
  /// The tag of the endpoints; `nil` for a file with types or error codes only.
  var tag: String?
  var documentation = Documentation()
  var endpoints: [EndpointDraft] = []
  var types: [TypeDraft] = []
  var errors: ErrorsDraft?
}

/// The error codes of an API.
struct ErrorsDraft {
  var codes: [Code] = []
  /// The codes of responses without one, by status.
  var statuses: [(status: Int, code: String)] = []

  struct Code {
    var value: String
    var status: Int?
    var swiftName: String?
    var documentation = Documentation()
    var hint: String?
  }
}

/// An endpoint.
struct EndpointDraft {
  /// The name; before names are chosen, the operation's identifier in the source.
  var name: String
  var method: String
  var path: String
  var basePath: String?
  var version: String?
  var documentation = Documentation()
  var roles: [String] = []
  var parameters: [ParameterDraft] = []
  var body: BodyDraft?
  var responses: [ResponseDraft] = []
  var isPaginated = false
  /// Whether requests carry credentials.
  var isAuthenticated = true
  var waiters: [WaiterDraft] = []
}

/// A parameter of an endpoint.
struct ParameterDraft: Hashable {
  var location: ParameterLocation
  var name: String
  var swiftName: String?
  var type: TypeReference
  var unit: TimeUnit?
  /// Whether the values of a list are separate parameters.
  var isExploded = true
  var isRequired = false
  var defaultValue: String?
  var constraints = ParameterConstraints()
  var documentation = Documentation()
}

/// The body of a request.
struct BodyDraft {
  var payload: Payload
  var contentType: String?
  var isRequired = true
  var examples: [JSONExample] = []
}

/// A kind of response.
struct ResponseDraft {
  /// The statuses; empty for any success.
  var statuses: [Int]
  var matchesAnySuccess = false
  /// The content; the list of a page if the endpoint is paginated.
  var payload: Payload?
  var contentType: String?
  var swiftName: String?
  var headerFields: [HeaderFieldDraft] = []
  var documentation = Documentation()
  var examples: [JSONExample] = []
}

/// A header field of a response.
struct HeaderFieldDraft {
  var name: String
  var swiftName: String?
  var type: TypeReference
  var unit: TimeUnit?
  var documentation = Documentation()
}

/// A state to wait for.
struct WaiterDraft {
  var name: String
  var documentation = Documentation()
  var interval: Int
  var timeout: Int
  var success: [Condition] = []
  var failure: [Condition] = []

  struct Condition {
    var field: String?
    var value: String?
    var status: Int?
    var codes: [String] = []
  }
}

/// A declared type.
struct TypeDraft {
  /// The name; before names are chosen, the key of the type.
  var name: String
  var documentation = Documentation()
  var form: Form

  enum Form {
    case structure(fields: [FieldDraft], examples: [JSONExample])
    case enumeration([CaseDraft])
    case union(discriminator: String?, [VariantDraft])
    case alias(TypeReference)
  }
}

/// A field of a struct.
struct FieldDraft {
  var name: String
  var swiftName: String?
  var type: TypeReference
  var unit: TimeUnit?
  var isRequired = false
  var isNullable = false
  var isIndirect = false
  var access: FieldAccess?
  var isSensitive = false
  var constraints = ParameterConstraints()
  var documentation = Documentation()
}

/// A known value of an enum.
struct CaseDraft {
  var value: String
  var swiftName: String?
  var documentation = Documentation()
}

/// A variant of a union.
struct VariantDraft {
  var value: String?
  var type: String
  var swiftName: String?
  var isIndirect = false
  var documentation = Documentation()
}

extension TypeDraft {
  /// The types that the declaration mentions.
  var references: [TypeReference] {
    switch form {
    case .structure(let fields, _): fields.map(\.type)
    case .enumeration: []
    case .union(_, let variants): variants.map { .named($0.type) }
    case .alias(let type): [type]
    }
  }

  /// Replaces the types that the declaration mentions.
  mutating func replaceReferences(_ replacement: (TypeReference) -> TypeReference) {
    switch form {
    case .structure(var fields, let examples):
      for index in fields.indices { fields[index].type = replacement(fields[index].type) }
      form = .structure(fields: fields, examples: examples)
    case .enumeration: return
    case .union(let discriminator, var variants):
      for index in variants.indices {
        guard case .named(let name) = replacement(.named(variants[index].type)) else { continue }
        variants[index].type = name
      }
      form = .union(discriminator: discriminator, variants)
    case .alias(let type): form = .alias(replacement(type))
    }
  }
}

extension EndpointDraft {
  /// The types that the endpoint mentions.
  var references: [TypeReference] {
    parameters.map(\.type) + [body?.payload.jsonType].compactMap(\.self)
      + responses.compactMap { $0.payload?.jsonType }
      + responses.flatMap(\.headerFields).map(\.type)
  }

  /// Replaces the types that the endpoint mentions.
  mutating func replaceReferences(_ replacement: (TypeReference) -> TypeReference) {
    for index in parameters.indices {
      parameters[index].type = replacement(parameters[index].type)
    }
    if let type = body?.payload.jsonType { body?.payload = .json(replacement(type)) }
    for index in responses.indices {
      for field in responses[index].headerFields.indices {
        responses[index].headerFields[field].type = replacement(
          responses[index].headerFields[field].type)
      }
      guard let type = responses[index].payload?.jsonType else { continue }
      responses[index].payload = .json(replacement(type))
    }
  }
}

extension TypeReference {
  /// The name of the declared type inside of lists and maps; `nil` for a scalar.
  var declaredName: String? {
    switch self {
    case .scalar: nil
    case .named(let name): name
    case .list(let type), .map(let type): type.declaredName
    }
  }

  /// Returns the type with another name for the declared one.
  func renamed(_ name: (String) -> String) -> TypeReference {
    switch self {
    case .scalar: self
    case .named(let old): .named(name(old))
    case .list(let type): .list(type.renamed(name))
    case .map(let type): .map(type.renamed(name))
    }
  }
}
