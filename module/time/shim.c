/* See shim.h. */
#include "shim.h"
#include <errno.h>
#include <pthread.h>
#include <string.h>
#include <time.h>

long ptm_clock_gettime(long clock, long *out)
{
    struct timespec ts;
    if (clock_gettime((clockid_t)clock, &ts) < 0)
        return -1;
    out[0] = ts.tv_sec;
    out[1] = ts.tv_nsec;
    return 0;
}

long ptm_clock_settime(long clock, long seconds, long nanoseconds)
{
    struct timespec ts;
    ts.tv_sec = seconds;
    ts.tv_nsec = nanoseconds;
    return clock_settime((clockid_t)clock, &ts);
}

long ptm_clock_getres(long clock, long *out)
{
    struct timespec ts;
    if (clock_getres((clockid_t)clock, &ts) < 0)
        return -1;
    out[0] = ts.tv_sec;
    out[1] = ts.tv_nsec;
    return 0;
}

long ptm_pthread_clock(long thread, long *out)
{
    clockid_t clock;
    int error = pthread_getcpuclockid((pthread_t)thread, &clock);
    if (error) {
        errno = error;
        return -1;
    }
    out[0] = clock;
    return 0;
}

long ptm_sleep_until(long seconds, long nanoseconds)
{
    struct timespec ts;
    ts.tv_sec = seconds;
    ts.tv_nsec = nanoseconds;
    return clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &ts, NULL);
}

static void flatten(const struct tm *tm, long *out)
{
    out[0] = (long)tm->tm_year + 1900;
    out[1] = tm->tm_mon + 1;
    out[2] = tm->tm_mday;
    out[3] = tm->tm_hour;
    out[4] = tm->tm_min;
    out[5] = tm->tm_sec;
    out[6] = (tm->tm_wday + 6) % 7;
    out[7] = tm->tm_yday + 1;
    out[8] = tm->tm_isdst;
    out[9] = tm->tm_gmtoff;
}

static void unflatten(const long *in, struct tm *tm)
{
    memset(tm, 0, sizeof(*tm));
    tm->tm_year = (int)(in[0] - 1900);
    tm->tm_mon = (int)(in[1] - 1);
    tm->tm_mday = (int)in[2];
    tm->tm_hour = (int)in[3];
    tm->tm_min = (int)in[4];
    tm->tm_sec = (int)in[5];
    tm->tm_wday = (int)((in[6] + 1) % 7);
    tm->tm_yday = (int)(in[7] - 1);
    tm->tm_isdst = (int)in[8];
}

long ptm_localtime(long when, long *out)
{
    struct tm tm;
    time_t t = when;
    if (localtime_r(&t, &tm) == NULL)
        return -1;
    flatten(&tm, out);
    return 0;
}

long ptm_gmtime(long when, long *out)
{
    struct tm tm;
    time_t t = when;
    if (gmtime_r(&t, &tm) == NULL)
        return -1;
    flatten(&tm, out);
    return 0;
}

char *ptm_zone(long when)
{
    static __thread char name[64];
    struct tm tm;
    time_t t = when;
    name[0] = 0;
    if (localtime_r(&t, &tm) != NULL && tm.tm_zone != NULL)
        strncpy(name, tm.tm_zone, sizeof(name) - 1);
    return name;
}

long ptm_mktime(long *in, long *out)
{
    struct tm tm;
    time_t t;
    unflatten(in, &tm);
    tm.tm_wday = -1;          /* still -1 afterwards: the call failed, as (time_t)-1 is a time too */
    t = mktime(&tm);
    if (t == (time_t)-1 && tm.tm_wday == -1)
        return -1;
    out[0] = t;
    return 0;
}

long ptm_strftime(char *buffer, long size, const char *format, long *in, const char *zone)
{
    struct tm tm;
    unflatten(in, &tm);
    tm.tm_gmtoff = in[9];
    if (zone[0])
        tm.tm_zone = zone;
    else {
        /* the zone that mktime finds for these fields */
        struct tm copy = tm;
        mktime(&copy);
        tm.tm_zone = copy.tm_zone;
        tm.tm_gmtoff = copy.tm_gmtoff;
    }
    return (long)strftime(buffer, (size_t)size, format, &tm);
}

void ptm_tzset(void)
{
    tzset();
}
