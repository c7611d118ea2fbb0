/* What module/time asks of the C library; broken-down times are arrays of long:
   year month(1..12) day hour minute second weekday(0 = Monday) yearday(1..366) isdst, and for ptm_localtime gmtoff. */
#ifndef MODULE_TIME_SHIM_H
#define MODULE_TIME_SHIM_H

#include "src/precommondefs.h"

/* out: seconds, nanoseconds; -1 and errno on failure */
RPY_EXTERN long ptm_clock_gettime(long clock, long *out);
RPY_EXTERN long ptm_clock_settime(long clock, long seconds, long nanoseconds);
RPY_EXTERN long ptm_clock_getres(long clock, long *out);
RPY_EXTERN long ptm_pthread_clock(long thread, long *out);
/* sleeps until that monotonic time; 0, or the error number */
RPY_EXTERN long ptm_sleep_until(long seconds, long nanoseconds);
/* -1 and errno if the year does not fit */
RPY_EXTERN long ptm_localtime(long when, long *out);
RPY_EXTERN long ptm_gmtime(long when, long *out);
/* the abbreviation of the zone at that time, in a buffer of the thread */
RPY_EXTERN char *ptm_zone(long when);
/* out[0] = the time; -1 if it cannot be told */
RPY_EXTERN long ptm_mktime(long *in, long *out);
/* the number of bytes put into the buffer, 0 if it is too small; zone may be empty */
RPY_EXTERN long ptm_strftime(char *buffer, long size, const char *format, long *in, const char *zone);
RPY_EXTERN void ptm_tzset(void);

#endif
