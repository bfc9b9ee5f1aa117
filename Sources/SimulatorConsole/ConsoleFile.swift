/// A file of the console, the page that shows and controls a simulator.
package enum ConsoleFile: String, CaseIterable, Sendable {
  case page = "console"
  case style = "console.css"
  case script = "console.js"

  /// The media type.
  package var contentType: String {
    switch self {
    case .page: "text/html; charset=utf-8"
    case .style: "text/css; charset=utf-8"
    case .script: "text/javascript; charset=utf-8"
    }
  }

  /// The content.
  package var bytes: [UInt8] {
    switch self {
    case .page: PackageResources.console_html
    case .style: PackageResources.console_css
    case .script: PackageResources.console_js
    }
  }

  /// The header fields that restrict what the page can do: it loads and requests nothing from another
  /// origin, no other page shows it in a frame, and no response becomes a part of it as HTML.
  package static let securityFields: [(name: String, value: String)] = [
    (
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'"
    ),
    ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
  ]
}
