"""Lines that frames show after an exception went through handlers, and other corners of blocks."""
import collections.abc


def in_except():
    try:
        1/0
    except ZeroDivisionError:
        1/0
        pass


def other_except():
    try:
        1/0
    except TypeError as e:
        pass


def named_except():
    try:
        1/0
    except Exception as e:
        1/0
        pass


def in_finally():
    try:
        1/0
    finally:
        1/0
        pass


def after_finally():
    try:
        1/0
    finally:
        pass


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


def in_with():
    with Manager():
        1/0
        pass


for function in (in_except, other_except, named_except, in_finally, after_finally, in_with):
    try:
        function()
    except ZeroDivisionError as e:
        frame = e.__traceback__.tb_next.tb_frame
        print(function.__name__, frame.f_lineno - frame.f_code.co_firstlineno, e.__traceback__.tb_next.tb_lineno - frame.f_code.co_firstlineno)


class MapThenSeq(collections.UserDict, collections.abc.Sequence):
    pass


class SeqThenMap(collections.UserList, collections.abc.MutableMapping):
    pass


for cls in (MapThenSeq, SeqThenMap):
    match cls():
        case {}:
            print(cls.__name__, 'mapping')
        case []:
            print(cls.__name__, 'sequence')


class A:
    @classmethod
    @classmethod
    def doubled(cls):
        return cls


try:
    print(A.doubled())
except TypeError as e:
    print(e)
