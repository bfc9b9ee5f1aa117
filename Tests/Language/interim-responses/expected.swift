// Generated from definition.xml. Edit the definition, not this file.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public import EndpointModel
@_spi(Generated) public import EndpointRuntime

/// Fetches a report.
///
/// `GET /stores/{STORE-ID}/report`
public struct GetReport: StoreEndpoint {
  public typealias Response = Report?
  @_spi(Generated) public static let operation = EndpointOperation(
    "GetReport", method: "GET", path: "/stores/{STORE-ID}/report", interimStatuses: [102])

  /// The identifier of the store.
  public var storeID: ObjectID

  public init(storeID: ObjectID) { self.storeID = storeID }
  @_spi(Generated) public func encode(into request: inout RequestBuilder) throws {
    request.setPathParameter("STORE-ID", to: storeID)
  }

  @_spi(Generated) public static func decode(_ response: ResponseDecoder) throws -> Report? {
    if response.isEmpty { return nil }
    if response.matches(statuses: [102]) { return nil }
    return try response.value(Report.self)
  }
}

extension Waiter where E == GetReport {
  /// Waits until the report is ready.
  public static var ready: Self {
    Self(
      name: "ready", interval: .seconds(5), timeout: .seconds(60),
      success: [
        .init("response") { $0.map { _ in "present" } }
      ]
    )
  }

  /// Waits for `complete`.
  public static var complete: Self {
    Self(
      name: "complete", interval: .seconds(5), timeout: .seconds(60),
      success: [
        .init("state", is: ["COMPLETE"]) { $0?.state }
      ],
      failure: [
        .init("error") { $0?.error }
      ]
    )
  }
}

/// Fetches a report as CSV.
///
/// `GET /stores/{STORE-ID}/report`
public struct GetReportAsCSV: StoreEndpoint {
  public typealias Response = String?
  @_spi(Generated) public static let operation = EndpointOperation(
    "GetReportAsCSV", method: "GET", path: "/stores/{STORE-ID}/report", accept: ["text/csv"],
    interimStatuses: [102])

  /// The identifier of the store.
  public var storeID: ObjectID

  public init(storeID: ObjectID) { self.storeID = storeID }
  @_spi(Generated) public func encode(into request: inout RequestBuilder) throws {
    request.setPathParameter("STORE-ID", to: storeID)
  }

  @_spi(Generated) public static func decode(_ response: ResponseDecoder) throws -> String? {
    if response.matches(statuses: [102]) { return nil }
    return response.text
  }
}

/// Fetches a draft.
///
/// `GET /stores/{STORE-ID}/draft`
public struct GetDraft: StoreEndpoint {
  public enum Response: Hashable, Sendable {
    /// The response with 200.
    case ok(Report)
    /// The response with 203 as `text/plain`.
    case nonAuthoritative(String)
    /// The response with 102.
    case processing
  }
  @_spi(Generated) public static let operation = EndpointOperation(
    "GetDraft", method: "GET", path: "/stores/{STORE-ID}/draft",
    accept: ["application/json", "text/plain"], interimStatuses: [102])

  /// The identifier of the store.
  public var storeID: ObjectID

  public init(storeID: ObjectID) { self.storeID = storeID }
  @_spi(Generated) public func encode(into request: inout RequestBuilder) throws {
    request.setPathParameter("STORE-ID", to: storeID)
  }

  @_spi(Generated) public static func decode(_ response: ResponseDecoder) throws -> Response {
    if response.matches(statuses: [203], contentType: "text/plain") {
      return .nonAuthoritative(response.text)
    }
    if response.matches(statuses: [102]) { return .processing }
    return .ok(try response.value(Report.self))
  }
}

/// A report.
public struct Report: JSONModel {
  /// The field `state`.
  public var state: String
  /// The field `error`.
  public var error: String?

  public init(state: String, error: String? = nil) {
    self.state = state
    self.error = error
  }
  @_spi(Generated) public init(fields: inout FieldReader) {
    state = fields.required(string: "state")
    error = fields.optional(string: "error")
  }
  @_spi(Generated) public func write(fields: inout JSONWriter) {
    fields.set(string: "error", error)
    fields.set(string: "state", state)
  }
}
