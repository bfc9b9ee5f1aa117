import Testing

@testable import EndpointRuntime

/// A challenge of a server that writes it in an unusual way, or wrongly.
struct HostileChallenge: Sendable, CustomTestStringConvertible {
  enum Outcome: Sendable {
    /// The request is signed for this.
    case signed(
      nonce: String = "n", realm: String = "r", qop: String? = "auth", DigestAlgorithm = .md5)
    /// Nothing is signed.
    case rejected
  }

  let name: String
  let fields: [String]
  let outcome: Outcome

  var testDescription: String { name }

  init(_ name: String, _ fields: String..., is outcome: Outcome) {
    self.name = name
    self.fields = fields
    self.outcome = outcome
  }

  /// Challenges that a client without credentials may meet.
  static let first: [HostileChallenge] = [
    .init("plain", #"Digest realm="r", nonce="n", qop="auth""#, is: .signed()),
    .init("no spaces", #"Digest realm="r",nonce="n",qop="auth""#, is: .signed()),
    .init(
      "tabs and many spaces", "Digest \t realm=\"r\" \t,\t nonce=\"n\"  ,qop=\"auth\"",
      is: .signed()),
    .init("space around =", #"Digest realm = "r", nonce= "n", qop ="auth""#, is: .signed()),
    .init("lower-case scheme", #"digest realm="r", nonce="n", qop="auth""#, is: .signed()),
    .init("upper-case names", #"DIGEST REALM="r", NONCE="n", QOP="auth""#, is: .signed()),
    .init("nothing in quotes", "Digest realm=r, nonce=n, qop=auth", is: .signed()),
    .init("empty elements", #"Digest ,, realm="r",, nonce="n",qop="auth",,"#, is: .signed()),
    .init("leading commas", #",, Digest realm="r", nonce="n", qop="auth""#, is: .signed()),
    .init("comma before the first", #"Digest , realm="r", nonce="n", qop="auth""#, is: .signed()),
    .init(
      "quoted comma", #"Digest realm="a, b", nonce="n", qop="auth""#, is: .signed(realm: "a, b")),
    .init("quoted =", #"Digest realm="r", nonce="n==", qop="auth""#, is: .signed(nonce: "n==")),
    .init("bare =", "Digest realm=r, nonce=abc==, qop=auth", is: .signed(nonce: "abc==")),
    .init(
      "nonce that looks like a parameter", #"Digest nonce="a realm=", realm="r", qop="auth""#,
      is: .signed(nonce: "a realm=")),
    .init(
      "realm that looks like a challenge", #"Digest realm="x, Basic y=z", nonce="n", qop="auth""#,
      is: .signed(realm: "x, Basic y=z")),
    .init(
      "escaped quote", #"Digest realm="a \"b\"", nonce="n", qop="auth""#,
      is: .signed(realm: #"a "b""#)),
    .init(
      "escaped backslash", #"Digest realm="a\\", nonce="n\\", qop="auth""#,
      is: .signed(nonce: #"n\"#, realm: #"a\"#)),
    .init("escape without need", #"Digest realm="\r", nonce="\n", qop="\a\u\t\h""#, is: .signed()),
    .init(
      "non-ASCII realm", #"Digest realm="Größe", nonce="n", qop="auth""#,
      is: .signed(realm: "Größe")),
    .init(
      "tab in a realm", "Digest realm=\"a\tb\", nonce=\"n\", qop=\"auth\"",
      is: .signed(realm: "a\tb")),
    .init("no realm", #"Digest nonce="n", qop="auth""#, is: .signed(realm: "")),
    .init("empty realm", #"Digest realm="", nonce="n", qop="auth""#, is: .signed(realm: "")),
    .init(
      "Atlas",
      #"Digest realm="MMS Public API", domain="", nonce="n", algorithm=MD5, qop="auth", stale=false"#,
      is: .signed(realm: "MMS Public API")),
    .init(
      "op instead of qop",
      #"Digest realm="r", domain="", nonce="n", algorithm=MD5, op="auth", stale=false"#,
      is: .signed(qop: nil)),
    .init(
      "stale in the first one", #"Digest realm="r", nonce="n", qop="auth", stale=TRUE"#,
      is: .signed()),
    .init(
      "unknown parameters", #"Digest realm="r", nonce="n", qop="auth", x=1, charset=UTF-8, y="z""#,
      is: .signed()),
    .init(
      "unknown charset", #"Digest realm="r", nonce="n", qop="auth", charset=latin1"#, is: .signed()),
    .init(
      "userhash=false", #"Digest realm="r", nonce="n", qop="auth", userhash=false"#, is: .signed()),
    .init(
      "long nonce",
      #"Digest realm="r", nonce="\#(String(repeating: "n", count: 8_000))", qop="auth""#,
      is: .signed(nonce: String(repeating: "n", count: 8_000))),
    .init("empty opaque", #"Digest realm="r", nonce="n", qop="auth", opaque="""#, is: .signed()),
    .init("empty domain", #"Digest realm="r", nonce="n", qop="auth", domain="""#, is: .signed()),
    .init(
      "foreign domain",
      #"Digest realm="r", nonce="n", qop="auth", domain="/elsewhere https://x.example/""#,
      is: .signed()),
    .init(
      "odd domain", #"Digest realm="r", nonce="n", qop="auth", domain="* :// https:// ,, /a,/b""#,
      is: .signed()),
    .init("qop list", #"Digest realm="r", nonce="n", qop="auth,auth-int""#, is: .signed()),
    .init(
      "qop list, spaces", #"Digest realm="r", nonce="n", qop=" auth-int ,  auth ""#, is: .signed()),
    .init("qop list, bare", #"Digest realm="r", qop=auth,auth-int, nonce="n""#, is: .signed()),
    .init(
      "qop list, bare, spaces", #"Digest realm="r", qop=auth, auth-int, nonce="n""#, is: .signed()),
    .init("qop in capitals", #"Digest realm="r", nonce="n", qop="AUTH""#, is: .signed()),
    .init(
      "qop with unknown ones", #"Digest realm="r", nonce="n", qop="auth-conf,x,auth""#,
      is: .signed()),
    .init(
      "qop twice the same in a list", #"Digest realm="r", nonce="n", qop="auth,auth""#,
      is: .signed()),
    .init("qop empty", #"Digest realm="r", nonce="n", qop="""#, is: .signed(qop: nil)),
    .init("qop of commas", #"Digest realm="r", nonce="n", qop=",, ,""#, is: .signed(qop: nil)),
    .init("no qop", #"Digest realm="r", nonce="n""#, is: .signed(qop: nil)),
    .init(
      "auth-int only", #"Digest realm="r", nonce="n", qop="auth-int""#, is: .signed(qop: "auth-int")
    ),
    .init(
      "algorithm in lower case", #"Digest realm="r", nonce="n", qop="auth", algorithm=md5"#,
      is: .signed()),
    .init(
      "algorithm in quotes", #"Digest realm="r", nonce="n", qop="auth", algorithm="MD5""#,
      is: .signed()),
    .init(
      "SHA-256", #"Digest realm="r", nonce="n", qop="auth", algorithm=sha-256"#,
      is: .signed(.sha256)),
    .init(
      "SHA-512-256", #"Digest realm="r", nonce="n", qop="auth", algorithm=SHA-512-256"#,
      is: .signed(.sha512256)),
    .init(
      "MD5-sess", #"Digest realm="r", nonce="n", qop="auth", algorithm=MD5-SESS"#,
      is: .signed(.md5Session)),
    .init(
      "SHA-256-sess", #"Digest realm="r", nonce="n", qop="auth", algorithm="SHA-256-sess""#,
      is: .signed(.sha256Session)),
    .init(
      "strongest of three fields", #"Digest realm="a", nonce="1", qop="auth""#,
      #"Digest realm="r", nonce="n", qop="auth", algorithm=SHA-512-256"#,
      #"Digest realm="b", nonce="2", qop="auth", algorithm=SHA-256"#, is: .signed(.sha512256)),
    .init(
      "strongest in one field",
      #"Digest realm="a", nonce="1", qop="auth", Digest realm="r", nonce="n", qop="auth", algorithm=SHA-256"#,
      is: .signed(.sha256)),
    .init(
      "Basic before, one field", #"Basic realm="x", Digest realm="r", nonce="n", qop="auth""#,
      is: .signed()),
    .init(
      "Basic behind, one field", #"Digest realm="r", nonce="n", qop="auth", Basic realm="x""#,
      is: .signed()),
    .init(
      "Basic before, two fields", #"Basic realm="x""#, #"Digest realm="r", nonce="n", qop="auth""#,
      is: .signed()),
    .init(
      "token68 before", #"Negotiate abc/def==, Digest realm="r", nonce="n", qop="auth""#,
      is: .signed()),
    .init(
      "schemes without parameters",
      #"Negotiate, NTLM, Digest realm="r", nonce="n", qop="auth", Custom"#, is: .signed()),
    .init(
      "unknown algorithm beside", #"Digest realm="x", nonce="x", algorithm=SHA-3"#,
      #"Digest realm="r", nonce="n", qop="auth""#, is: .signed()),
    .init(
      "broken one beside", #"Digest realm="x"#, #"Digest realm="r", nonce="n", qop="auth""#,
      is: .signed()),
    .init(
      "doubled one beside", #"Digest nonce="x", nonce="y""#,
      #"Digest realm="r", nonce="n", qop="auth""#, is: .signed()),
    .init(
      "the same challenge twice", #"Digest realm="r", nonce="n", qop="auth""#,
      #"Digest realm="r", nonce="n", qop="auth""#, is: .signed()),
    .init("empty field beside", "", #"Digest realm="r", nonce="n", qop="auth""#, is: .signed()),
    .init("no field", is: .rejected),
    .init("empty field", "", is: .rejected),
    .init("commas", " ,, ,", is: .rejected),
    .init("scheme alone", "Digest", is: .rejected),
    .init("Basic alone", #"Basic realm="x""#, is: .rejected),
    .init("no nonce", #"Digest realm="r", qop="auth""#, is: .rejected),
    .init("empty nonce", #"Digest realm="r", nonce="", qop="auth""#, is: .rejected),
    .init("two nonces", #"Digest realm="r", nonce="n", nonce="m", qop="auth""#, is: .rejected),
    .init(
      "the same nonce twice", #"Digest realm="r", nonce="n", NONCE="n", qop="auth""#, is: .rejected),
    .init("two realms", #"Digest realm="r", realm="s", nonce="n", qop="auth""#, is: .rejected),
    .init(
      "two algorithms", #"Digest realm="r", nonce="n", algorithm=MD5, algorithm=SHA-256"#,
      is: .rejected),
    .init(
      "unknown algorithm", #"Digest realm="r", nonce="n", qop="auth", algorithm=SHA-512"#,
      is: .rejected),
    .init("unknown qop", #"Digest realm="r", nonce="n", qop="auth-conf""#, is: .rejected),
    .init(
      "session form without qop", #"Digest realm="r", nonce="n", algorithm=MD5-sess"#, is: .rejected
    ),
    .init("unfinished quote", #"Digest realm="r", qop="auth", nonce="n"#, is: .rejected),
    .init("unfinished escape", #"Digest realm="r", qop="auth", nonce="n\"#, is: .rejected),
    .init("no scheme", #"realm="r", nonce="n", qop="auth""#, is: .rejected),
    .init("no space behind the scheme", #"Digest="x", nonce="n", qop="auth""#, is: .rejected),
    .init("scheme in quotes", #""Digest" realm="r", nonce="n", qop="auth""#, is: .rejected),
    .init("semicolons", #"Digest realm="r"; nonce="n"; qop="auth""#, is: .rejected),
    // `HTTPFields` has spaces in place of control characters.
    .init(
      "control character", "Digest realm=\"r\u{7F}\", nonce=\"n\u{1}m\", qop=\"auth\"",
      is: .signed(nonce: "n m", realm: "r ")),
    .init(
      "20 kB", #"Digest realm="r", nonce="n", x="\#(String(repeating: "x", count: 20_000))""#,
      is: .rejected),
    .init(
      "100 challenges", Array(repeating: #"Digest nonce="n""#, count: 100).joined(separator: ", "),
      is: .rejected),
  ]
}
