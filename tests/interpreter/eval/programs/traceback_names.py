class Thing:
    colour = 1
def f():
    thing = Thing()
    print(thing.color)
try:
    f()
except AttributeError as e:
    saved = e
values = [1, 2]
raise saved from NameError('x')
