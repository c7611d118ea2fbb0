# compare stderr
"""Chained exceptions, the carets of 3.11."""


class Oops(Exception):
    pass


def parse(text):
    try:
        return int(text) + len(text) / (len(text) - 3)
    except ValueError as e:
        raise Oops('cannot parse %r' % text) from e


def second():
    try:
        parse('abc')
    except Oops:
        items = [1, 2]
        items[5].attribute


second()
