import EndpointRuntime

extension RateLimit {
  /// As many requests as Atlas takes for a project in a minute: a hundred.
  public static var atlasProject: RateLimit {
    RateLimit(pathParameter: "GROUP-ID", limit: 100, period: .seconds(60))
  }
}
