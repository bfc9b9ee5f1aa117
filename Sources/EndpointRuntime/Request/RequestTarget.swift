import EndpointModel
import Foundation

/// Builds the request-target: the path template with its values, and the query.
package struct RequestTarget {
  let request: RequestBuilder
  let sharedQuery: [(name: String, value: String)]

  /// Returns the request-target.
  ///
  /// - Throws: ``EndpointError/invalidRequest(parameter:reason:)`` for a value that a path cannot
  ///   contain.
  func text(after prefix: String) throws(EndpointError) -> String {
    var target = ""
    target.reserveCapacity(256)
    target += prefix
    try appendPath(to: &target)
    let query = request.query + sharedQuery
    if !query.isEmpty {
      target += "?"
      target += query.map { "\($0.name.percentEncoded)=\($0.value.percentEncoded)" }
        .joined(separator: "&")
    }
    return target
  }

  private func appendPath(to target: inout String) throws(EndpointError) {
    for segment in request.operation.path.segments {
      target += "/"
      try expand(segment, into: &target)
    }
  }

  /// Appends a segment of the template with its placeholders replaced.
  private func expand(_ segment: [PathTemplate.Part], into path: inout String)
    throws(EndpointError)
  {
    let start = path.utf8.count
    var placeholder: String?
    for part in segment {
      switch part {
      case .text(let text): path += text
      case .placeholder(let name):
        placeholder = name
        path += try value(of: name).percentEncoded
      }
    }
    // A server would resolve these segments to another path.
    guard let placeholder, path.utf8.count - start <= 2 else { return }
    let expanded = Substring(path.utf8.dropFirst(start))
    if expanded == "." || expanded == ".." {
      throw .invalidRequest(
        parameter: placeholder, reason: "cannot be '\(expanded)' in a path")
    }
  }

  private func value(of placeholder: String) throws(EndpointError) -> String {
    guard let value = request.pathValue(placeholder) else {
      throw .invalidRequest(parameter: placeholder, reason: "is part of the path; give it a value")
    }
    let isPlain = value.utf8.first.map { $0 > 0x20 && $0 < 0x7F } ?? false
    guard isPlain || value.contains(where: { !$0.isWhitespace }) else {
      throw .invalidRequest(
        parameter: placeholder, reason: "is part of the path and cannot be empty or white space")
    }
    return value
  }
}

extension RequestTarget {
  /// Whether a string is a path, perhaps with a query, that needs no further encoding.
  package static func isOriginForm(_ text: String) -> Bool {
    var bytes = text.utf8.makeIterator()
    guard bytes.next() == UInt8(ascii: "/") else { return false }
    while let byte = bytes.next() {
      if byte == UInt8(ascii: "%") {
        guard bytes.next()?.isHexDigit == true, bytes.next()?.isHexDigit == true else {
          return false
        }
      } else if !byte.isPathCharacter, byte != UInt8(ascii: "/"), byte != UInt8(ascii: "?") {
        return false
      }
    }
    return true
  }
}
