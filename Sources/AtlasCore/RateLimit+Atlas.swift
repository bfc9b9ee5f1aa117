import EndpointRuntime

extension RateLimit {
  /// The rate limit of Atlas: 100 requests per minute for each project.
  public static var atlasProject: RateLimit {
    RateLimit(requests: 100, per: .seconds(60), scope: .pathParameter("GROUP-ID"))
  }
}
