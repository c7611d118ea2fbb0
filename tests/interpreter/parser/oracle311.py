"""What CPython 3.11 makes of source texts.  Run by CPython 3.11:

    oracle311.py FLAGS < items.json > results.json

FLAGS is an int for compile(), in addition to PyCF_ONLY_AST; from bit 32 up it is the _feature_version, 0 for the newest.

An item is [mode, source bytes as Latin-1]; its result is the dump of the tree, or a
list: [exception, message, lineno, offset, text, end_lineno, end_offset].
"""
import ast
import json
import sys
import warnings


def result(mode, source, flags):
    try:
        tree = compile(source, '<test>', mode, ast.PyCF_ONLY_AST | flags & 0xffffffff, _feature_version=flags >> 32 or -1)
    except SyntaxError as e:
        return [type(e).__name__, e.msg, e.lineno, e.offset, e.text, e.end_lineno,
                e.end_offset]
    except Exception as e:
        return [type(e).__name__, str(e), None, None, None, None, None]
    return ast.dump(tree, include_attributes=True)


def main():
    warnings.simplefilter('ignore')
    sys.setrecursionlimit(100000)
    items = json.load(sys.stdin)
    flags = int(sys.argv[1])
    json.dump([result(mode, source.encode('latin-1'), flags) for mode, source in items],
              sys.stdout)


main()
