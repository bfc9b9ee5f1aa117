package import EndpointModel

/// A whole API as its definitions describe it: one folder of XML files, read and validated.
///
/// Every name that a model mentions is declared in it, so its readers need not check again.
package struct APIModel: Sendable {
  /// The API's name, which is also the name of the module generated for it.
  package var name: String
  /// The relative path of the definition file that declares the API.
  package var path: String = "api.xml"
  /// The absolute URL that every path is appended to, without a slash at its end.
  package var baseURL: String
  /// The service in Swift, which APIs with one client share; `nil` for the API itself.
  package var service: ServiceModel?
  /// The documentation of the API.
  package var documentation: Documentation = .init()
  /// How callers prove who they are; absent for an API without authentication.
  package var authentication: AuthenticationScheme?
  /// The media type of its JSON, with `{version}` where an endpoint's version is; absent for
  /// `application/json`.
  package var mediaType: String?
  /// Query parameters that every endpoint accepts.
  package var parameters: [ParameterModel] = []
  /// How a response can be wrapped in an envelope, if it can.
  package var envelope: Envelope?
  /// How the API serves long lists in pages, if it does.
  package var pagination: Pagination?
  /// Where the body of an error response keeps its parts.
  package var error: ErrorShape?
  /// The definition files, `api.xml` included, sorted by their paths.
  package var files: [FileModel] = []

  /// Every endpoint of every file, in the order of the files.
  package var endpoints: [OperationModel] { files.flatMap(\.endpoints) }
  /// Every type of every file, in the order of the files.
  package var types: [TypeModel] { files.flatMap(\.types) }
  /// The error codes of the one file that lists them, if there is one.
  package var errorCodes: ErrorCodesModel? { files.lazy.compactMap(\.errorCodes).first }
}

/// A type in Swift that the APIs of a service share.
package struct ServiceModel: Hashable, Sendable {
  /// The module that declares the type.
  package var module: String
  /// The name of the type.
  package var type: String
}

/// One definition file and what it declares, in the order of declaration.
package struct FileModel: Sendable {
  /// The path of the file relative to the folder of definitions, with `/` between its parts.
  package var path: String
  /// The tag of its endpoints; `nil` in `api.xml` and in files with types only.
  package var tag: String?
  /// The documentation of the tag.
  package var documentation: Documentation = .init()
  /// The endpoints that it declares.
  package var endpoints: [OperationModel] = []
  /// The types that it declares.
  package var types: [TypeModel] = []
  /// The error codes that it lists; `nil` for other files.
  package var errorCodes: ErrorCodesModel?
}

/// The documentation of a declaration.
package struct Documentation: Hashable, Sendable {
  /// One sentence.
  package var summary: String?
  /// Further paragraphs, separated by empty lines.
  package var details: String?
  /// Why the declaration should no longer be used.
  package var deprecation: String?
  /// The name of what to use instead.
  package var replacement: String?

  /// Creates documentation.
  package init(
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
package enum AuthenticationScheme: String, CaseIterable, Sendable {
  /// HTTP Digest (RFC 7616).
  case digest
}
