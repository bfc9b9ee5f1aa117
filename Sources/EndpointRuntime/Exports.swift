// Requests and responses are spoken of in HTTPTypes' terms, so they come with the runtime.
@_exported public import HTTPTypes
