import Foundation

/// The limit of open files of the process.
enum FileLimit {
  /// Returns whether the process may have a number of open files.
  static func raise(to count: rlim_t) -> Bool {
    var limit = rlimit()
    #if os(Linux)
      let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let resource = RLIMIT_NOFILE
    #endif
    guard getrlimit(resource, &limit) == 0 else { return false }
    if limit.rlim_cur >= count { return true }
    guard limit.rlim_max >= count else { return false }
    limit.rlim_cur = count
    return setrlimit(resource, &limit) == 0
  }
}
