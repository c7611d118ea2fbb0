"""textwrap, string, difflib, fnmatch, shlex, pprint, reprlib, linecache, keyword."""
import difflib
import fnmatch
import keyword
import pprint
import reprlib
import shlex
import textwrap
text = 'The quick brown fox, which jumped over the lazy-dog in a_very_long_word_indeed, slept.  Then it woke.'
print(textwrap.wrap(text, 20), textwrap.fill(text, 30, initial_indent='* ', subsequent_indent='  '), textwrap.shorten(text, 30), textwrap.indent('a\n\nb', '> '), repr(textwrap.dedent('''
    one
      two

    three''')), textwrap.wrap('abcdefghij', 4), textwrap.wrap('a-b-c long-word', 5, break_on_hyphens=False), textwrap.wrap(''), textwrap.fill('x  y\tz', 10, expand_tabs=True), sep='\n')
a, b = 'one\ntwo\nthree\nfour'.splitlines(), 'zero\none\ntree\nfour'.splitlines()
print('\n'.join(difflib.unified_diff(a, b, 'a', 'b', lineterm='')), list(difflib.ndiff(a, b)), difflib.get_close_matches('appel', ['ape', 'apple', 'peach']), round(difflib.SequenceMatcher(None, 'abcd', 'bcde').ratio(), 3), difflib.SequenceMatcher(None, 'qabxcd', 'abycdf').get_opcodes())
print([fnmatch.fnmatch(n, p) for n, p in (('a.py', '*.py'), ('ab', 'a?'), ('a1', 'a[0-9]'), ('b', '[!a]'), ('A', 'a'))], fnmatch.filter(['x.c', 'y.h'], '*.h'), fnmatch.translate('a*'))
print(shlex.split('a "b c" d\\ e \'f g\' # no', comments=True), shlex.quote("it's"), shlex.join(['a', 'b c']), list(shlex.shlex('x = "y" + 3')))
try:
    shlex.split('"open')
except ValueError as e:
    print(e)
pprint.pprint({'key%d' % i: list(range(i * 5)) for i in range(5)}, width=40)
pprint.pprint([1, [2, {'b': (1,), 'a': None}]], indent=2, depth=2)
print(pprint.pformat('long text ' * 10, width=40), reprlib.repr(list(range(100))), reprlib.repr('x' * 100), reprlib.repr({i: i for i in range(10)}), keyword.iskeyword('match'), keyword.iskeyword('async'), keyword.softkwlist)


class R:
    @reprlib.recursive_repr('...')
    def __repr__(self):
        return 'R<%r>' % self.me


r = R()
r.me = r
print(r)
