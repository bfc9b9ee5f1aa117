import Foundation

extension Error {
  /// The system's reason why a file cannot be read or written.
  package var reason: String {
    if let code = posixCode { return String(cString: strerror(code)) }
    let code = (self as NSError).code
    // Foundation describes errors without a text by their domain and code.
    return localizedDescription.hasSuffix(" error \(code).)")
      ? "unknown error \(code)" : localizedDescription
  }

  /// The underlying error of the system.
  private var posixCode: Int32? {
    let error = self as NSError
    if let code = (error.userInfo[NSUnderlyingErrorKey] as? any Error)?.posixCode { return code }
    if error.domain == NSPOSIXErrorDomain { return Int32(exactly: error.code) }
    guard error.domain == NSCocoaErrorDomain else { return nil }
    return switch CocoaError.Code(rawValue: error.code) {
    case .fileReadNoSuchFile, .fileNoSuchFile: ENOENT
    case .fileReadNoPermission, .fileWriteNoPermission: EACCES
    case .fileReadInapplicableStringEncoding, .fileReadCorruptFile: EILSEQ
    case .fileReadInvalidFileName, .fileWriteInvalidFileName: EINVAL
    case .fileReadTooLarge: EFBIG
    case .fileWriteFileExists: EEXIST
    case .fileWriteOutOfSpace: ENOSPC
    case .fileWriteVolumeReadOnly: EROFS
    case .fileReadUnknown, .fileWriteUnknown: EIO
    default: nil
    }
  }
}
