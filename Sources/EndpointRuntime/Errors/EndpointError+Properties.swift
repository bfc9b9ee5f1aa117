extension EndpointError {
  /// The error response; `nil` for other errors than ``api(_:)`` and ``authentication(_:)``, and if
  /// there is none.
  public var apiError: APIError? {
    switch self {
    case .api(let error): error
    case .authentication(let failure): failure.response
    default: nil
    }
  }

  /// The status of the response; `nil` if none came.
  public var statusCode: Int? { apiError?.status.code }

  /// Whether the operation timed out.
  public var isTimeout: Bool {
    if case .timeout = self { true } else { false }
  }

  /// Whether the task that sent the request was cancelled.
  public var isCancelled: Bool {
    if case .cancelled = self { true } else { false }
  }
}
