import EndpointModel
import EndpointRuntime
import Foundation
import HTTPTypes

/// A line of a recording: a request and its response, without secrets.
struct RecordedLine: Sendable {
  /// The position among the requests of the recording, from 1.
  var number: Int
  var method: String
  var url: String
  var requestFields: HTTPFields
  var requestBody: Data
  var status: Int
  var responseFields: HTTPFields
  var responseBody: Data

  /// The request-target: the URL without its scheme and authority.
  var target: String {
    guard let authority = url.firstRange(of: "://") else { return url }
    let rest = url[authority.upperBound...]
    return String(rest[(rest.firstIndex(of: "/") ?? rest.endIndex)...])
  }

  /// The request-target without its query.
  var path: String { String(target.prefix { $0 != "?" }) }
}

extension RecordedLine {
  /// The line, with a line break at its end.
  var data: Data {
    get throws {
      var request: [String: JSON] = [
        "method": .string(method), "url": .string(url), "headerFields": Self.json(requestFields),
      ]
      request["body"] = Self.json(requestBody)
      var response: [String: JSON] = [
        "status": .integer(Int64(status)), "headerFields": Self.json(responseFields),
      ]
      response["body"] = Self.json(responseBody)
      let line: JSON = [
        "number": .integer(Int64(number)), "request": .object(request),
        "response": .object(response),
      ]
      return try JSONCoding.encode(line) + Data("\n".utf8)
    }
  }

  /// Parses a line.
  ///
  /// - Throws: A description of the problem.
  init(_ line: Data) throws(Problem) {
    guard let json = JSONCoding.document(line) else { throw Problem("is not a JSON object") }
    guard let number = json["number"]?.integer else { throw Problem("has no 'number'") }
    guard let request = json["request"], let method = request["method"]?.string,
      let url = request["url"]?.string
    else { throw Problem("has no 'request' with 'method' and 'url'") }
    guard let response = json["response"], let status = response["status"]?.integer,
      (100...599).contains(status)
    else { throw Problem("has no 'response' with a 'status' from 100 to 599") }
    self.init(
      number: Int(number), method: method, url: url,
      requestFields: try Self.fields(request["headerFields"]),
      requestBody: try Self.body(request["body"]), status: Int(status),
      responseFields: try Self.fields(response["headerFields"]),
      responseBody: try Self.body(response["body"]))
  }

  /// The reason why a line is invalid.
  struct Problem: Error {
    let text: String

    init(_ text: String) { self.text = text }
  }

  private static func json(_ fields: HTTPFields) -> JSON {
    .array(fields.map { [.string($0.name.rawName), .string($0.value)] })
  }

  private static func fields(_ json: JSON?) throws(Problem) -> HTTPFields {
    var fields = HTTPFields()
    for pair in json?.array ?? [] {
      guard let parts = pair.array, parts.count == 2,
        let name = parts[0].string.flatMap({ HTTPField.Name($0) }), let value = parts[1].string
      else { throw Problem("has a header field that is not a list of a name and a value") }
      fields.append(HTTPField(name: name, value: value))
    }
    return fields
  }

  /// A body as a JSON value, as text, or as bytes in Base64; `nil` if it is empty.
  private static func json(_ body: Data) -> JSON? {
    if body.isEmpty { return nil }
    // Only a document that the encoder writes in the same way can be read again without a change.
    if let document = Redaction.document(body), (try? JSONCoding.encode(document)) == body {
      return ["json": document]
    }
    if let text = String(validating: body, as: UTF8.self) { return ["text": .string(text)] }
    return ["base64": .string(body.base64EncodedString())]
  }

  private static func body(_ json: JSON?) throws(Problem) -> Data {
    guard let json else { return Data() }
    if let document = json["json"], let data = try? JSONCoding.encode(document) { return data }
    if let text = json["text"]?.string { return Data(text.utf8) }
    if let data = json["base64"]?.string.flatMap({ Data(base64Encoded: $0) }) { return data }
    throw Problem("has a 'body' without a valid 'json', 'text', or 'base64'")
  }
}
