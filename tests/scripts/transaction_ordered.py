"""run(ordered=True): exactly the sequential loop, conflicts and all."""
import transaction
log = []
state = {'x': 1}


def step(i):
    state['x'] = (state['x'] * 31 + i) % 1000003
    log.append((i, state['x']))


for i in range(200):
    transaction.add(step, i)
transaction.run(ordered=True)
x, expected = 1, []
for i in range(200):
    x = (x * 31 + i) % 1000003
    expected.append((i, x))
print(log == expected, state['x'])


def failing(i):
    done.append(i)
    if i == 5:
        raise KeyError(i)


done = []
for i in range(20):
    transaction.add(failing, i)
try:
    transaction.run(ordered=True)
except KeyError as e:
    print('KeyError', e, done)
