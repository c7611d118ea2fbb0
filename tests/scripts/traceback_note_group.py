# compare stderr
"""Exception groups and notes."""


def make():
    errors = []
    for i in range(2):
        try:
            raise ValueError('number %d' % i)
        except ValueError as e:
            e.add_note('note %d' % i)
            errors.append(e)
    raise ExceptionGroup('several', errors + [ExceptionGroup('nested', [TypeError('inner')])])


make()
