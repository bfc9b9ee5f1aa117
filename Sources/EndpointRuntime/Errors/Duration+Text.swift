extension Duration {
  /// The duration in seconds with three decimal places at most: `5 seconds`, `0.25 seconds`.
  var text: String {
    let seconds = (self / .milliseconds(1)).rounded() / 1000
    let number = Int64(exactly: seconds).map { "\($0)" } ?? "\(seconds)"
    return number + (seconds == 1 ? " second" : " seconds")
  }
}
