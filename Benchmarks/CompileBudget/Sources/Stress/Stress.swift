// Everything here is generated from Definitions/Stress, which `make compile-budget` writes.
