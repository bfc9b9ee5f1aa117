public import EndpointRuntime
import EndpointModel
public import Foundation
public import HTTPTypes

/// Removes secrets from exchanges before they are recorded or displayed.
///
/// It removes the header fields with credentials, cookies, and challenges, and the values of JSON
/// fields, form parameters, and query parameters whose names are those of secrets. Names are compared
/// without regard to case, `_`, and `-`.
public struct Redaction: Sendable {
  /// The names of header fields that are removed.
  public var headerFields: Set<HTTPField.Name>
  private let names: Set<String>
  private let suffixes: [String]

  /// The text in place of a removed value.
  public static let placeholder = "<redacted>"

  /// The redaction of Atlas's secrets and of common ones.
  public static let standard = Redaction()

  /// Creates a redaction.
  ///
  /// - Parameter names: The names of JSON fields and parameters whose values are removed, in addition
  ///   to the standard ones.
  public init(additionalNames names: Set<String> = []) {
    self.names = Set((Self.standardNames + names).map(Self.normalized))
    suffixes = Self.standardSuffixes
    headerFields = Set(Self.standardHeaderFields.compactMap { HTTPField.Name($0) })
  }

  /// Returns header fields without those with secrets.
  public func redacted(_ fields: HTTPFields) -> HTTPFields {
    HTTPFields(
      fields.compactMap { field in
        guard !headerFields.contains(field.name) else { return nil }
        var field = field
        if field.name == .location { field.value = redacted(target: field.value) }
        return field
      })
  }

  /// Returns a JSON value without secrets. Values keep their types, so that it can still be decoded.
  public func redacted(_ json: JSON) -> JSON {
    switch json {
    case .object(let members):
      .object(
        Dictionary(
          uniqueKeysWithValues: members.map { name, value in
            (name, isSecret(name) ? Self.blank(value) : redacted(value))
          }))
    case .array(let elements): .array(elements.map(redacted))
    case .string(let text): .string(Self.withoutUserInformation(text))
    default: json
    }
  }

  /// Returns a URL or a request-target without the values of secret query parameters.
  public func redacted(target: String) -> String {
    guard let mark = target.firstIndex(of: "?") else { return target }
    let query = target[target.index(after: mark)...]
    return target[...mark] + redacted(form: query)
  }

  /// Returns a body without secrets: JSON and forms are recognized, other bodies are unchanged.
  ///
  /// A JSON document without secrets keeps its bytes.
  public func redacted(_ body: Data, contentType: String?) -> Data {
    if contentType?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true {
      return Data(redacted(form: String(decoding: body, as: UTF8.self)[...]).utf8)
    }
    guard let json = Self.document(body) else { return body }
    let redacted = redacted(json)
    return redacted == json ? body : (try? JSONCoding.encode(redacted)) ?? Data()
  }

  /// Returns the JSON document in a body, of whatever media type; `nil` if it has none.
  package static func document(_ body: Data) -> JSON? {
    let start = body.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    guard start == UInt8(ascii: "{") || start == UInt8(ascii: "[") else { return nil }
    return JSONCoding.document(body)
  }

  private func redacted(form: Substring) -> String {
    form.split(separator: "&", omittingEmptySubsequences: false).map { pair in
      let name = pair.prefix { $0 != "=" }
      guard name.count < pair.count, isSecret(name.removingPercentEncoding ?? String(name)) else {
        return String(pair)
      }
      return name + "=" + Self.placeholder.percentEncoded
    }.joined(separator: "&")
  }

  private func isSecret(_ name: String) -> Bool {
    let name = Self.normalized(name)
    return names.contains(name) || suffixes.contains { name.hasSuffix($0) }
  }

  private static func normalized(_ name: String) -> String {
    name.lowercased().filter { $0 != "_" && $0 != "-" }
  }

  private static func blank(_ value: JSON) -> JSON {
    switch value {
    case .null, .bool: value
    case .string(let text):
      .string(text.hasPrefix("http") ? "https://redacted.invalid" : placeholder)
    case .integer, .decimal, .double: 0
    case .array(let elements): .array(elements.map(blank))
    case .object(let members): .object(members.mapValues(blank))
    }
  }

  /// Returns a string without the user names and passwords of URLs.
  private static func withoutUserInformation(_ text: String) -> String {
    guard text.contains("://"), text.contains("@") else { return text }
    return text.replacing(#/:\/\/[^\/@\s]*@/#, with: "://\(placeholder)@")
  }

  private static let standardHeaderFields = [
    "Authorization", "Proxy-Authorization", "WWW-Authenticate", "Proxy-Authenticate",
    "Authentication-Info", "Proxy-Authentication-Info", "Cookie", "Set-Cookie", "X-API-Key",
  ]

  private static let standardSuffixes = [
    "password", "passwd", "secret", "token", "apikey", "privatekey", "accesskey", "privateapikey",
    "servicekey", "routingkey", "licensekey", "webhookurl", "assertion", "serviceaccountkey",
  ]

  private static let standardNames = [
    "deliveryUrl", "downloadUrl", "snapshotUrl", "sslKey", "accessKeyID", "authValue",
    "webhookHeadersTemplate", "webhookBodyTemplate", "headersTemplate", "bodyTemplate",
    "otelSuppliedHeaders", "credentials",
  ]
}
