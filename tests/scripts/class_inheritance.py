"""Classes, inheritance, method resolution, super()."""


class A:
    kind = 'a'

    def __init__(self, x):
        self.x = x

    def who(self):
        return 'A%s' % self.x


class B(A):
    def who(self):
        return 'B<' + super().who()


class C(A):
    kind = 'c'

    def who(self):
        return 'C<' + super().who()


class D(B, C):
    def who(self):
        return 'D<' + super().who()


d = D(5)
print(d.who(), d.kind, [k.__name__ for k in D.__mro__])
print(isinstance(d, A), issubclass(D, C), issubclass(B, C), isinstance(3, (str, int)))
d.extra = 1
print(sorted(d.__dict__.items()), vars(d) is d.__dict__)
try:
    d.missing
except AttributeError as e:
    print(e)
try:
    class E(A, D):
        pass
except TypeError as e:
    print(str(e).split('\n')[0])
print(A.who(d), D.__bases__, B.__base__ is A)
del d.x
print(hasattr(d, 'x'), getattr(d, 'x', 'none'))
d.__class__ = C
d.x = 1
print(d.who(), type(d) is C)
