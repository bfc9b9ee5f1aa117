public import Foundation
import NIOSSL

/// The certificate of a simulator that is served over TLS.
public struct ServerCertificate: Hashable, Sendable {
  /// The file with the certificate chain in PEM, the certificate of the server first.
  public var certificateChain: URL
  /// The file with the private key in PEM.
  public var privateKey: URL

  /// Creates a certificate from files.
  public init(certificateChain: URL, privateKey: URL) {
    self.certificateChain = certificateChain
    self.privateKey = privateKey
  }

  /// The TLS context.
  var context: NIOSSLContext {
    get throws(CertificateFailure) {
      let chain = try Self.read(certificateChain) { try NIOSSLCertificate.fromPEMFile($0) }
      guard !chain.isEmpty else {
        throw CertificateFailure(file: certificateChain, reason: "it has no certificate in PEM")
      }
      let key = try Self.read(privateKey) { try NIOSSLPrivateKey(file: $0, format: .pem) }
      return try Self.read(certificateChain) { _ in
        var configuration = TLSConfiguration.makeServerConfiguration(
          certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.applicationProtocols = ["http/1.1"]
        return try NIOSSLContext(configuration: configuration)
      }
    }
  }

  private static func read<Value>(
    _ file: URL, _ body: (String) throws -> Value
  ) throws(CertificateFailure) -> Value {
    do {
      return try body(file.path)
    } catch {
      throw CertificateFailure(file: file, reason: "\(error)")
    }
  }
}

/// A certificate or a private key that cannot be used.
public struct CertificateFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public var file: URL
  /// The problem.
  public var reason: String

  /// A description of the problem and how to fix it.
  public var description: String {
    "cannot use '\(file.path)' for TLS: \(reason); expected are a certificate chain and its "
      + "private key in PEM"
  }
}
