"""while, for, break, continue, else, pass, nested and with try/finally."""


def trace(*a):
    print(*a, end='; ')


for n in range(2, 12):
    for d in range(2, n):
        if n % d == 0:
            trace(n, '=', d, '*', n // d)
            break
    else:
        trace(n, 'prime')
print()
i = 0
while i < 5:
    i += 1
    if i == 2:
        continue
    if i == 9:
        break
    trace('i', i)
else:
    trace('while else')
print()
while True:
    try:
        i -= 1
        if i > 3:
            continue
        if i < 2:
            break
        trace('body', i)
    finally:
        trace('finally', i)
print()


def search():
    for a in range(5):
        for b in range(5):
            try:
                if a * b == 6:
                    return a, b
            finally:
                if a == 3:
                    trace('cleanup', a, b)


print(search())


def override():
    for x in range(3):
        try:
            return 'try %d' % x
        finally:
            if x < 2:
                continue
    return 'end'


print(override())


def swallow():
    while True:
        try:
            1 / 0
        finally:
            break
    return 'swallowed'


print(swallow())
lst = [1, 2, 3]
for v in lst:
    if v < 3 and len(lst) < 8:
        lst.append(v + 10)
print(lst)
for v in lst[:]:
    lst.remove(v)
print(lst)
for x in []:
    pass
else:
    print('empty else')
for x in range(3): trace(x); x = 10
print(x)
if 0: pass
elif []: pass
elif 'yes': print('elif')
else: print('else')
for ch in 'añ😀': trace(ch)
for b in b'ab': trace(b)
for k in {'k': 1}: trace(k)
print()
