def leaf(n):
    raise ValueError(n)
def collect():
    result = []
    for i in range(3):
        try:
            leaf(i)
        except ValueError as e:
            result.append(e)
    return result
def nested():
    try:
        raise ExceptionGroup('inner', collect())
    except ExceptionGroup as e:
        raise ExceptionGroup('outer', [e, TypeError('plain\nlines')])
try:
    nested()
except ExceptionGroup as e:
    error = e
error.add_note('noted')
raise error from OSError(2, 'cause')
