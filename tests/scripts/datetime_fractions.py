"""datetime, timedelta, timezone; fractions; decimal; statistics."""
import datetime as dt
import statistics
from decimal import Decimal, getcontext, localcontext, ROUND_HALF_UP, InvalidOperation
from fractions import Fraction
d = dt.date(2024, 2, 29)
t = dt.datetime(2024, 12, 31, 23, 59, 58, 999999)
print(d, repr(d), d.isoweekday(), tuple(d.isocalendar()), d + dt.timedelta(days=366), d.replace(month=3), d.strftime('%Y/%m/%d %A %B %j %U %%'), d.toordinal(), dt.date.fromordinal(738000), dt.date.fromisoformat('2020-01-05'), d.timetuple()[:3], d < dt.date(2025, 1, 1))
print(t, repr(t), t.isoformat(), t + dt.timedelta(microseconds=1), t.date(), t.time(), t.strftime('%H:%M:%S.%f %p %I %y'), dt.datetime.strptime('2021-03-04 05:06', '%Y-%m-%d %H:%M'), dt.datetime.fromisoformat('2020-01-02T03:04:05.678+02:00'), t.replace(tzinfo=dt.timezone.utc).timestamp(), t.weekday(), dt.datetime(2020, 1, 1) - dt.datetime(2019, 1, 1), dt.datetime.combine(d, dt.time(1, 2)))
td = dt.timedelta(days=-1, hours=5, milliseconds=1)
print(td, repr(td), td.total_seconds(), abs(td), td * 2, td / 2, td // dt.timedelta(hours=1), divmod(dt.timedelta(hours=5), dt.timedelta(hours=2)), -td, dt.timedelta.max, sum([dt.timedelta(1), dt.timedelta(2)], dt.timedelta()), dt.timedelta(1) == dt.timedelta(hours=24), bool(dt.timedelta()))
tz = dt.timezone(dt.timedelta(hours=5, minutes=30), 'IST')
a = dt.datetime(2020, 5, 17, 12, 0, tzinfo=tz)
print(a, a.astimezone(dt.timezone.utc), a.utcoffset(), a.tzname(), a == a.astimezone(dt.timezone.utc), tz, dt.timezone.utc, dt.time(12, 30, tzinfo=tz), dt.time.fromisoformat('04:05:06'))
for bad in (lambda: dt.date(2023, 2, 29), lambda: dt.datetime(2020, 13, 1), lambda: dt.date.fromisoformat('nope'), lambda: a < t, lambda: d + 5, lambda: dt.datetime.strptime('x', '%Y'), lambda: dt.timedelta(days=10 ** 10), lambda: dt.date(1, 1, 1) - dt.timedelta(1), lambda: dt.timezone(dt.timedelta(days=2))):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__)
f = Fraction(3, -12)
print(f, repr(f), f + Fraction('1/3'), f * 2, f / 3, f ** 2, f ** -1, float(f), Fraction(0.125), Fraction('2.50'), Fraction(22, 7).limit_denominator(5), Fraction(7, 2) // 1, Fraction(-7, 2) % 2, round(Fraction(7, 2)), int(Fraction(-7, 2)), f == -0.25, hash(Fraction(1, 2)) == hash(0.5), f < 0, sum([Fraction(1, n) for n in range(1, 8)]), Fraction(5).numerator, abs(f), Fraction(1, 3) + 0.5, f'{Fraction(1, 3)!s:>6}')
x = Decimal('1.10')
print(x, repr(x), x + Decimal('2.205'), x * 3, x / 3, x ** 2, Decimal(1) / 7, Decimal('0.1') + Decimal('0.2') == Decimal('0.3'), Decimal(0.1), x.quantize(Decimal('0.1'), ROUND_HALF_UP), -x, abs(-x), x.as_tuple(), Decimal('1E+5'), Decimal('NaN'), Decimal('-Infinity') < x, int(Decimal('7.9')), float(x), round(Decimal('2.675'), 2), Decimal('123.4567').normalize(), f'{Decimal("1234.5"):,.2f}', Decimal(2).sqrt(), Decimal('5') % 3, divmod(Decimal(7), 2), max(x, Decimal(1)), hash(Decimal(5)) == hash(5))
with localcontext() as c:
    c.prec = 5
    print(Decimal(1) / 3, Decimal(2).sqrt())
for bad in (lambda: Decimal('x'), lambda: Decimal(1) / 0, lambda: Decimal(0) / 0, lambda: x + 1.5, lambda: Fraction(1, 0), lambda: Fraction('x'), lambda: Decimal('NaN') < 1):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__)
v = [2, 4, 4, 4, 5, 5, 7, 9]
print(statistics.mean(v), statistics.median(v), statistics.mode(v), statistics.pstdev(v), round(statistics.stdev(v), 10), statistics.variance(v), statistics.multimode('aabb'), statistics.harmonic_mean([2, 6]), statistics.quantiles(v, n=4), statistics.fmean(v), statistics.median_low(v), statistics.geometric_mean([1, 100]), statistics.mean([Fraction(1, 2), Fraction(3, 4)]), statistics.correlation([1, 2, 3], [2, 4, 7]))
