"""json, copy, string, textwrap, and friends in pure Python."""
import json
import copy
import string
import textwrap
import heapq
import bisect
import operator
import io
print(json.dumps({'a': [1, 2.5, None, True, 'é"\n'], 'b': {}}, sort_keys=True), json.loads('{"x": [1, -2.5e3, "\\u00e9\\n", null, false]}'), json.dumps([1, {'k': 'v'}], indent=2))
try:
    json.loads('{"x": }')
except json.JSONDecodeError as e:
    print(e)
a = [1, [2, 3], {'k': [4]}]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append(9)
print(b[1], c[1], string.ascii_lowercase, string.Template('$x-${y}').substitute(x=1, y=2), textwrap.fill('the quick brown fox jumps', 10), textwrap.dedent('  a\n  b'))
h = [5, 1, 4]
heapq.heapify(h)
heapq.heappush(h, 0)
print(heapq.heappop(h), heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, [3, 1, 2]), list(heapq.merge([1, 3], [2, 4])), bisect.bisect([1, 2, 3], 2), bisect.insort([1], 0))
print(operator.itemgetter(1, 0)('ab'), operator.attrgetter('real')(3), operator.methodcaller('upper')('x'), operator.add(1, 2))
f = io.StringIO('line1\nline2\n')
print(f.readline(), list(f), io.BytesIO(b'abc').read(2))
out = io.StringIO()
print('to', 'buffer', sep='-', end='!', file=out)
print(out.getvalue())
