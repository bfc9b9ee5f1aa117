#include "global_jobs.h"

#include <pthread.h>
#include <stdlib.h>

// Of Swift's concurrency runtime, which offers the hook for executors of other kinds.
typedef __attribute__((swiftcall)) void (*enqueue_function)(void *job);
typedef __attribute__((swiftcall)) void (*enqueue_hook)(void *job, enqueue_function original);
typedef struct {
  void *identity;
  uintptr_t implementation;
} executor;
extern enqueue_hook swift_task_enqueueGlobal_hook;
extern __attribute__((swiftcall)) void swift_job_run(void *job, executor executor);

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static void **jobs;
static size_t first, end, capacity;

static __attribute__((swiftcall)) void keep(void *job, enqueue_function original) {
  pthread_mutex_lock(&lock);
  if (first == end) first = end = 0;
  if (end == capacity) {
    size_t size = capacity ? 2 * capacity : 1024;
    void **larger = realloc(jobs, size * sizeof(void *));
    if (larger == NULL) abort();
    jobs = larger;
    capacity = size;
  }
  jobs[end++] = job;
  pthread_mutex_unlock(&lock);
}

static void *next(void) {
  pthread_mutex_lock(&lock);
  void *job = first < end ? jobs[first++] : NULL;
  pthread_mutex_unlock(&lock);
  return job;
}

void global_jobs_begin(void) { swift_task_enqueueGlobal_hook = keep; }

void global_jobs_run(void) {
  const executor generic = {NULL, 0};
  void *job;
  while ((job = next()) != NULL) swift_job_run(job, generic);
}

void global_jobs_end(void) { swift_task_enqueueGlobal_hook = NULL; }
