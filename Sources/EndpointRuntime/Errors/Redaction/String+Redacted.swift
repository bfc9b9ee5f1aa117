extension String {
  /// The string without possible secrets: credentials in the form of header fields, values of names
  /// such as `password=`, paths and queries of URLs, and the values of JSON documents.
  ///
  /// At most 4096 bytes are kept.
  var redacted: String {
    let text =
      utf8.count > 4096 ? String(decoding: Array(utf8.prefix(4096)), as: UTF8.self) + " …" : self
    let marks: [UInt8] = [0x22, 0x3A, 0x3D, 0x7B, 0x5C]
    let hasScheme = ["earer", "asic", "EARER", "ASIC"].contains { text.contains($0) }
    guard hasScheme || text.utf8.contains(where: marks.contains) else { return text }
    return text.outliningJSON.redactingURLs.redactingCredentials
  }

  /// The string with each JSON document replaced by its outline, also where quotes are escaped.
  private var outliningJSON: String {
    var rest = Array(utf8)[...]
    var outlined: [UInt8] = []
    while let start = rest.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") })
    {
      outlined += rest[..<start]
      let document = rest[start...]
      let isEscaped = document.dropFirst().first { $0 != 0x20 && $0 != 0x5B && $0 != 0x7B } == 0x5C
      let candidate = isEscaped ? document.withoutBackslashes : document
      guard candidate.isLikelyJSON, let (text, length) = JSONOutline.text(of: candidate) else {
        outlined.append(rest[start])
        rest = rest[(start + 1)...]
        continue
      }
      outlined += Array(text.utf8)
      rest = candidate.dropFirst(length)
    }
    return String(decoding: outlined + rest, as: UTF8.self)
  }

  private var redactingURLs: String {
    replacing(#/(?i)\b(https?|mongodb(?:\+srv)?)(:\/\/)([^\s"'<>\/?#\\]*)([^\s"'<>\\]*)/#) {
      match in
      let host = match.output.3.split(separator: "@").last ?? ""
      let rest = match.output.4.count > 1 ? "/…" : match.output.4
      return "\(match.output.1)\(match.output.2)\(host)\(rest)"
    }
  }

  private var redactingCredentials: String {
    replacing(#/(?i)(authorization["'\\]*\s*[:=]\s*["'\\]*(?:basic|bearer|digest)\s).*/#) {
      "\($0.output.1)<redacted>"
    }
    .replacing(#/(?i)\b(bearer|basic)\s+(?=[^\s"]*[0-9])[A-Za-z0-9+\/=._~\-|!]{8,}/#) {
      "\($0.output.1) <redacted>"
    }
    .replacing(#/(?i)\b(response=["'\\]*)[0-9a-f]{32,64}/#) { "\($0.output.1)<redacted>" }
    .replacing(
      #/(?i)((?:password|passwd|secret|token|key|credentials?|signature|webhook)["'\\]*\s*(?:=\s*|:\s*(?=\S*[0-9])))["'\\]*[^\s,;"'&\\<]{4,}/#
    ) { "\($0.output.1)<redacted>" }
  }
}

extension ArraySlice<UInt8> {
  /// Whether a bracket begins a JSON document rather than prose.
  fileprivate var isLikelyJSON: Bool {
    let next = dropFirst().first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    return next.map { [UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "[")].contains($0) }
      ?? false
  }

  fileprivate var withoutBackslashes: ArraySlice { filter { $0 != UInt8(ascii: "\\") }[...] }
}
