import TestSupport
import Testing

@testable import EndpointRuntime

@Suite("The parser of challenges")
struct ChallengeParserTests {
  /// Challenges in a form that is easy to compare.
  private func parse(_ text: String) -> [String] {
    AuthenticationChallenge.parse([text]).map { challenge in
      let parameters = challenge.parameters.map { "\($0.name)=<\($0.value)>" }
      return ([challenge.scheme] + (challenge.token68.map { [$0] } ?? []) + parameters)
        .joined(separator: " ")
    }
  }

  @Test(
    "parses everything that the grammar allows, and a little more",
    arguments: [
      (#"Digest realm="a", nonce="b""#, ["Digest realm=<a> nonce=<b>"]),
      (
        #"Digest realm="a",nonce="b",qop="auth,auth-int""#,
        ["Digest realm=<a> nonce=<b> qop=<auth,auth-int>"]
      ),
      (
        #"Basic realm="x", Digest realm="y", nonce="z""#,
        ["Basic realm=<x>", "Digest realm=<y> nonce=<z>"]
      ),
      (
        #"Negotiate, NTLM abc/def==, Digest nonce=n"#,
        ["Negotiate", "NTLM abc/def==", "Digest nonce=<n>"]
      ),
      (#", ,Digest  realm = "a" ,, nonce= b ,"#, ["Digest realm=<a> nonce=<b>"]),
      (#"Digest realm="say \"hi\", \\ you""#, [#"Digest realm=<say "hi", \ you>"#]),
      (
        #"Newauth realm="apps", type=1, title="Login to \"apps\"", Basic realm="simple""#,
        [#"Newauth realm=<apps> type=<1> title=<Login to "apps">"#, "Basic realm=<simple>"]
      ),
      (#"DIGEST Nonce="n", ALGORITHM=md5"#, ["DIGEST nonce=<n> algorithm=<md5>"]),
      (#"Digest domain=/a, nonce=abc=="#, ["Digest domain=</a> nonce=<abc==>"]),
      (#"Digest realm="", nonce="x realm=""#, ["Digest realm=<> nonce=<x realm=>"]),
      ("Digest realm=,", ["Digest realm="]),
      ("Digest\t realm=\"tab\"", ["Digest realm=<tab>"]),
      (#"Digest , realm="a""#, ["Digest realm=<a>"]),
      (
        #"Digest qop=auth, auth-int, nonce="b", Negotiate, Basic realm="x""#,
        ["Digest qop=<auth> nonce=<b>", "Negotiate", "Basic realm=<x>"]
      ),
      ("", []),
      (" , ,", []),
    ])
  func accepted(text: String, expected: [String]) {
    #expect(parse(text) == expected)
  }

  @Test(
    "ignores challenges that violate the grammar or are dangerous",
    arguments: [
      #"realm="a""#, #"Digest realm="a"#, #"Digest realm="a\"#, #"Digest realm="a" nonce="b""#,
      "Digest realm=\"a\r\nX: y\"", "Digest realm=\"\0\"", "Digest realm=\"a\nb\"",
      "Digest a=b, realm=,",
      #""Digest""#, "Digest @", #"NTLM abc=, realm="x""#,
    ])
  func rejected(text: String) {
    #expect(DigestChallenge.best(of: AuthenticationChallenge.parse([text])) == nil)
  }

  @Test("ignores oversized input", arguments: Oversized.allCases)
  func oversized(kind: Oversized) {
    #expect(DigestChallenge.best(of: AuthenticationChallenge.parse([kind.text])) == nil)
  }

  enum Oversized: CaseIterable {
    case value, schemes, parameters

    var text: String {
      switch self {
      case .value: #"Digest nonce="n", realm=""# + String(repeating: "a", count: 65_536) + "\""
      case .schemes: Array(repeating: #"Digest nonce="n""#, count: 10_000).joined(separator: ",")
      case .parameters: "Digest " + (0..<1000).map { "a\($0)=b" }.joined(separator: ",")
      }
    }
  }

  @Test(
    "takes linear time", .timeLimit(.minutes(1)),
    arguments: [#"\""#, #"""#, "\"\\\\", "a ", ",", "a=", "a=\"", "a,", " =", "\"\"\\"])
  func linear(unit: String) {
    // A quadratic parser takes a second or more for each of these.
    let text = #"Digest x=""# + String(repeating: unit, count: 16_000 / unit.utf8.count)
    for _ in 1...100 { _ = AuthenticationChallenge.parse([text]) }
  }

  @Test("terminates for any bytes")
  func noise() async {
    var generator = SplitMix(state: 7)
    let alphabet = Array(#"Digest nonce="x",\ =auth-int;/+~"# + "\u{0}\r\n\té")
    for _ in 0..<5000 {
      await Task.yield()
      let length = Int.random(in: 0..<40, using: &generator)
      let text = String((0..<length).map { _ in alphabet.randomElement(using: &generator) ?? "," })
      for challenge in AuthenticationChallenge.parse([text]) { _ = try? DigestChallenge(challenge) }
    }
  }
}
