// The API of the zoo is generated from Definitions; SwiftPM ignores a target without a source file.
