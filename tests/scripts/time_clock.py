"""time: conversions, formats, errors; clocks that go on."""
import os
import time

os.environ['TZ'] = 'UTC'
time.tzset()
print(time.timezone, time.daylight, time.tzname[0])
t = time.gmtime(1234567890)
print(t, t.tm_zone, t[:3], len(t), t.n_fields)
print(time.strftime('%Y-%m-%d %H:%M:%S %j %a %b %%', t), time.asctime(t), time.ctime(0), time.mktime(time.localtime(1000000)))
print(time.strptime('2001-02-03', '%Y-%m-%d'))
os.environ['TZ'] = 'EST5EDT,M3.2.0,M11.1.0'
time.tzset()
print(time.timezone, time.altzone, time.daylight, time.tzname, time.localtime(1234567890).tm_hour, time.localtime(1250000000).tm_isdst)
for f, args in [(time.gmtime, (1e20,)), (time.mktime, ((1, 2),)), (time.sleep, (-1,)), (time.strftime, ('%Y', (2000, 13, 1, 0, 0, 0, 0, 1, 0))),
                (time.gmtime, ('x',)), (time.sleep, ('x',)), (time.get_clock_info, ('nope',))]:
    try:
        print(f(*args))
    except Exception as e:
        print(f.__name__, type(e).__name__, e)
a = time.monotonic()
time.sleep(0.01)
print(0.009 < time.monotonic() - a < 300, time.perf_counter_ns() > 0, time.time_ns() > 10 ** 18, time.process_time() >= 0, time.thread_time() >= 0)
print(time.get_clock_info('monotonic').monotonic, time.clock_gettime(time.CLOCK_MONOTONIC) > 0)
print(time.struct_time((2000, 1, 2, 3, 4, 5, 6, 7, 0)) == (2000, 1, 2, 3, 4, 5, 6, 7, 0))
