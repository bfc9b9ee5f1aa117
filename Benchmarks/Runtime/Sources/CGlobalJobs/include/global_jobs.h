#pragma once

#include <stdint.h>

/// Keeps the jobs of Swift's global executor, which run on threads of its pool otherwise.
void global_jobs_begin(void);

/// Runs kept jobs on this thread in the order in which they became ready, until there are none.
void global_jobs_run(void);

/// Gives later jobs to Swift's pool again.
void global_jobs_end(void);
