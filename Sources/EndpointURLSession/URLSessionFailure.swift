import EndpointRuntime
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// An error of URLSession.
struct URLSessionFailure {
  let error: any Error
  let authority: String
  /// Whether the head of a response had arrived.
  let isAnswered: Bool

  init(_ error: any Error, authority: String, isAnswered: Bool) {
    self.error = error
    self.authority = authority
    self.isAnswered = isAnswered
  }

  /// The error as a `TransportError` or a cancellation.
  var translated: any Error {
    guard let error = error as? URLError else { return unknown }
    return switch error.code {
    case .cannotConnectToHost:
      TransportError(
        .connection,
        message:
          "\(authority) cannot be reached: no server listens there; check the address and that the server runs"
      )
    case .notConnectedToInternet, .dataNotAllowed, .internationalRoamingOff, .callIsActive:
      TransportError(.connection, message: "\(authority) cannot be reached: there is no network")
    case .cannotFindHost, .dnsLookupFailed:
      TransportError(
        .nameResolution, message: "the name '\(authority)' cannot be resolved; check the base URL")
    case .secureConnectionFailed, .serverCertificateHasBadDate, .serverCertificateUntrusted,
      .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid, .clientCertificateRejected,
      .clientCertificateRequired:
      insecure
    case .networkConnectionLost: interrupted
    case .timedOut: TransportError(.interrupted, message: "\(authority) did not respond in time")
    case .cannotParseResponse, .cannotDecodeContentData, .cannotDecodeRawData: invalid
    case .badURL:
      TransportError(.other, message: "'\(authority)' is not an address that URLSession can use")
    case .cancelled: CancellationError()
    #if canImport(FoundationNetworking)
      case .badServerResponse: interrupted
      case .unsupportedURL: invalid
      case .unknown: unknownFailure
    #else
      case .badServerResponse: invalid
    #endif
    default: unknown
    }
  }

  private var interrupted: TransportError {
    TransportError(
      .interrupted, message: "\(authority) closed the connection before its response ended")
  }

  private var insecure: TransportError {
    TransportError(
      .security, message: "no secure connection to \(authority): \(reason); check its certificate")
  }

  private var invalid: TransportError {
    TransportError(.invalidResponse, message: "the response of \(authority) is not HTTP: \(reason)")
  }

  private var unknown: TransportError {
    TransportError(.other, message: "the request to \(authority) failed: \(reason)")
  }

  private var reason: String {
    let code = (error as NSError).code
    // Foundation describes errors without a text by their domain and code.
    return error.localizedDescription.hasSuffix(" error \(code).)")
      ? "URLSession reports error \(code)" : error.localizedDescription
  }

  #if canImport(FoundationNetworking)
    /// An error of libcurl that FoundationNetworking identifies by its text only.
    private var unknownFailure: TransportError {
      let isMalformed = ["encoding", "header", "Content-Length"].contains { reason.contains($0) }
      if isMalformed { return invalid }
      if isAnswered { return interrupted }
      let isSecurity = ["SSL", "TLS", "certificate"].contains { reason.contains($0) }
      return isSecurity ? insecure : unknown
    }
  #endif
}
