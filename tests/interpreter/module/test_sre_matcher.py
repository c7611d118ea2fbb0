# -*- coding: utf-8 -*-
"""The matcher of _sre, run on programs that CPython 3.11's re compiler makes, against the spans that CPython finds."""
from __future__ import absolute_import

import json
import os
import subprocess

from module._sre.matcher import Matcher
from seeds import seeded

PYTHON = os.path.join(os.path.dirname(__file__), '..', '..', '..', 'build', 'py311', 'bin', 'python')
COMPILE = '''
import json, sys, re
from re import _compiler, _parser
result = []
for pattern, text in json.load(sys.stdin):
    try:
        tree = _parser.parse(pattern, 0)
    except re.error:
        result.append(None)
        continue
    match = re.search(pattern, text)
    result.append([_compiler._code(tree, 0), tree.state.groups - 1, match and [list(span) for span in match.regs]])
print(json.dumps(result))
'''

CASES = [(r'(\w+)@(\w+)\.com', 'xx user@example.com'), (r'(a)|(b)c*?(?:x|y)+', 'zbccxyx'), (r'(?<=a)b(?!c)', 'abc abd'),
         ('(?:ab)*+c', 'ababc'), ('(?>a+)ab', 'aaab'), ('(a)?(?(1)b|c)', 'c ab'), (r'(?i)h[e-l]+O', 'say HELLO'),
         ('(a|ab)(c|bcd)(d*)', 'abcd'), (r'(\w+) \1', 'the the'), ('(?:a|b)*?c', 'abac'), ('(a*)*', 'aaab'), ('(a*)+', 'b'),
         ('((a)|b)*', 'ab'), (r'\bfoo\b', 'a foo b'), ('[^a-z\xc3\xa9\xe2\x98\x83]+', 'ab\xc3\xa9ZZ\xe2\x98\x83'), ('(?m)^x$', 'a\nx\nb'),
         ('x*?y', 'xxy'), ('(?s).+b', 'a\nb'), ('.*b', 'aab\nb'), ('a{2,3}?', 'aaaa'), ('(?:ab){2,3}', 'ababab'),
         (r'^(?:(\d+)|(\w+))*$', '12ab'), (r'(?=(a+))a*b\1', 'baaabac'), ('(.*?),(.*?);', 'k,v;'), ('(?i)stra\xc3\x9fe', 'STRA\xc3\x9fE'),
         ('(?:a?){40}a{40}'.replace('40', '12'), 'a' * 12), ('(?:.|\n)*x', 'ab\n' * 50 + 'x')]


def check(cases):
    process = subprocess.Popen([PYTHON, '-c', COMPILE], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    answers = json.loads(process.communicate(json.dumps(cases))[0])
    checked = 0
    for (pattern, text), answer in zip(cases, answers):
        if answer is None:
            continue
        code, groups, expected = answer
        matcher = Matcher([int(word) for word in code], groups, text, 0, len(text), all(ord(c) < 128 for c in text))
        spans = None
        if matcher.search(0):
            spans = [[matcher.match_start, matcher.match_end]]
            for i in range(groups):
                first, last = matcher.marks[2 * i], matcher.marks[2 * i + 1]
                spans.append([first, last] if first >= 0 and last >= 0 else [-1, -1])
            if not matcher.narrow:
                spans = [[len(text[:offset].decode('utf-8')) if offset >= 0 else -1 for offset in span] for span in spans]
        assert spans == expected, (pattern, text)
        checked += 1
    return checked


def test_cases():
    assert check(CASES) == len(CASES)


def random_pattern(rnd, depth):
    if depth == 0 or rnd.random() < 0.3:
        return rnd.choice(['a', 'b', 'c', '.', '[ab]', '[^a]', r'\w', r'\b', '^', '$', '\xc3\xa9'])
    kind = rnd.randrange(7)
    inner = random_pattern(rnd, depth - 1)
    if kind == 0:
        return '(' + inner + ')'
    if kind == 1:
        return '(?:' + inner + '|' + random_pattern(rnd, depth - 1) + ')'
    if kind == 2:
        return '(?:' + inner + ')' + rnd.choice(['*', '+', '?', '*?', '+?', '??', '{1,2}', '*+'])
    if kind == 3:
        return rnd.choice(['(?=', '(?!', '(?>']) + inner + ')'
    return inner + random_pattern(rnd, depth - 1)


def test_random():
    rnd = seeded('patterns')
    cases = [(random_pattern(rnd, 4), ''.join(rnd.choice(['a', 'b', 'c', '\xc3\xa9']) for _ in range(rnd.randrange(8)))) for _ in range(800)]
    assert check(cases) > 400
