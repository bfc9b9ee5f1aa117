#pragma once

#include <stdint.h>

/// Begins to count the process's allocations, in all threads, from nothing.
void allocation_count_begin(void);

/// Ends the counting.
///
/// @return How many allocations there were; -1 where they cannot be counted.
int64_t allocation_count_end(void);
