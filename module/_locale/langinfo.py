"""nl_langinfo in the C locale, and the numbers by which glibc names its items."""
from __future__ import absolute_import

TIME, MONETARY, MESSAGES = 2 << 16, 4 << 16, 5 << 16
_DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
_MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
# name -> (number, text)
ITEMS = {
    'CODESET': (14, 'UTF-8'), 'RADIXCHAR': (1 << 16, '.'), 'THOUSEP': ((1 << 16) + 1, ''), 'CRNCYSTR': (MONETARY + 15, '-'),
    'YESEXPR': (MESSAGES, '^[yY]'), 'NOEXPR': (MESSAGES + 1, '^[nN]'), 'AM_STR': (TIME + 38, 'AM'), 'PM_STR': (TIME + 39, 'PM'),
    'D_T_FMT': (TIME + 40, '%a %b %e %H:%M:%S %Y'), 'D_FMT': (TIME + 41, '%m/%d/%y'), 'T_FMT': (TIME + 42, '%H:%M:%S'),
    'T_FMT_AMPM': (TIME + 43, '%I:%M:%S %p'), 'ERA': (TIME + 44, ''), 'ERA_D_FMT': (TIME + 46, ''), 'ALT_DIGITS': (TIME + 47, ''),
    'ERA_D_T_FMT': (TIME + 48, ''), 'ERA_T_FMT': (TIME + 49, ''), '_DATE_FMT': (TIME + 108, '%a %b %e %H:%M:%S %Z %Y')}
for _i, _name in enumerate(_DAYS):
    ITEMS['ABDAY_%d' % (_i + 1)] = TIME + _i, _name[:3]
    ITEMS['DAY_%d' % (_i + 1)] = TIME + 7 + _i, _name
for _i, _name in enumerate(_MONTHS):
    ITEMS['ABMON_%d' % (_i + 1)] = TIME + 14 + _i, _name[:3]
    ITEMS['MON_%d' % (_i + 1)] = TIME + 26 + _i, _name
CONSTANTS = dict((name, number) for name, (number, text) in ITEMS.items())
TEXTS = dict(ITEMS.values())
