extension EndpointError {
  /// The API's error; `nil` for any other case than ``api(_:)``, and for a 401 response without a body.
  public var apiError: APIError? {
    switch self {
    case .api(let error): error
    case .authentication(let failure): failure.response
    default: nil
    }
  }

  /// The status of the response; `nil` if none came.
  public var statusCode: Int? { apiError?.status.code }

  /// Whether the time for the operation ran out.
  public var isTimeout: Bool {
    if case .timeout = self { true } else { false }
  }

  /// Whether the task that sent the request was cancelled.
  public var isCancelled: Bool {
    if case .cancelled = self { true } else { false }
  }
}
