import Testing

@testable import EndpointRuntime

/// What a server says that rejects a request signed for the nonce `a`.
struct HostileRejection: Sendable, CustomTestStringConvertible {
  let name: String
  let fields: [String]
  /// The nonce, and its count, that the request is signed for then; `nil` if it is not sent again.
  let use: String?

  var testDescription: String { name }

  init(_ name: String, _ fields: String..., use: String?) {
    self.name = name
    self.fields = fields
    self.use = use
  }

  static let all: [HostileRejection] = [
    .init("stale", #"Digest realm="r", nonce="b", qop="auth", stale=true"#, use: "b1"),
    .init("STALE=TRUE", #"Digest realm="r", nonce="b", qop="auth", STALE=TRUE"#, use: "b1"),
    .init("stale in quotes", #"Digest realm="r", nonce="b", qop="auth", stale="true""#, use: "b1"),
    .init(
      "stale in quotes and capitals", #"Digest stale="True", realm="r", nonce="b", qop="auth""#,
      use: "b1"),
    .init(
      "stale with spaces", #"Digest realm="r", stale = true , nonce="b", qop="auth""#, use: "b1"),
    .init("stale, same nonce", #"Digest realm="r", nonce="a", qop="auth", stale=true"#, use: "a2"),
    .init(
      "stale in capitals, same nonce", #"Digest realm="r", nonce="a", qop="auth", stale="TRUE""#,
      use: "a2"),
    .init(
      "stale with spaces, same nonce", #"Digest realm="r", nonce="a", qop="auth", stale=" true ""#,
      use: "a2"),
    .init("another nonce", #"Digest realm="r", nonce="b", qop="auth""#, use: "b1"),
    .init(
      "another nonce, stale=false", #"Digest realm="r", nonce="b", qop="auth", stale=false"#,
      use: "b1"),
    .init(
      "another nonce, odd stale", #"Digest realm="r", nonce="b", qop="auth", stale=perhaps"#,
      use: "b1"),
    .init(
      "another nonce, empty stale", #"Digest realm="r", nonce="b", qop="auth", stale="#, use: "b1"),
    .init("another realm", #"Digest realm="s", nonce="b", qop="auth""#, use: "b1"),
    .init(
      "stronger algorithm",
      #"Digest realm="r", nonce="b", qop="auth", algorithm=SHA-256, stale=true"#, use: "b1"),
    .init(
      "other form", #"Digest realm="r", nonce="b", qop="auth", algorithm=MD5-sess, stale=true"#,
      use: "b1"),
    .init(
      "other form, same nonce", #"Digest realm="r", nonce="a", qop="auth", algorithm=MD5-sess"#,
      use: "a2"),
    .init("auth-int", #"Digest realm="r", nonce="b", qop="auth-int", stale=true"#, use: "b1"),
    .init("no qop", #"Digest realm="r", nonce="b", stale=true"#, use: "b-"),
    .init("another opaque", #"Digest realm="r", nonce="b", qop="auth", opaque="o""#, use: "b1"),
    .init("another domain", #"Digest realm="r", nonce="b", qop="auth", domain="/x""#, use: "b1"),
    .init(
      "two fields", #"Digest realm="r", nonce="c", qop="auth", stale=true"#,
      #"Digest realm="r", nonce="b", qop="auth", stale=true, algorithm=SHA-256"#, use: "b1"),
    .init(
      "two in one field", #"Basic realm="x", Digest realm="r", nonce="b", qop="auth", stale=true"#,
      use: "b1"),
    .init(
      "the old one among others", #"Digest realm="r", nonce="a", qop="auth""#,
      #"Digest realm="r", nonce="b", qop="auth", algorithm=SHA-256"#, use: "b1"),
    .init(
      "long nonce",
      #"Digest realm="r", nonce="\#(String(repeating: "b", count: 9_000))", qop="auth", stale=true"#,
      use: String(repeating: "b", count: 9_000) + "1"),
    .init("same nonce", #"Digest realm="r", nonce="a", qop="auth""#, use: nil),
    .init(
      "same nonce, stale=false", #"Digest realm="r", nonce="a", qop="auth", stale=false"#, use: nil),
    .init(
      "same nonce, stale=FALSE", #"Digest realm="r", nonce="a", qop="auth", stale="FALSE""#,
      use: nil),
    .init(
      "same nonce, odd stale", #"Digest realm="r", nonce="a", qop="auth", stale=truetrue"#, use: nil
    ),
    .init(
      "same nonce, empty stale", #"Digest realm="r", nonce="a", qop="auth", stale="""#, use: nil),
    .init("same nonce, other realm", #"Digest realm="s", nonce="a", qop="auth""#, use: nil),
    .init(
      "stale twice", #"Digest realm="r", nonce="b", qop="auth", stale=true, stale=true"#, use: nil),
    .init(
      "two nonces", #"Digest realm="r", nonce="b", nonce="c", qop="auth", stale=true"#, use: nil),
    .init("no nonce", #"Digest realm="r", qop="auth", stale=true"#, use: nil),
    .init("empty nonce", #"Digest realm="r", nonce="", qop="auth", stale=true"#, use: nil),
    .init(
      "unknown algorithm", #"Digest realm="r", nonce="b", qop="auth", stale=true, algorithm=X"#,
      use: nil),
    .init("unknown qop", #"Digest realm="r", nonce="b", qop="x", stale=true"#, use: nil),
    .init(
      "control character", "Digest realm=\"r\", nonce=\"b\u{1}\", qop=\"auth\", stale=true",
      use: "b 1"),
    .init(
      "20 kB", #"Digest nonce="b", stale=true, x="\#(String(repeating: "x", count: 20_000))""#,
      use: nil),
    .init("Basic", #"Basic realm="x""#, use: nil),
    .init("nothing", use: nil),
  ]
}

/// What a server says beside a success.
struct HostileInformation: Sendable, CustomTestStringConvertible {
  let name: String
  let field: String
  /// What the next request is signed for.
  let use: String

  var testDescription: String { name }

  init(_ name: String, _ field: String, use: String) {
    self.name = name
    self.field = field
    self.use = use
  }

  static let all: [HostileInformation] = [
    .init("next nonce", #"nextnonce="b""#, use: "b1"),
    .init("bare", "nextnonce=b", use: "b1"),
    .init("capitals and spaces", #"  NextNonce = "b" , qop=auth"#, use: "b1"),
    .init(
      "among others", #"qop=auth, rspauth="x", cnonce="y", nc=00000001, nextnonce="b", x=y"#,
      use: "b1"),
    .init("escaped", #"nextnonce="\b""#, use: "b1"),
    .init("the nonce in use", #"nextnonce="a""#, use: "a2"),
    .init("empty", #"nextnonce="""#, use: "a2"),
    .init("no value", "nextnonce", use: "a2"),
    .init("twice", #"nextnonce="b", nextnonce="c""#, use: "a2"),
    .init("twice the same", #"nextnonce="b", nextnonce="b""#, use: "a2"),
    .init("control character", "nextnonce=\"b\u{1}c\"", use: "b c1"),
    .init("unfinished", #"nextnonce="b"#, use: "a2"),
    .init("20 kB", #"nextnonce="\#(String(repeating: "b", count: 20_000))""#, use: "a2"),
    .init("empty field", "", use: "a2"),
    .init("commas", ",,,", use: "a2"),
    .init("other parameters only", "qop=auth", use: "a2"),
  ]
}
