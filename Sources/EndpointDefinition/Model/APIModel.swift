package import EndpointModel

/// An API as its definitions describe it, read and validated.
///
/// Every name in a model is declared in it.
package struct APIModel: Sendable {
  /// The name of the API and of its generated module.
  package var name: String
  /// The relative path of the file that declares the API.
  package var path: String = "api.xml"
  /// The absolute URL that every path is appended to, without a slash at its end.
  package var baseURL: String
  /// The service in Swift, which APIs with one client share; `nil` for the API itself.
  package var service: ServiceModel?
  /// The documentation of the API.
  package var documentation: Documentation = .init()
  /// The authentication schemes, one of which is enough; empty for an API without authentication.
  package var authentication: [AuthenticationScheme] = []
  /// The media type of JSON, with `{version}` for the version of an endpoint; `nil` for
  /// `application/json`.
  package var mediaType: String?
  /// The path parameters that endpoints share, which those with the placeholder have as well.
  package var pathParameters: [ParameterModel] = []
  /// The query parameters that every endpoint accepts.
  package var parameters: [ParameterModel] = []
  /// The envelope of responses; `nil` if there is none.
  package var envelope: Envelope?
  /// The pagination of lists; `nil` if there is none.
  package var pagination: Pagination?
  /// The fields of an error response; `nil` if they are not known.
  package var error: ErrorShape?
  /// The definition files, including `api.xml`, sorted by path.
  package var files: [FileModel] = []

  /// All endpoints, in the order of the files.
  package var endpoints: [OperationModel] { files.flatMap(\.endpoints) }
  /// All types, in the order of the files.
  package var types: [TypeModel] { files.flatMap(\.types) }
  /// The error codes; `nil` if no file lists them.
  package var errorCodes: ErrorCodesModel? { files.lazy.compactMap(\.errorCodes).first }
}

/// A type in Swift that the APIs of a service share.
package struct ServiceModel: Hashable, Sendable {
  /// The module that declares the type.
  package var module: String
  /// The name of the type.
  package var type: String
}

/// A definition file with its declarations in order.
package struct FileModel: Sendable {
  /// The path relative to the folder of definitions, with `/` as the separator.
  package var path: String
  /// The tag of the endpoints; `nil` in `api.xml` and in files with types only.
  package var tag: String?
  /// The documentation of the tag.
  package var documentation: Documentation = .init()
  /// The endpoints.
  package var endpoints: [OperationModel] = []
  /// The types.
  package var types: [TypeModel] = []
  /// The error codes; `nil` for files without them.
  package var errorCodes: ErrorCodesModel?
}

/// An authentication scheme.
package enum AuthenticationScheme: String, CaseIterable, Sendable {
  /// HTTP Digest (RFC 7616).
  case digest
  /// An access token by the client credentials grant of OAuth (RFC 6749, section 4.4).
  case oauthClientCredentials = "oauth-client-credentials"
  /// A bearer token (RFC 6750).
  case bearer
  /// HTTP Basic (RFC 7617).
  case basic
  /// A key in a header field or a query parameter.
  case apiKey = "api-key"

  /// The scheme of the field `Authorization`; `nil` if the credentials are elsewhere.
  package var credentials: String? {
    switch self {
    case .digest: "Digest"
    case .oauthClientCredentials, .bearer: "Bearer"
    case .basic: "Basic"
    case .apiKey: nil
    }
  }
}
