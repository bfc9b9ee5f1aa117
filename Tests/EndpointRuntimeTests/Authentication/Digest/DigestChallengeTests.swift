import Testing

@testable import EndpointRuntime

@Suite("The choice among challenges")
struct DigestChallengeTests {
  @Test("treats an empty list of qop as missing")
  func emptyProtection() {
    #expect(best(#"Digest nonce="n", qop="""#)?.protection == DigestChallenge.Protection.none)
    #expect(best(#"Digest nonce="n", qop=" , ""#)?.protection == DigestChallenge.Protection.none)
  }

  private func best(_ fields: String...) -> DigestChallenge? {
    .best(of: AuthenticationChallenge.parse(fields))
  }

  @Test("accepts both spellings of Atlas's challenge", arguments: ["qop", "op"])
  func atlas(name: String) throws {
    let challenge = try #require(
      best(
        #"Digest realm="MMS Public API", domain="", nonce="abc", algorithm=MD5, \#(name)="auth", stale=false"#
      ))
    #expect(challenge.realm == "MMS Public API")
    #expect(challenge.algorithm == .md5)
    #expect(challenge.protection == (name == "qop" ? .request : .none))
    #expect(!challenge.isStale)
  }

  @Test("prefers the strongest algorithm, and the first of equals")
  func strongest() {
    let md5 = #"Digest realm="a", nonce="1", algorithm=MD5"#
    let sha = #"Digest realm="b", nonce="2", algorithm=SHA-256, qop="auth""#
    let again = #"Digest realm="c", nonce="3", algorithm=SHA-256, qop="auth""#
    let long = #"Digest realm="d", nonce="4", algorithm=SHA-512-256, qop="auth""#
    #expect(best(md5, sha, again)?.nonce == "2")
    #expect(best("Basic realm=\"x\", \(md5), \(again), \(sha)")?.nonce == "3")
    #expect(best(long, sha, md5)?.nonce == "4")
  }

  @Test("ignores unsupported challenges among others")
  func mixture() throws {
    let challenge = try #require(
      best(
        "Digest realm=\"broken", #"Digest realm="a", nonce="x", algorithm=SHA-3"#,
        #"Digest realm="a", realm="b", nonce="x""#, #"Digest nonce="ok", qop=" AUTH-INT , AUTH ""#))
    #expect(challenge.nonce == "ok")
    #expect(challenge.realm == "")
    #expect(challenge.protection == .request)
    #expect(challenge.algorithmName == nil)
  }

  @Test(
    "fails without a supported challenge",
    arguments: [
      #"Basic realm="x""#, #"Digest realm="x""#, #"Digest nonce="n", qop="auth-conf""#,
      #"Digest nonce="n", nonce="m""#, #"Digest nonce="n", algorithm=MD5-sess"#,
      #"Digest nonce="n", algorithm=FOO"#, "Digest nonce=\"n", "", "Digest nonce=\"a\rb\"",
    ])
  func rejected(field: String) {
    #expect(best(field) == nil)
  }
}
