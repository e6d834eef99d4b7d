/* The power cut: a disk that keeps only what was synced, and the disk that is full, read-only or broken.
 *
 * Loaded with LD_PRELOAD into a program that works in the folder POWER_FOLDER. All the time it writes down, in POWER_SHADOW,
 * what would be on the disk if the power failed at this moment, in the worst way that a file system may behave:
 *
 *     <shadow>/i<inode>    the contents of a file as of its last fsync or fdatasync
 *     <shadow>/names       the names in the folder as of the last fsync of the folder: "<inode> <name>" a line
 *
 * A file that was never synced is empty after the cut; a name that was never synced is not there, and a file that was unlinked
 * without a sync of the folder is back. `tests/power/cut.py` builds the folder from these.
 *
 * While the file POWER_TROUBLE exists, writing into the folder fails with the error number that stands in it; where that is the
 * one of a read-only disk, so does opening for writing.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static const char *folder(void) { return getenv("POWER_FOLDER"); }

/* 0: elsewhere, 1: a file in the folder, 2: the folder itself. */
static int place(int fd) {
    char link[64], path[PATH_MAX];
    const char *home = folder();
    if (!home) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    size_t prefix = strlen(home);
    if (strncmp(path, home, prefix)) return 0;
    if (!path[prefix]) return 2;
    return path[prefix] == '/' && !strchr(path + prefix + 1, '/');
}

static int trouble(void) {
    const char *file = getenv("POWER_TROUBLE");
    char text[16] = {0};
    if (!file) return 0;
    REAL(open);
    int fd = real(file, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return 0;
    ssize_t got = read(fd, text, sizeof text - 1);
    close(fd);
    return got > 0 ? atoi(text) : 0;
}

static int refused(int fd) {
    int number = trouble();
    if (!number || place(fd) != 1) return 0;
    errno = number;
    return 1;
}

/* Written beside and renamed, so that a kill in the middle leaves the older state. */
static int begin(const char *name, char *part, char *whole) {
    const char *shadow = getenv("POWER_SHADOW");
    REAL(open);
    snprintf(whole, PATH_MAX, "%s/%s", shadow, name);
    snprintf(part, PATH_MAX, "%s/part-%s", shadow, name);
    return real(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
}

static void keep_file(int fd) {
    char part[PATH_MAX], whole[PATH_MAX], name[64];
    static __thread char buffer[1 << 16];
    struct stat found;
    REAL(write);
    if (fstat(fd, &found)) return;
    snprintf(name, sizeof name, "i%llu", (unsigned long long)found.st_ino);
    int out = begin(name, part, whole);
    off_t at = 0;
    ssize_t got;
    while ((got = pread(fd, buffer, sizeof buffer, at)) > 0) {
        if (real(out, buffer, got) != got) abort();
        at += got;
    }
    close(out);
    rename(part, whole);
}

static void keep_names(void) {
    char part[PATH_MAX], whole[PATH_MAX];
    DIR *dir = opendir(folder());
    if (!dir) return;
    FILE *out = fdopen(begin("names", part, whole), "w");
    for (struct dirent *one; (one = readdir(dir));)
        if (one->d_type == DT_REG) fprintf(out, "%llu %s\n", (unsigned long long)one->d_ino, one->d_name);
    fclose(out);
    closedir(dir);
    rename(part, whole);
}

static int synced(int fd, int result) {
    if (result) return result;
    int saved = errno;
    switch (place(fd)) {
        case 1: keep_file(fd); break;
        case 2: keep_names(); break;
    }
    errno = saved;
    return result;
}

int fsync(int fd) {
    REAL(fsync);
    if (refused(fd)) return -1;
    return synced(fd, real(fd));
}

int fdatasync(int fd) {
    REAL(fdatasync);
    if (refused(fd)) return -1;
    return synced(fd, real(fd));
}

ssize_t write(int fd, const void *bytes, size_t count) {
    REAL(write);
    return refused(fd) ? -1 : real(fd, bytes, count);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) {
    REAL(pwrite);
    return refused(fd) ? -1 : real(fd, bytes, count, at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
    REAL(pwrite64);
    return refused(fd) ? -1 : real(fd, bytes, count, at);
}

int ftruncate(int fd, off_t length) {
    REAL(ftruncate);
    return refused(fd) ? -1 : real(fd, length);
}

int ftruncate64(int fd, off64_t length) {
    REAL(ftruncate64);
    return refused(fd) ? -1 : real(fd, length);
}

static int sealed(const char *path, int flags) {
    const char *home = folder();
    if (!home || !(flags & (O_WRONLY | O_RDWR | O_CREAT)) || strncmp(path, home, strlen(home))) return 0;
    if (trouble() != EROFS) return 0;
    errno = EROFS;
    return 1;
}

#define MODE                                      \
    mode_t mode = 0;                              \
    if (flags & (O_CREAT | __O_TMPFILE)) {        \
        va_list rest;                             \
        va_start(rest, flags);                    \
        mode = va_arg(rest, mode_t);              \
        va_end(rest);                             \
    }

int open(const char *path, int flags, ...) {
    MODE
    REAL(open);
    return sealed(path, flags) ? -1 : real(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    MODE
    REAL(open64);
    return sealed(path, flags) ? -1 : real(path, flags, mode);
}

int openat(int dir, const char *path, int flags, ...) {
    MODE
    REAL(openat);
    return sealed(path, flags) ? -1 : real(dir, path, flags, mode);
}

int openat64(int dir, const char *path, int flags, ...) {
    MODE
    REAL(openat64);
    return sealed(path, flags) ? -1 : real(dir, path, flags, mode);
}
