extension String {
  /// The text without what looks like a secret: credentials as header fields carry them, which some
  /// servers repeat, and members of JSON objects whose names say that they are secret.
  var redacted: String {
    replacing(#/(?i)(authorization["'\\]*\s*[:=]\s*["'\\]*(?:basic|bearer|digest)\s).*/#) {
      "\($0.output.1)<redacted>"
    }
    .replacing(#/(?i)\b(bearer|basic)\s+(?=[^\s"]*[0-9])[A-Za-z0-9+\/=._~\-]{8,}/#) {
      "\($0.output.1) <redacted>"
    }
    .replacing(#/(?i)\b(response=["'\\]*)[0-9a-f]{32,64}/#) { "\($0.output.1)<redacted>" }
    .replacing(
      #/(?i)("[^"]*(?:password|secret|private_?key|api_?key|token)"\s*:\s*")(?:[^"\\]|\\.)*/#
    ) { "\($0.output.1)<redacted>" }
  }
}
