"""Private name mangling in every kind of name."""
__glob = 'module level, not mangled'


class _Under:
    __x = 1

    def get(self):
        return self.__x


class __Dunderish:
    __y = 2

    def get(self):
        return self.__y


class ___:
    __z = 3

    def get(self):
        return self.__z


class Spam:
    __a = 'a'
    __b__ = 'not mangled'
    _c = 'c'
    ___d = 'd'

    def __method(self, __arg, *, __kw=1):
        __local = __arg + __kw
        return __local, sorted(locals())

    def call(self):
        return self.__method(1, _Spam__kw=5)

    def glob(self):
        global __g
        __g = 'set'
        try:
            return __glob
        except NameError as e:
            return str(e)

    def attributes(self):
        self.__new = 1
        self.__dict__['__raw'] = 2
        del self.__new
        self.__other, (self.__p, *self.__q) = 1, (2, 3)
        return sorted(self.__dict__)

    def comp(self):
        return [__i for __i in range(2)], {__k: __v for __k, __v in [(1, 2)]}, (lambda __l: __l)(3)

    def trying(self):
        try:
            raise ValueError('v')
        except ValueError as __e:
            return str(__e), '_Spam__e' in locals()

    def imports(self):
        import os.path as __p
        from os import sep as __s
        return __p.basename('a/b'), __s, '_Spam__p' in locals()

    def nested(self):
        class Inner:
            __a = 'inner'

            def get(self):
                return self.__a, Spam._Spam__a

        def __f():
            return __f.__name__
        return Inner().get(), sorted(k for k in vars(Inner) if 'a' in k and not k.startswith('__')), __f()

    def strings(self):
        return getattr(self, '__a', 'getattr does not mangle'), f'{self.__a}', eval('1', {'__a': 1})

    def annotated(self):
        __n: int = 5
        return __n

    def nonl(self):
        __v = 1

        def g():
            nonlocal __v
            __v += 1
            return __v
        return g()

    def walrus(self):
        return [(__w := 3), __w]

    def keyword(self, **kw):
        return kw


s = Spam()
print(_Under().get(), _Under._Under__x, hasattr(_Under, '__x'), ___().get(), globals()['__Dunderish']().get(), globals()['__Dunderish']._Dunderish__y)
print(s.call(), s.glob(), _Spam__g, s.attributes(), s.comp(), s.trying(), s.imports(), s.nested(), s.strings(), s.annotated(), s.nonl(), s.walrus(), s.keyword(__z=1))
print(sorted(k for k in vars(Spam) if 'Spam' in k), Spam.__b__, Spam._c, Spam._Spam___d, Spam._Spam__method.__name__, Spam._Spam__method.__code__.co_varnames[:4])
try:
    s.__a
except AttributeError as e:
    print(e)


class Sub(Spam):
    __a = 'sub'

    def both(self):
        return self.__a, self._Spam__a

    def kwcall(self):
        return self.keyword(__k=1, **{'__j': 2})

    match 5:
        case __captured:
            pass


print(Sub().both(), Sub().kwcall(), Sub._Sub__captured, Sub.__mro__[1].__name__)
