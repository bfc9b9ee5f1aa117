import Foundation

extension Error {
  /// Why a file cannot be read or written, in the words of the system.
  package var reason: String {
    let error = self as NSError
    if let code = (error.userInfo[NSUnderlyingErrorKey] as? NSError)?.code
      ?? Self.posixCode(of: error)
    {
      return String(cString: strerror(Int32(code)))
    }
    return error.localizedDescription
  }

  private static func posixCode(of error: NSError) -> Int? {
    if error.domain == NSPOSIXErrorDomain { return error.code }
    switch CocoaError.Code(rawValue: error.code) {
    case .fileReadNoSuchFile, .fileNoSuchFile: return Int(ENOENT)
    case .fileReadNoPermission, .fileWriteNoPermission: return Int(EACCES)
    default: return nil
    }
  }
}
