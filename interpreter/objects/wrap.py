"""Making Python objects from RPython values, and the singletons: for all who need objects but not their classes.

    newint(int)  newbigint(rbigint)  newbool(bool)  newfloat(float)  newcomplex(float, float)
    newstr(utf8 str)  newbytes(str)  newlist([W_Root])  newtuple([W_Root])  newdict()  newset([W_Root])
    newfrozenset([W_Root])  newslice(w_start, w_stop, w_step)
    w_None  w_True  w_False  w_Ellipsis  w_NotImplemented

`newstr` takes UTF-8, in which lone surrogates may appear encoded as three bytes.  `newtuple` and
`newlist` copy the list that they are given; `W_Tuple(fixed-size list)` and `W_List(list)` take it over.
"""

from interpreter.objects.root import w_None, w_Ellipsis, w_NotImplemented
from interpreter.objects.int import W_Int, W_Bool, w_True, w_False, newint, newbigint, newbool
from interpreter.objects.float import W_Float, newfloat
from interpreter.objects.complex import newcomplex
from interpreter.objects.str import W_Str, newstr
from interpreter.objects.bytes import newbytes
from interpreter.objects.list import newlist
from interpreter.objects.tuple import newtuple
from interpreter.objects.dict import newdict
from interpreter.objects.set import newset, newfrozenset
from interpreter.objects.slice import newslice
