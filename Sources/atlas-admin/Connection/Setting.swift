/// A setting with the name of its source.
struct Setting<Value> {
  var value: Value
  /// The source, such as `MONGODB_ATLAS_BASE_URL`.
  var source: String
}
