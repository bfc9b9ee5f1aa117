import Testing

@testable import EndpointRuntime

@Suite("The Digest computation")
struct DigestVectorTests {
  @Test(
    "matches RFC 7616, section 3.9.1",
    arguments: [
      (DigestAlgorithm.md5, "8ca523f5e9506fed4657c9700eebdbec"),
      (.sha256, "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
    ])
  func example(algorithm: DigestAlgorithm, response: String) {
    let computation = DigestComputation(
      algorithm: algorithm, username: "Mufasa", realm: "http-auth@example.org",
      password: "Circle of Life", nonce: "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
      method: "GET", uri: "/dir/index.html",
      protection: .init(
        count: "00000001", cnonce: "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"))
    #expect(computation.response == response)
  }

  @Test("matches RFC 2617, section 3.5")
  func olderExample() {
    let computation = DigestComputation(
      algorithm: .md5, username: "Mufasa", realm: "testrealm@host.com",
      password: "Circle Of Life", nonce: "dcd98b7102dd2f0e8b11d0f600bfb0c093", method: "GET",
      uri: "/dir/index.html",
      protection: .init(count: "00000001", cnonce: "0a4f113b"))
    #expect(computation.response == "6629fae49393a05397450978507c4ef1")
  }

  @Test("has the form of RFC 2069 without qop")
  func withoutProtection() {
    // The example of RFC 2069, section 2.4, with the response of its erratum 749.
    let computation = DigestComputation(
      algorithm: .md5, username: "Mufasa", realm: "testrealm@host.com", password: "CircleOfLife",
      nonce: "dcd98b7102dd2f0e8b11d0f600bfb0c093", method: "GET", uri: "/dir/index.html",
      protection: nil)
    #expect(computation.response == "1949323746fe6a43ef61f9606e7febea")
  }

  @Test(
    "matches RFC 7616, section 3.9.2, corrected by erratum 4897")
  func correctedExample() {
    let computation = DigestComputation(
      algorithm: .sha512256, username: "Jäsøn Doe", realm: "api@example.org",
      password: "Secret, or not?", nonce: "5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK",
      method: "GET", uri: "/doe.json",
      protection: .init(
        count: "00000001", cnonce: "NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v"))
    #expect(
      computation.response == "3798d4131c277846293534c3edc11bd8a5e4cdcbff78b05db9d95eeb1cec68a5")
  }

  @Test("hashes the key of a session form with both nonces")
  func session() {
    let protection = DigestComputation.Protection(count: "00000002", cnonce: "c")
    let computation = DigestComputation(
      algorithm: .md5Session, username: "u", realm: "r", password: "p", nonce: "n", method: "GET",
      uri: "/", protection: protection)
    let md5 = DigestHash.md5
    let key = md5.hex(md5.hex("u:r:p") + ":n:c")
    #expect(computation.response == md5.hex("\(key):n:00000002:c:auth:\(md5.hex("GET:/"))"))
  }

  @Test(
    "matches NIST's values of SHA-512/256 for one, two, and many blocks",
    arguments: [
      ("", "c672b8d1ef56ed28ab87c3622c5114069bdd3ad7b8f9737498d0c01ecef0967a"),
      ("abc", "53048e2681941ef99b2e29b76b4c7dabe4c2d0c634fc6d46e0e2f13107e7af23"),
      (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "3928e184fb8690f840da3988121d31be65cb9d3ef83ee6146feac861e19b563a"
      ),
    ])
  func sha512256(text: String, hash: String) {
    #expect(DigestHash.sha512256.hex(text) == hash)
  }
}
