// The module has only generated code; a target needs a file of its own.
