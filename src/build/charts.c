/* Specs in, pictures out: on a pool of threads, told in their order. */
#include <glib.h>

#include "build/chart.h"

typedef struct ChartJob {
  Arena arena;
  Str path;
  ChartBuildResult result;
  bool is_done; /* under the run's lock */
} ChartJob;

typedef struct ChartRun {
  const ChartBuildRequest *request;
  ChartShared shared;
  GMutex lock;
  GCond finished;
} ChartRun;

static void draw_job(ChartRun *run, ChartJob *job) {
  job->result.diags.arena = &job->arena;
  job->result.is_drawn = chart_build(&job->arena, run->request, job->path,
                                     &run->shared, &job->result);
}

/* Runs on a thread of the pool: touches nothing but its job. */
static void draw_on_thread(void *data, void *owner) {
  ChartRun *run = owner;
  ChartJob *job = data;
  draw_job(run, job);
  g_mutex_lock(&run->lock);
  job->is_done = true;
  g_cond_broadcast(&run->finished);
  g_mutex_unlock(&run->lock);
}

static void wait_for(ChartRun *run, const ChartJob *job) {
  g_mutex_lock(&run->lock);
  while (!job->is_done)
    g_cond_wait(&run->finished, &run->lock);
  g_mutex_unlock(&run->lock);
}

static bool tell(ChartJob *job, ChartTold *told, void *owner) {
  bool is_drawn = job->result.is_drawn;
  told(owner, &job->result);
  arena_clear(&job->arena);
  return is_drawn;
}

static bool draw_here(ChartRun *run, ChartJob *jobs, ChartTold *told,
                      void *owner) {
  bool all = true;
  for (int i = 0; i < run->request->spec_count; i++) {
    draw_job(run, &jobs[i]);
    all = tell(&jobs[i], told, owner) && all;
  }
  return all;
}

static bool draw_on_pool(ChartRun *run, ChartJob *jobs, int threads,
                         ChartTold *told, void *owner) {
  bool all = true;
  g_mutex_init(&run->lock);
  g_cond_init(&run->finished);
  GThreadPool *pool =
      g_thread_pool_new(draw_on_thread, run, threads, TRUE, NULL);
  for (int i = 0; i < run->request->spec_count; i++)
    g_thread_pool_push(pool, &jobs[i], NULL);
  for (int i = 0; i < run->request->spec_count; i++) {
    wait_for(run, &jobs[i]);
    all = tell(&jobs[i], told, owner) && all;
  }
  g_thread_pool_free(pool, FALSE, TRUE);
  g_cond_clear(&run->finished);
  g_mutex_clear(&run->lock);
  return all;
}

/* False after an error, which is told as that of all charts. */
static bool open_shared(Arena *arena, ChartRun *run, ChartTold *told,
                        void *owner) {
  ChartBuildResult result = {.diags = {.arena = arena}};
  FontOptions options = {.folder = run->request->fonts, .system_faces = true};
  run->shared.fonts = fonts_open(arena, &options, &result.diags);
  run->shared.files = chart_files_open(arena);
  if (!run->shared.fonts) told(owner, &result);
  return run->shared.fonts != NULL;
}

bool build_charts(const ChartBuildRequest *request, ChartTold *told,
                  void *owner) {
  Arena arena = {0};
  ChartRun run = {.request = request};
  if (!open_shared(&arena, &run, told, owner)) {
    arena_clear(&arena);
    return false;
  }
  ChartJob *jobs = arena_array(&arena, ChartJob, request->spec_count);
  for (int i = 0; i < request->spec_count; i++)
    jobs[i].path = str_from(request->specs[i]);
  int threads = request->jobs ? request->jobs : (int)g_get_num_processors();
  threads = MIN(threads, request->spec_count);
  bool all = threads > 1 ? draw_on_pool(&run, jobs, threads, told, owner)
                         : draw_here(&run, jobs, told, owner);
  arena_clear(&arena);
  return all;
}
