package import HTTPTypes

extension HTTPFields {
  /// The fields without values that can be secrets.
  package var redacted: HTTPFields {
    var fields = self
    for index in fields.indices {
      if Self.secretNames.contains(fields[index].name) {
        fields[index].value = "<redacted>"
      } else if fields[index].name == .location {
        fields[index].value = fields[index].value.redacted
      }
    }
    return fields
  }

  private static let secretNames: Set<HTTPField.Name> = [
    .authorization, .proxyAuthorization, .cookie, .setCookie,
  ]

  /// The server's identifier of the request, under the names in use for it.
  var requestID: String? {
    for name in ["x-request-id", "request-id", "x-correlation-id"] {
      if let name = HTTPField.Name(name), let value = self[name], !value.isEmpty { return value }
    }
    return nil
  }
}
