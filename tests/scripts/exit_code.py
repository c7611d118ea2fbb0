"""sys.exit with a number."""
import sys
import atexit
atexit.register(print, 'at exit')
try:
    sys.exit(3)
except SystemExit as e:
    print('caught', e.code)
print('leaving')
sys.exit(42)
