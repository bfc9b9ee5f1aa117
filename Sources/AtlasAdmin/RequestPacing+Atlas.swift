import EndpointRuntime

extension RequestPacing {
  /// As many requests as Atlas takes for a project in a minute: a hundred.
  public static var atlasProject: RequestPacing {
    RequestPacing(pathParameter: "GROUP-ID", limit: 100, period: .seconds(60))
  }
}
