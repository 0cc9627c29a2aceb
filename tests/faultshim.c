/* Loaded with LD_PRELOAD into the real binary: makes one file operation below a folder go wrong.
 *
 *   SHIM_UNDER=DIR    only files below DIR count (absolute path)
 *   SHIM_NTH=N        the operation that goes wrong, counted from 1 over all threads; unset or 0: only count
 *   SHIM_HOW=eio      it fails with EIO              enospc    it fails with ENOSPC
 *            short    half of a write is taken       nosync    a sync claims success and does nothing
 *            before   SIGKILL instead of it          after     SIGKILL right after it
 *   SHIM_FOREVER=1    every later operation goes wrong too (a dead or full disk)
 *   SHIM_COUNT=FILE   rewritten with the number of operations so far, after each: right even after SIGKILL
 *   SHIM_TRACE=FILE   one line for each operation: number, name, path
 *
 * Counted: creating or truncating opens, write, pwrite, writev, fsync, fdatasync, sync_file_range, ftruncate,
 * rename, unlink, mkdir. Build: cc -shared -fPIC -O1 -o shim.so faultshim.c -ldl
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum how { PASS, FAIL, SHORT, NOSYNC, BEFORE, AFTER };

static struct {
  const char *under, *count, *trace;
  size_t under_len;
  long nth, seen;
  int forever, error;
  enum how how;
} plan;

static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void read_plan(void) {
  const char *how = getenv("SHIM_HOW"), *nth = getenv("SHIM_NTH");
  plan.under = getenv("SHIM_UNDER");
  plan.under_len = plan.under ? strlen(plan.under) : 0;
  plan.count = getenv("SHIM_COUNT");
  plan.trace = getenv("SHIM_TRACE");
  plan.nth = nth ? atol(nth) : 0;
  plan.forever = getenv("SHIM_FOREVER") != NULL;
  plan.error = EIO;
  plan.how = FAIL;
  if (!how) return;
  if (!strcmp(how, "enospc")) plan.error = ENOSPC;
  else if (!strcmp(how, "short")) plan.how = SHORT;
  else if (!strcmp(how, "nosync")) plan.how = NOSYNC;
  else if (!strcmp(how, "before")) plan.how = BEFORE;
  else if (!strcmp(how, "after")) plan.how = AFTER;
}

/* Straight to the kernel, so that the shim's own files are not counted. */
static void note(const char *file, int flags, const char *text) {
  int fd = (int)syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0600);
  if (fd < 0) return;
  if (syscall(SYS_write, fd, text, strlen(text)) < 0) { /* a note only */ }
  syscall(SYS_close, fd);
}

static void die(void) {
  syscall(SYS_kill, getpid(), SIGKILL);
  for (;;) pause();
}

/* Counts one operation on a path and says what becomes of it. */
static enum how judge(const char *name, const char *path) {
  int saved = errno;
  enum how how = PASS;
  if (!plan.under_len || strncmp(path, plan.under, plan.under_len)) return PASS;
  if (path[plan.under_len] && path[plan.under_len] != '/') return PASS;
  pthread_mutex_lock(&gate);
  long n = ++plan.seen;
  char text[PATH_MAX + 64];
  if (plan.count) {
    snprintf(text, sizeof text, "%ld\n", n);
    note(plan.count, O_TRUNC, text);
  }
  if (plan.trace) {
    snprintf(text, sizeof text, "%ld %s %s\n", n, name, path);
    note(plan.trace, O_APPEND, text);
  }
  if (plan.nth && (n == plan.nth || (plan.forever && n > plan.nth))) how = plan.how;
  pthread_mutex_unlock(&gate);
  if (how == BEFORE) die();
  errno = how == FAIL ? plan.error : saved;
  return how;
}

static enum how judge_fd(const char *name, int fd) {
  char link[64], path[PATH_MAX];
  if (fd <= 2 || !plan.under_len) return PASS;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t len = readlink(link, path, sizeof path - 1);
  if (len < 0) return PASS;
  path[len] = 0;
  return judge(name, path);
}

static enum how judge_path(const char *name, int dir, const char *path) {
  char full[2 * PATH_MAX], base[PATH_MAX] = "";
  if (path[0] == '/' || !plan.under_len) return judge(name, path);
  if (dir == AT_FDCWD) {
    if (!getcwd(base, sizeof base)) return PASS;
  } else {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", dir);
    ssize_t len = readlink(link, base, sizeof base - 1);
    if (len < 0) return PASS;
    base[len] = 0;
  }
  snprintf(full, sizeof full, "%s/%s", base, path);
  return judge(name, full);
}

#define NEXT(type, name, ...)                                   \
  static type (*next)(__VA_ARGS__);                             \
  if (!next) next = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)
#define END(how, result)       \
  do {                         \
    if ((how) == AFTER) die(); \
    return result;             \
  } while (0)

/* --- writes: may be cut short --- */
static size_t part(enum how how, size_t len) { return how == SHORT && len > 1 ? len / 2 : len; }

ssize_t write(int fd, const void *bytes, size_t len) {
  NEXT(ssize_t, "write", int, const void *, size_t);
  enum how how = judge_fd("write", fd);
  if (how == FAIL) return -1;
  ssize_t taken = next(fd, bytes, part(how, len));
  END(how, taken);
}
#define PWRITE(name, off)                                                  \
  ssize_t name(int fd, const void *bytes, size_t len, off at) {            \
    NEXT(ssize_t, #name, int, const void *, size_t, off);                  \
    enum how how = judge_fd("pwrite", fd);                                 \
    if (how == FAIL) return -1;                                            \
    ssize_t taken = next(fd, bytes, part(how, len), at);                   \
    END(how, taken);                                                       \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)
ssize_t writev(int fd, const struct iovec *parts, int count) {
  NEXT(ssize_t, "writev", int, const struct iovec *, int);
  enum how how = judge_fd("writev", fd);
  if (how == FAIL) return -1;
  ssize_t taken = next(fd, parts, how == SHORT && count > 1 ? count / 2 : count);
  END(how, taken);
}

/* --- syncs: may lie --- */
#define SYNC(name)                                   \
  int name(int fd) {                                 \
    NEXT(int, #name, int);                           \
    enum how how = judge_fd(#name, fd);              \
    if (how == FAIL) return -1;                      \
    if (how == NOSYNC) return 0;                     \
    int result = next(fd);                           \
    END(how, result);                                \
  }
SYNC(fsync)
SYNC(fdatasync)
int sync_file_range(int fd, off64_t from, off64_t len, unsigned flags) {
  NEXT(int, "sync_file_range", int, off64_t, off64_t, unsigned);
  enum how how = judge_fd("sync_file_range", fd);
  if (how == FAIL) return -1;
  if (how == NOSYNC) return 0;
  int result = next(fd, from, len, flags);
  END(how, result);
}

/* --- sizes and names --- */
#define FTRUNCATE(name, off)                         \
  int name(int fd, off len) {                        \
    NEXT(int, #name, int, off);                      \
    enum how how = judge_fd("ftruncate", fd);        \
    if (how == FAIL) return -1;                      \
    int result = next(fd, len);                      \
    END(how, result);                                \
  }
FTRUNCATE(ftruncate, off_t)
FTRUNCATE(ftruncate64, off64_t)
int rename(const char *from, const char *to) {
  NEXT(int, "rename", const char *, const char *);
  enum how how = judge_path("rename", AT_FDCWD, to);
  if (how == FAIL) return -1;
  int result = next(from, to);
  END(how, result);
}
int unlink(const char *path) {
  NEXT(int, "unlink", const char *);
  enum how how = judge_path("unlink", AT_FDCWD, path);
  if (how == FAIL) return -1;
  int result = next(path);
  END(how, result);
}
int mkdir(const char *path, mode_t mode) {
  NEXT(int, "mkdir", const char *, mode_t);
  enum how how = judge_path("mkdir", AT_FDCWD, path);
  if (how == FAIL) return -1;
  int result = next(path, mode);
  END(how, result);
}

/* --- opens count when they make or empty a file --- */
#define MODE(flags, mode)               \
  mode_t mode = 0;                      \
  if ((flags) & (O_CREAT | O_TMPFILE)) { \
    va_list rest;                       \
    va_start(rest, flags);              \
    mode = va_arg(rest, mode_t);        \
    va_end(rest);                       \
  }
#define OPEN(name)                                                            \
  int name(const char *path, int flags, ...) {                                \
    NEXT(int, #name, const char *, int, ...);                                 \
    MODE(flags, mode)                                                         \
    int makes = flags & (O_CREAT | O_TRUNC);                                  \
    enum how how = makes ? judge_path("open", AT_FDCWD, path) : PASS;         \
    if (how == FAIL) return -1;                                               \
    int fd = next(path, flags, mode);                                         \
    END(how, fd);                                                             \
  }
OPEN(open)
OPEN(open64)
#define OPENAT(name)                                                          \
  int name(int dir, const char *path, int flags, ...) {                       \
    NEXT(int, #name, int, const char *, int, ...);                            \
    MODE(flags, mode)                                                         \
    int makes = flags & (O_CREAT | O_TRUNC);                                  \
    enum how how = makes ? judge_path("openat", dir, path) : PASS;            \
    if (how == FAIL) return -1;                                               \
    int fd = next(dir, path, flags, mode);                                    \
    END(how, fd);                                                             \
  }
OPENAT(openat)
OPENAT(openat64)
