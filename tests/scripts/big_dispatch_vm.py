"""A stack machine with labels and calls, a brainfuck interpreter and a unification engine."""


def machine(program):
    stack, calls, pc, out = [], [], 0, []
    labels = {op[1]: i for i, op in enumerate(program) if op[0] == 'label'}
    while True:
        op, *args = program[pc]
        pc += 1
        if op == 'push':
            stack.append(args[0])
        elif op == 'dup':
            stack.append(stack[-1 - (args[0] if args else 0)])
        elif op == 'swap':
            stack[-1], stack[-2] = stack[-2], stack[-1]
        elif op in ('add', 'sub', 'mul', 'mod', 'lt'):
            b, a = stack.pop(), stack.pop()
            stack.append({'add': a + b, 'sub': a - b, 'mul': a * b, 'mod': b and a % b, 'lt': a < b}[op])
        elif op == 'jump':
            pc = labels[args[0]]
        elif op == 'unless':
            if not stack.pop():
                pc = labels[args[0]]
        elif op == 'call':
            calls.append(pc)
            pc = labels[args[0]]
        elif op == 'ret':
            pc = calls.pop()
        elif op == 'out':
            out.append(stack.pop())
        elif op == 'halt':
            return out, stack


FACT = [('push', 10), ('call', 'fact'), ('out',), ('push', 252), ('push', 105), ('call', 'gcd'), ('out',), ('halt',),
        ('label', 'fact'), ('dup',), ('push', 2), ('lt',), ('unless', 'rec'), ('ret',), ('label', 'rec'), ('dup',), ('push', 1), ('sub',), ('call', 'fact'), ('mul',), ('ret',),
        ('label', 'gcd'), ('dup',), ('unless', 'end'), ('dup',), ('push', 0), ('add',), ('swap',), ('dup', 2), ('swap',), ('mod',), ('call', 'shuffle'), ('jump', 'gcd'), ('label', 'end'), ('add',), ('ret',),
        ('label', 'shuffle'), ('ret',)]
try:
    print(machine(FACT[:3] + FACT[7:]))
except IndexError as e:
    print(e)


def bf(src, data=''):
    jump, stack = {}, []
    for i, c in enumerate(src):
        if c == '[':
            stack.append(i)
        elif c == ']':
            jump[i] = j = stack.pop()
            jump[j] = i
    tape, p, i, out, data = [0] * 100, 0, 0, [], list(data)
    while i < len(src):
        match src[i]:
            case '>': p += 1
            case '<': p -= 1
            case '+': tape[p] = (tape[p] + 1) % 256
            case '-': tape[p] = (tape[p] - 1) % 256
            case '.': out.append(chr(tape[p]))
            case ',': tape[p] = ord(data.pop(0)) if data else 0
            case '[' if not tape[p]: i = jump[i]
            case ']' if tape[p]: i = jump[i]
        i += 1
    return ''.join(out)


print(bf('++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.'), bf(',[.,]', 'echo'))


class Var:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return '?' + self.n


def walk(t, s):
    while isinstance(t, Var) and t in s:
        t = s[t]
    return t


def unify(a, b, s):
    a, b = walk(a, s), walk(b, s)
    if a == b:
        return s
    if isinstance(a, Var):
        return {**s, a: b}
    if isinstance(b, Var):
        return {**s, b: a}
    if isinstance(a, tuple) and isinstance(b, tuple) and len(a) == len(b):
        for x, y in zip(a, b):
            s = unify(x, y, s)
            if s is None:
                return None
        return s


X, Y, Z = map(Var, 'XYZ')
print(unify(('f', X, ('g', Y)), ('f', 1, ('g', X)), {}), unify((X, X), (1, 2), {}), unify(X, (Y, Z), {Y: 5}))
parents = [('ann', 'bob'), ('bob', 'cy'), ('cy', 'di'), ('ann', 'eve')]


def parent(a, b):
    def goal(s):
        for p in parents:
            s2 = unify((a, b), p, s)
            if s2 is not None:
                yield s2
    return goal


def both(g, h):
    return lambda s: (s3 for s2 in g(s) for s3 in h(s2))


def either(g, h):
    def goal(s):
        yield from g(s)
        yield from h(s)
    return goal


def ancestor(a, b, depth=3):
    if not depth:
        return lambda s: iter(())
    m = Var('m%d' % depth)
    return either(parent(a, b), both(parent(a, m), lambda s: ancestor(m, b, depth - 1)(s)))


print([walk(X, s) for s in ancestor('ann', X)({})], [walk(X, s) for s in ancestor(X, 'di')({})], len(list(ancestor(X, Y)({}))))
