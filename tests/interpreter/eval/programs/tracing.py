events = []
def tracer(frame, event, arg):
    events.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno))
    return tracer
def callee(x):
    y = x + 1
    return y
def traced():
    total = 0
    for i in range(2):
        total += callee(i)
    [][0]
settrace(tracer)
try:
    traced()
except IndexError:
    pass
settrace(None)
for e in events: print(e)
del events[:]
def profiler(frame, event, arg):
    events.append((frame.f_code.co_name, event))
setprofile(profiler)
callee(3)
len([])
setprofile(None)
print(events)
def gen():
    yield 1
    yield 2
del events[:]
settrace(tracer)
list(gen())
settrace(None)
for e in events: print(e)
def modify(frame, event, arg):
    if event == 'line' and 'v' in frame.f_locals:
        frame.f_locals['v'] = 99
    return modify
def victim():
    v = 1
    w = v
    return w
settrace(modify)
r = victim()
settrace(None)
print(r)
