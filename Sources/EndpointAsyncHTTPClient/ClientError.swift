import AsyncHTTPClient
import EndpointRuntime
import Foundation
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix

/// An error of AsyncHTTPClient or SwiftNIO.
struct ClientError {
  let error: any Error
  let authority: String

  init(_ error: any Error, authority: String) {
    self.error = error
    self.authority = authority
  }

  /// The error as a `TransportError` or a cancellation.
  var translated: any Error {
    switch error {
    case let error as HTTPClientError: translate(error)
    case let error as NIOConnectionError: translate(error)
    case let error as IOError where error.errnoCode == ECONNREFUSED: rejected
    case let error as IOError:
      TransportError(
        .interrupted, message: "the connection to \(authority) broke: \(error.description)")
    case is CancellationError, is TransportError: error
    // An error of the request's body.
    case EndpointError.transport(let failure): failure
    case EndpointError.cancelled: CancellationError()
    case HTTPParserError.invalidEOFState: closed
    case is HTTPParserError:
      TransportError(
        .invalidResponse, message: "the response of \(authority) is not HTTP: \(error)")
    case is NIOHTTPDecompression.DecompressionError,
      is NIOHTTPDecompression.ExtraDecompressionError:
      TransportError(
        .invalidResponse,
        message:
          "the response of \(authority) is not valid gzip, or expands to more than 400 times its size: "
          + "\(error)")
    case is LateResponse: late
    case let error as StalledBody:
      TransportError(
        .interrupted,
        message:
          "\(authority) sent no more of its response for \(error.limit.nanoseconds / 1_000_000) ms"
      )
    case ChannelError.connectTimeout:
      TransportError(
        .connection,
        message: "\(authority) cannot be reached: it did not respond; check the address")
    case is ChannelError:
      TransportError(.interrupted, message: "the connection to \(authority) broke: \(error)")
    default:
      "\(type(of: error))".contains("SSL") || "\(type(of: error))".contains("TLS")
        ? TransportError(
          .security,
          message: "no secure connection to \(authority): \(error); check its certificate")
        : TransportError(.other, message: "the request to \(authority) failed: \(error)")
    }
  }

  private func translate(_ error: HTTPClientError) -> any Error {
    switch error {
    case .cancelled: CancellationError()
    case .deadlineExceeded, .readTimeout: late
    case .connectTimeout:
      TransportError(
        .connection,
        message: "\(authority) cannot be reached: it did not respond; check the address")
    case .getConnectionFromPoolTimeout:
      TransportError(
        .connection,
        message:
          "no connection to \(authority) became available in time; send fewer concurrent requests, or read the "
          + "streams that are open")
    case .remoteConnectionClosed, .uncleanShutdown, .requestStreamCancelled: closed
    case .tlsHandshakeTimeout:
      TransportError(
        .security, message: "no secure connection to \(authority): it did not respond in time")
    case .invalidURL, .emptyHost:
      TransportError(.other, message: "'\(authority)' is not a valid host")
    default:
      TransportError(.other, message: "the request to \(authority) failed: \(error.description)")
    }
  }

  private func translate(_ error: NIOConnectionError) -> any Error {
    if error.connectionErrors.isEmpty {
      return TransportError(
        .nameResolution, message: "the name '\(error.host)' cannot be resolved; check the base URL")
    }
    return rejected
  }

  private var late: TransportError {
    TransportError(.interrupted, message: "\(authority) did not respond in time")
  }

  private var closed: TransportError {
    TransportError(
      .interrupted, message: "\(authority) closed the connection before its response ended")
  }

  private var rejected: TransportError {
    TransportError(
      .connection,
      message:
        "\(authority) cannot be reached: no server listens there; check the address and that the server runs"
    )
  }
}

extension TimeAmount {
  /// A duration of at most ten years, since clocks overflow after some centuries.
  init(_ duration: Duration) {
    let (seconds, attoseconds) = min(max(duration, .zero), .seconds(10 * 365 * 86_400)).components
    self = .nanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
  }
}
