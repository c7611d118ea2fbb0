def error(*place):
    try:
        raise SyntaxError('bad', place)
    except SyntaxError as e:
        return e


raise ExceptionGroup('', [
    error('bad.py', 1, 2, 'abcdefg', 1, 100), error('bad.py', 1, 2, 'abc\u00e9efg\n', 1, 100), error('bad.py', 2, 2, 'ab\u00e9cdefg\n', 3, 3),
    error('bad.py', 1, 4, '   abc', 1, 100), error('bad.py', 1, 5, 'abc\ndef\n', 1, 100), error('bad.py', 1, 7, 'abc\u00e9', 1, 9),
    error('bad.py', 1, 4, 'abcdefg', 1, 2), error('bad.py', 1, -4, 'abcdefg', 1, -2), error('bad.py', 1, 0, 'abcdefg', 1, 5)])
