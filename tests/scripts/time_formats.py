"""time and calendar: formatting and parsing of fixed moments, struct_time, errors; no clock is read except for monotonicity."""
import calendar
import time
for s in (0, 1, 86400, 951782400, 1709164800, 1234567890, 2 ** 31, -1):
    t = time.gmtime(s)
    print(s, tuple(t), time.asctime(t), time.strftime('%Y-%m-%d %H:%M:%S %a %A %b %B %j %p %y %U %W %w %%', t), calendar.timegm(t) == s)
print(time.strptime('30 Nov 2020', '%d %b %Y')[:8], time.strptime('12:34', '%H:%M')[3:5], time.strptime('2021 100', '%Y %j')[:3])
a, b = time.monotonic(), time.monotonic()
p, q = time.perf_counter_ns(), time.perf_counter_ns()
print(a <= b, p <= q, time.time() > 1.6e9, isinstance(time.time_ns(), int), time.process_time() >= 0, time.thread_time() >= 0, time.sleep(0), time.get_clock_info('monotonic').monotonic)
for bad in (lambda: time.sleep(-1), lambda: time.sleep('x'), lambda: time.strptime('x', '%Y'), lambda: time.strptime('1', '%Q'), lambda: time.gmtime('x'), lambda: time.strftime(5)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(calendar.isleap(2000), calendar.isleap(1900), calendar.monthrange(2024, 2), calendar.month(2024, 2), calendar.weekday(2024, 2, 29), calendar.leapdays(2000, 2021), list(calendar.Calendar().itermonthdays(2021, 2))[:10], calendar.month_name[3], calendar.day_abbr[6])
