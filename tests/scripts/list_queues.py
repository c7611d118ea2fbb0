# Lists whose items move: queues, insertion at the front and in the middle, deletion; large and small.
import random

queue = list(range(30000))
total = 0
for i in range(60000):
    item = queue.pop(0)
    total += item * i
    if i < 30000:
        queue.append(-item)
print(total, queue)

front = []
for i in range(30000):
    front.insert(0, [i])
print(len(front), front[0], front[29999], front[15000])
while len(front) > 20000:
    del front[0]
del front[5:10000]
print(len(front), front[:7], front[-1])

for size in (0, 3, 12, 2000):
    rand = random.Random(size)
    model = {i: str(i) for i in range(size)}        # place -> item
    items = [model[i] for i in range(size)]
    for i in range(200):
        place = rand.randrange(len(items) + 1)
        new = 'n%d' % i
        if rand.random() < 0.5 or place == len(items):
            items.insert(place, new)
            before = [model[k] for k in range(len(model))]
            model = dict(enumerate([*before[:place], new, *before[place:]]))
        else:
            popped = items.pop(place)
            before = [model[k] for k in range(len(model))]
            model = dict(enumerate([*before[:place], *before[place + 1:]]))
            if popped is not before[place]:
                print('wrong', size, i)
    print(size, len(items), items == list(model.values()), items[::97])
