public import EndpointSimulator

extension SimulatedRateLimit {
  /// The rate limit of Atlas: 100 requests per minute for each project.
  public static var atlasProject: SimulatedRateLimit {
    SimulatedRateLimit(requests: 100, per: .seconds(60), placeholder: "GROUP-ID")
  }
}
