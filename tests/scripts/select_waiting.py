"""select(), poll objects and epoll objects: what comes in, and what wrong arguments raise."""
import os
import re
import select



def t(f, *args, **keywords):
    shown = re.sub(' at 0x[0-9a-f]+', '', repr(args))
    try:
        result = f(*args, **keywords)
        print(f.__name__, shown, keywords, '->', result if isinstance(result, (int, list, tuple, type(None))) else type(result))
    except Exception as e:
        print(f.__name__, shown, keywords, type(e).__name__, e)


s=select.select
for a in [([],[],[],'x'),([],[],[],-1),([],[],[],2**60),([],[],[],1e30),([],[],[],1e-9),([],[],[],True),(1,[],[]),([],[]),([],[],[],0,0),([-1],[],[],0),(['x'],[],[],0),([5000],[],[],0),([2**40],[],[],0),([],[],[],float('nan'))]: t(s,*a)
class F:
    def fileno(self): return 'x'
class G:
    def fileno(self): return -1
class H:
    fileno=5
for x in (F(),G(),H()):
    t(s,[x],[],[],0)
p=select.poll()
r,w=os.pipe()
os.dup2(r,20)
os.dup2(w,21)
r,w=20,21
print(type(p),type(p).__name__,type(p).__module__)
for a in [(-1,),('x',),(9999,),(r,),(r,-1),(r,2**16),(r,2**40),(r,'x'),(),(r,1,1)]: t(p.register,*a)
for a in [(w,1),(r,),(r,1),(r,70000),(r,-2)]: t(p.modify,*a)
p.unregister(9999)
for a in [(0,),('x',),(2**40,),(2**70,),(1e30,),(float('nan'),),(0,0)]: t(p.poll,*a)
t(p.unregister,w)
t(p.unregister,r)
t(p.unregister,-1)
t(select.poll,1)
t(type(p))
E=select.epoll
t(E,"1")
t(E,0)
t(E,-2)
t(E,sizehint=5)
t(E,5,flags=0)
t(E,5,flags=1)
t(E,flags=3)
t(E,5,5,5)
t(E,1.5)
t(E,flags=2**40)
t(E,2**40)
e=E()
print(type(e), E.__name__, E.__module__)
t(e.register,r,select.EPOLLIN)
t(e.register,r,1)
t(e.register,-1)
t(e.register,10000)
t(e.register,"x")
t(e.register,object())
t(e.register,w)
t(e.register,w,-1)
t(e.register,w,2**40)
t(e.modify,w,"x")
t(e.modify,w,4)
t(e.modify,w)
t(e.modify,-1,4)
t(e.modify,10000,2)
t(e.unregister,10000)
t(e.unregister,r)
t(e.unregister,r)
t(e.register,r,eventmask=1)
t(e.register,fd=r,eventmask=1)
t(e.modify,fd=r,eventmask=1)
t(e.unregister,fd=r)
t(e.poll,0)
t(e.poll,timeout=0,maxevents=1)
t(e.poll,"x")
t(e.poll,0,0)
t(e.poll,0,-2)
t(e.poll,0,-1)
t(e.poll,2**60)
t(e.poll,1e30)
t(e.poll,float('nan'))
t(e.poll,0,"x")
t(e.poll,None,5)
t(e.poll,0,1,1)
os.dup2(os.open('/dev/null', 0), 22)
f=os.open(__file__,0)
os.dup2(f,22)
t(e.register,22)
print(e.closed, e.fileno() > 2)
with e as x: print(x is e)
print(e.closed)
t(e.fileno)
t(e.poll)
t(e.register,r)
t(e.modify,r,1)
t(e.unregister,r)
e.close()
t(e.__enter__)
t(e.__exit__)
t(e.__exit__,1)
t(e.__exit__,1,2,3)
t(E.fromfd,-1)
t(E.fromfd,'x')
e=E()
d=E.fromfd(e.fileno())
print(type(d))
d.close()
t(e.poll,0)
print({n:getattr(select,n) for n in dir(select) if 'EPOLL' in n})



class Shrinks:
    def fileno(self):
        del shrinking[-1]
        return 21


shrinking = [Shrinks() for _ in range(10)]
print(len(select.select([], shrinking, [])[1]), len(shrinking))
e.close()
e = E()
e.register(20, select.EPOLLIN | select.EPOLLET)
os.write(21, b'x')
print(e.poll(5), e.poll(0))
os.write(21, b'y')
print(e.poll(5), os.read(20, 9), select.select([20], [21], [20], 0))
e.modify(20, select.EPOLLOUT | select.EPOLLONESHOT)
print(e.poll(0.01))
os.close(21)
print(e.poll(5) == [(20, select.EPOLLHUP)], e.poll(0.01))
