import EndpointModel
import EndpointRuntime
import Foundation

/// Writes responses in pages, indented, and in envelopes as the query requests.
///
/// In an envelope, the status of the response is 200 and the real one is inside, for clients that
/// cannot read the status line.
struct ResponseWriter: Sendable {
  let api: APIDescriptor
  /// Whether errors list all problems with the fields of a body.
  var listsFields = false

  /// Writes a response.
  func write(_ response: SimulatedResponse, to request: SimulatedRequest) throws(SimulatedError)
    -> OutgoingResponse
  {
    switch response {
    case .item(let item, let status):
      return outgoing(status: status, document: item, query: request.query)
    case .list(let items, let status):
      guard request.returnsPage, let rule = api.pagination else {
        return outgoing(status: status, document: .array(items), query: request.query)
      }
      let page = PageWriter(rule: rule, query: request.query).document(of: items, at: request.url)
      return outgoing(status: status, document: page, query: request.query)
    case .data(let data, let type, let status):
      return OutgoingResponse(status: status, fields: [("Content-Type", type)], body: data)
    case .empty(let status):
      guard isEnveloped(request.query) else { return OutgoingResponse(status: status) }
      return outgoing(status: status, document: [:], query: request.query)
    }
  }

  /// Writes an error.
  func write(_ error: SimulatedError, query: Query) -> OutgoingResponse {
    guard let rule = api.error else {
      return outgoing(status: error.status, document: .string(error.detail), query: query)
    }
    var members: [String: JSON] = [
      rule.code: .string(error.code), rule.detail: .string(error.detail),
      "error": .integer(Int64(error.status)),
    ]
    if let name = rule.reason { members[name] = .string(ReasonPhrase.of(error.status)) }
    if let name = rule.parameters { members[name] = .array(error.parameters) }
    if listsFields, !error.fields.isEmpty {
      let fields = error.fields.map { field -> JSON in
        ["field": .string(field.name), "description": .string(field.description)]
      }
      members["badRequestDetail"] = ["fields": .array(fields)]
    }
    var response = outgoing(status: error.status, document: .object(members), query: query)
    if !error.allowedMethods.isEmpty {
      response.fields.append(("Allow", error.allowedMethods.joined(separator: ", ")))
    }
    return response
  }

  private func outgoing(status: Int, document: JSON, query: Query) -> OutgoingResponse {
    var status = status
    var document = document
    if let envelope = api.envelope, isEnveloped(query) {
      document = enveloped(document, status: status, by: envelope)
      status = 200
    }
    let body = try? JSONCoding.encode(document, pretty: query.isOn("pretty"))
    return OutgoingResponse(
      status: status, fields: [("Content-Type", "application/json")], body: body ?? Data())
  }

  private func isEnveloped(_ query: Query) -> Bool {
    api.envelope.map { query.isOn($0.switchParameter) } ?? false
  }

  /// A list keeps its fields and gains the status; anything else becomes the content.
  private func enveloped(_ document: JSON, status: Int, by rule: Envelope) -> JSON {
    let status = JSON.integer(Int64(status))
    if case .object(var members) = document, let items = api.pagination?.items,
      members[items] != nil
    {
      members[rule.status] = status
      return .object(members)
    }
    return .object([rule.status: status, rule.content: document])
  }
}

/// The reason phrases of statuses.
enum ReasonPhrase {
  static func of(_ status: Int) -> String {
    known.first { $0.code == status }?.reasonPhrase ?? ""
  }

  private static let known: [HTTPResponse.Status] = [
    .ok, .created, .accepted, .noContent, .badRequest, .unauthorized, .forbidden, .notFound,
    .methodNotAllowed, .notAcceptable, .conflict, .gone, .contentTooLarge, .unsupportedMediaType,
    .unprocessableContent, .tooManyRequests, .internalServerError, .notImplemented, .badGateway,
    .serviceUnavailable, .gatewayTimeout,
  ]
}
