import EndpointRuntime
import Foundation
import HTTPTypes

/// An error response of the control endpoint.
struct ControlError: Error {
  let status: Int
  let detail: String
  var allowedMethods: [String] = []

  init(_ status: Int, _ detail: String) {
    self.status = status
    self.detail = detail
  }

  static func notFound(_ request: IncomingRequest) -> ControlError {
    ControlError(404, "There is no \(request.path).")
  }
}

extension Query {
  /// Returns the value of a parameter as a number; `nil` if it is missing.
  func number(_ name: String) throws(ControlError) -> Int? {
    guard let value = self[name] else { return nil }
    guard let number = Int(value), number >= 0 else {
      throw ControlError(400, "'\(name)' must be a number from 0.")
    }
    return number
  }
}

extension IncomingRequest {
  /// Whether the request is from a program on this computer and not from a page of another origin.
  var isFromLoopback: Bool {
    if isInProcess { return true }
    let name = host.hasPrefix("[") ? host.prefix { $0 != "]" } + "]" : host.prefix { $0 != ":" }
    guard ["127.0.0.1", "localhost", "[::1]"].contains(name.lowercased()) else { return false }
    guard let origin = headerFields[.origin] else { return true }
    return origin == "\(scheme)://\(host)"
  }

  func check(_ methods: [String]) throws(ControlError) {
    guard methods.contains(method) else {
      var error = ControlError(405, "\(method) is not allowed here.")
      error.allowedMethods = methods
      throw error
    }
  }

  /// Checks that the body is declared as JSON, which no form of a website can do.
  func checkContentType() throws(ControlError) {
    let type = headerFields[.contentType]?.prefix { $0 != ";" }.lowercased()
    guard type?.trimmingCharacters(in: .whitespaces) == "application/json" else {
      throw ControlError(415, "The 'Content-Type' must be application/json.")
    }
  }

  /// Returns the fields of the JSON object in the body.
  func members() throws(ControlError) -> [String: JSON] {
    guard let members = body.flatMap(JSONCoding.document)?.object else {
      throw ControlError(400, "The body must be a JSON object.")
    }
    return members
  }
}
