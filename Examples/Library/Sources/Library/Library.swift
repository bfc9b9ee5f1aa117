public import EndpointRuntime

/// A client of the library.
public typealias Library = EndpointClient<LibraryAPI>
