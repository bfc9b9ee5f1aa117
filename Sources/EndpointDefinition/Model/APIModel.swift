public import EndpointModel

/// A whole API as its definitions describe it: one folder of XML files, read and validated.
///
/// Every name that a model mentions is declared in it, so its readers need not check again.
public struct APIModel: Sendable {
  /// The API's name, which is also the name of the module generated for it.
  public var name: String
  /// The relative path of the definition file that declares the API.
  public var path: String
  /// The absolute URL that every path is appended to, without a slash at its end.
  public var baseURL: String
  /// The service in Swift, which APIs with one client share; `nil` for the API itself.
  public var service: ServiceModel?
  /// The documentation of the API.
  public var documentation: Documentation
  /// How callers prove who they are; absent for an API without authentication.
  public var authentication: AuthenticationScheme?
  /// The media type of its JSON, with `{version}` where an endpoint's version is; absent for
  /// `application/json`.
  public var mediaType: String?
  /// Query parameters that every endpoint accepts.
  public var parameters: [ParameterModel]
  /// How a response can be wrapped in an envelope, if it can.
  public var envelope: Envelope?
  /// How the API serves long lists in pages, if it does.
  public var pagination: Pagination?
  /// Where the body of an error response keeps its parts.
  public var error: ErrorShape?
  /// The definition files, `api.xml` included, sorted by their paths.
  public var files: [FileModel]

  /// Creates a model.
  public init(
    name: String, path: String = "api.xml", baseURL: String,
    service: ServiceModel? = nil, documentation: Documentation = .init(),
    authentication: AuthenticationScheme? = nil,
    mediaType: String? = nil, parameters: [ParameterModel] = [],
    envelope: Envelope? = nil, pagination: Pagination? = nil, error: ErrorShape? = nil,
    files: [FileModel] = []
  ) {
    self.name = name
    self.path = path
    self.baseURL = baseURL
    self.service = service
    self.documentation = documentation
    self.authentication = authentication
    self.mediaType = mediaType
    self.parameters = parameters
    self.envelope = envelope
    self.pagination = pagination
    self.error = error
    self.files = files
  }

  /// Every endpoint of every file, in the order of the files.
  public var endpoints: [OperationModel] { files.flatMap(\.endpoints) }
  /// Every type of every file, in the order of the files.
  public var types: [TypeModel] { files.flatMap(\.types) }
  /// The error codes of the one file that lists them, if there is one.
  public var errorCodes: ErrorCodesModel? { files.lazy.compactMap(\.errorCodes).first }
}

/// A type in Swift that the APIs of a service share.
public struct ServiceModel: Hashable, Sendable {
  /// The module that declares the type.
  public var module: String
  /// The name of the type.
  public var type: String

  /// Creates a service.
  public init(module: String, type: String) {
    self.module = module
    self.type = type
  }
}

/// One definition file and what it declares, in the order of declaration.
public struct FileModel: Sendable {
  /// The path of the file relative to the folder of definitions, with `/` between its parts.
  public var path: String
  /// The tag of its endpoints; `nil` in `api.xml` and in files with types only.
  public var tag: String?
  /// The documentation of the tag.
  public var documentation: Documentation
  /// The endpoints that it declares.
  public var endpoints: [OperationModel]
  /// The types that it declares.
  public var types: [TypeModel]
  /// The error codes that it lists; `nil` for other files.
  public var errorCodes: ErrorCodesModel?

  /// Creates a file's model.
  public init(
    path: String, tag: String? = nil, documentation: Documentation = .init(),
    endpoints: [OperationModel] = [], types: [TypeModel] = [],
    errorCodes: ErrorCodesModel? = nil
  ) {
    self.path = path
    self.tag = tag
    self.documentation = documentation
    self.endpoints = endpoints
    self.types = types
    self.errorCodes = errorCodes
  }
}

/// The documentation of a declaration.
public struct Documentation: Hashable, Sendable {
  /// One sentence.
  public var summary: String?
  /// Further paragraphs, separated by empty lines.
  public var details: String?
  /// Why the declaration should no longer be used.
  public var deprecation: String?
  /// The name of what to use instead.
  public var replacement: String?

  /// Makes documentation.
  public init(
    summary: String? = nil, details: String? = nil, deprecation: String? = nil,
    replacement: String? = nil
  ) {
    self.summary = summary
    self.details = details
    self.deprecation = deprecation
    self.replacement = replacement
  }
}

/// An authentication scheme.
public enum AuthenticationScheme: String, CaseIterable, Sendable {
  /// HTTP Digest (RFC 7616).
  case digest
}
