// Requests and responses are spoken of in HTTPTypes' terms, so whoever imports the runtime has them.
@_exported public import HTTPTypes
