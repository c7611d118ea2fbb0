"""argparse: positionals, options, types, choices, sub-commands, groups, help, errors."""
import argparse
import contextlib
import io


def attempt(parser, args):
    err, out = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stderr(err), contextlib.redirect_stdout(out):
            ns = parser.parse_args(args)
        print(args, sorted(vars(ns).items(), key=lambda kv: kv[0]))
    except SystemExit as e:
        print(args, 'exit', e.code, out.getvalue() + err.getvalue().splitlines()[-1] if e.code else out.getvalue())


p = argparse.ArgumentParser(prog='tool', description='does things', epilog='the end')
p.add_argument('files', nargs='*', help='input files')
p.add_argument('-v', '--verbose', action='count', default=0)
p.add_argument('-n', '--number', type=int, default=5, metavar='N', help='a number (default: %(default)s)')
p.add_argument('--kind', choices=['a', 'b'])
p.add_argument('--flag', action='store_true')
p.add_argument('--no-cache', dest='cache', action='store_false')
p.add_argument('--pair', nargs=2, type=float)
p.add_argument('--tag', action='append')
p.add_argument('--opt', nargs='?', const='const', default='default')
p.add_argument('--version', action='version', version='%(prog)s 1.0')
p.add_argument('--bool', action=argparse.BooleanOptionalAction)
for args in ([], ['x', 'y'], ['-vv', '-n3', 'f'], ['--number=7', '--kind', 'b'], ['--pair', '1', '2.5', '--', '-x'], ['--tag', 'a', '--tag=b'], ['--opt'], ['--opt', 'v'], ['--flag', '--no-cache', '--no-bool'], ['--verb'], ['-n', 'x'], ['--kind', 'z'], ['--nope'], ['--pair', '1'], ['--version'], ['-h'], ['--n', '1']):
    attempt(p, args)
s = argparse.ArgumentParser(prog='git')
sub = s.add_subparsers(dest='command', required=True, metavar='CMD')
c = sub.add_parser('commit', help='commit things')
c.add_argument('-m', required=True)
a = sub.add_parser('add', aliases=['stage'])
a.add_argument('path', nargs='+')
a.set_defaults(func='add function')
g = c.add_mutually_exclusive_group()
g.add_argument('--amend', action='store_true')
g.add_argument('--new', action='store_true')
for args in (['commit', '-m', 'msg'], ['add', 'x', 'y'], ['stage', 'z'], [], ['commit'], ['push'], ['commit', '-m', 'x', '--amend', '--new'], ['add'], ['commit', '-h']):
    attempt(s, args)
q = argparse.ArgumentParser(prog='q', add_help=False, prefix_chars='-+', fromfile_prefix_chars='@', argument_default=argparse.SUPPRESS)
q.add_argument('+x', type=lambda v: int(v, 16))
q.add_argument('rest', nargs=argparse.REMAINDER)
attempt(q, ['+x', 'ff', 'a', '-b'])
attempt(q, ['+x', 'zz'])
print(p.parse_known_args(['a', '--unknown', '1'])[1], p.get_default('number'), argparse.Namespace(a=1) == argparse.Namespace(a=1), argparse.Namespace(b='x'), p.format_usage())
