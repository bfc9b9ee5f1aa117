import Foundation

extension Error {
  /// Why a file cannot be read or written, in the words of the system.
  package var reason: String {
    if let code = posixCode { return String(cString: strerror(code)) }
    let code = (self as NSError).code
    // Foundation names the domain and the code of an error that it has no text for.
    return localizedDescription.hasSuffix(" error \(code).)")
      ? "unknown error \(code)" : localizedDescription
  }

  /// The error of the system that it stands for or that underlies it.
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
