"""Money is conserved: transfers between accounts under `atomic`, checked by a reader."""
import random
import threading
import transaction
accounts = [100] * 20
stop = []
wrong = []


def transfer(seed):
    rnd = random.Random(seed)
    for _ in range(400):
        a, b, amount = rnd.randrange(20), rnd.randrange(20), rnd.randrange(10)
        with transaction.atomic:
            accounts[a] -= amount
            accounts[b] += amount


def check():
    while not stop:
        with transaction.atomic:
            total = sum(accounts)
        if total != 2000:
            wrong.append(total)


checker = threading.Thread(target=check)
checker.start()
workers = [threading.Thread(target=transfer, args=(s,)) for s in range(3)]
for w in workers:
    w.start()
for w in workers:
    w.join()
stop.append(True)
checker.join()
print(sum(accounts), wrong[:3])
