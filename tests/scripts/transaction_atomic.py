"""atomic, is_atomic, on_commit, exclusive_atomic."""
import transaction
print(transaction.is_atomic())
with transaction.atomic:
    print(transaction.is_atomic())
    with transaction.atomic:
        print('nested')
    print(transaction.is_atomic())
print(transaction.is_atomic())
try:
    with transaction.atomic:
        raise ValueError('inside')
except ValueError as e:
    print(e, transaction.is_atomic())
try:
    with transaction.atomic:
        with transaction.exclusive_atomic:
            print('unreachable')
except transaction.TransactionError as e:
    print(e)
out = []
with transaction.atomic:
    transaction.on_commit(out.append, 'committed')
    print(out)
transaction.hint_commit_soon()
for i in range(1000):
    pass
print(out)


def inside():
    transaction.on_commit(out.append, len(out))


for i in range(3):
    transaction.add(inside)
transaction.run()
print(len(out))
