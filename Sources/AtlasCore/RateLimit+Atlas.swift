import EndpointRuntime

extension RateLimit {
  /// As many requests as Atlas takes for a project in a minute: a hundred.
  public static var atlasProject: RateLimit {
    RateLimit(requests: 100, per: .seconds(60), scope: .pathParameter("GROUP-ID"))
  }
}
