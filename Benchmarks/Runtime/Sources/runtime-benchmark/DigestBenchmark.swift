import Crypto
import EndpointRuntime
import Foundation
import HTTPTypes

/// What signing a request takes once a challenge is known, beside the two hashes that it needs.
///
/// An authenticator signs requests for an exchange that responds at once; what the exchange alone
/// takes is subtracted.
struct DigestBenchmark {
  let rounds: Int

  private static let iterations = 5000

  func run() async throws {
    let request = HTTPRequest(
      method: .delete, scheme: "https", authority: "cloud.mongodb.com",
      path: "/api/atlas/v1.0/groups/5e2f0a1b9c8d7e6f5a4b3c2d/clusters/MyCluster/backup/restoreJobs/"
        + "5e2f0a1b9c8d7e6f5a4b0001",
      headerFields: [.accept: "application/json", .userAgent: "swift-endpoint-runtime"])
    var table = Table("algorithm", "CPU µs/signature", "CPU µs of two hashes", "times the hashes")
    for algorithm in [DigestHash.md5, .sha256, .sha512256] {
      let exchange = Self.exchange(algorithm)
      let authenticator = DigestAuthenticator(
        username: "abcdefgh", password: "01234567-89ab-cdef-0123-456789abcdef")
      let hash = Self.twoHashes(algorithm)
      let rounds = try await Rounds(rounds, of: 3) { index in
        try await Cost.measure(per: Self.iterations) {
          for _ in 0..<Self.iterations {
            switch index {
            case 0: blackHole(try await exchange(request, nil).head.status)
            case 1:
              blackHole(
                try await authenticator.authenticate(request, body: nil, exchange: exchange)
                  .head.status)
            default: blackHole(hash?())
            }
          }
        }
      }
      table.add(
        algorithm.rawValue, rounds.median { $0[1].cpu - $0[0].cpu }.rounded(2),
        hash == nil ? "" : rounds.median { $0[2].cpu }.rounded(2),
        hash == nil ? "" : rounds.median { ($0[1].cpu - $0[0].cpu) / $0[2].cpu }.rounded(2))
    }
    table.print("Signing a request; target: 3 times the two hashes")
  }

  /// Hashes as many bytes as the request's hash and the response have.
  private static func twoHashes(_ algorithm: DigestHash) -> (() -> UInt8)? {
    let request = Data(repeating: 0x61, count: 128)
    func hash<Function: HashFunction>(_ function: Function.Type) -> () -> UInt8 {
      let digits = 2 * Function.Digest.byteCount
      let response = Data(repeating: 0x61, count: 2 * digits + 32 + 8 + 16 + 4 + 5)
      return {
        var sum: UInt8 = 0
        for data in [request, response] {
          sum &+= Function.hash(data: data).withUnsafeBytes { $0[0] }
        }
        return sum
      }
    }
    return switch algorithm {
    case .md5: hash(Insecure.MD5.self)
    case .sha256: hash(SHA256.self)
    case .sha512256: nil
    }
  }

  /// Responds to requests without credentials with a challenge.
  private static func exchange(_ algorithm: DigestHash) -> HTTPTransport.Send {
    let challenge =
      "Digest realm=\"MMS Public API\", domain=\"\", nonce=\"aBcDeFgHiJkLmNoPqRsTuVwXyZ012345\", "
      + "algorithm=\(algorithm.rawValue), qop=\"auth\", stale=false"
    let body = HTTPBody(Data())
    return { request, _ in
      let isSigned = request.headerFields[.authorization] != nil
      return TransportResponse(
        head: isSigned
          ? HTTPResponse(status: .ok)
          : HTTPResponse(status: .unauthorized, headerFields: [.wwwAuthenticate: challenge]),
        body: body)
    }
  }
}

/// Keeps the compiler from removing unused values.
@inline(never)
func blackHole<Value>(_ value: Value) {}
