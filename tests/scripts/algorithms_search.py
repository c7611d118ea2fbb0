"""Classic algorithms: n-queens, sudoku, Dijkstra, knapsack, edit distance, topological sort, union-find, permutations."""
import heapq
from collections import deque


def queens(n):
    def place(row, cols, d1, d2):
        if row == n:
            yield cols
            return
        for c in range(n):
            if c not in cols and row + c not in d1 and row - c not in d2:
                yield from place(row + 1, cols + (c,), d1 | {row + c}, d2 | {row - c})
    return list(place(0, (), frozenset(), frozenset()))


print([len(queens(n)) for n in range(1, 7)], queens(6)[0])


def solve(grid):
    best = None
    for i, v in enumerate(grid):
        if v == '.':
            r, c = divmod(i, 9)
            used = {grid[r * 9 + k] for k in range(9)} | {grid[k * 9 + c] for k in range(9)} | {grid[(r // 3 * 3 + k // 3) * 9 + c // 3 * 3 + k % 3] for k in range(9)}
            options = [d for d in '123456789' if d not in used]
            if best is None or len(options) < len(best[1]):
                best = i, options
                if len(options) <= 1:
                    break
    if best is None:
        return grid
    for d in best[1]:
        done = solve(grid[:best[0]] + d + grid[best[0] + 1:])
        if done:
            return done


s = solve('53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79')
print('\n'.join(s[i:i + 9] for i in range(0, 81, 9)))


def dijkstra(graph, start):
    dist, prev, heap = {start: 0}, {}, [(0, start)]
    while heap:
        d, u = heapq.heappop(heap)
        if d > dist[u]:
            continue
        for v, w in graph.get(u, {}).items():
            if d + w < dist.get(v, float('inf')):
                dist[v], prev[v] = d + w, u
                heapq.heappush(heap, (d + w, v))
    return dist, prev


graph = {'A': {'B': 7, 'C': 3}, 'B': {'D': 2}, 'C': {'B': 1, 'D': 8, 'E': 2}, 'D': {'F': 4}, 'E': {'D': 1, 'F': 9}}
dist, prev = dijkstra(graph, 'A')
path = ['F']
while path[-1] != 'A':
    path.append(prev[path[-1]])
print(sorted(dist.items()), path[::-1])


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


print([distance(a, b) for a, b in (('kitten', 'sitting'), ('', 'abc'), ('same', 'same'), ('flaw', 'lawn'))])


def lcs(a, b):
    t = [[''] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            t[i + 1][j + 1] = t[i][j] + x if x == y else max(t[i + 1][j], t[i][j + 1], key=len)
    return t[-1][-1]


print(lcs('the quick brown', 'a thick crown'))


def topo(deps):
    out, state = [], {}

    def visit(n):
        if state.get(n) == 1:
            raise ValueError('cycle at ' + n)
        if n not in state:
            state[n] = 1
            for m in deps.get(n, ()):
                visit(m)
            state[n] = 2
            out.append(n)
    for n in deps:
        visit(n)
    return out


print(topo({'app': ['lib', 'log'], 'lib': ['core'], 'log': ['core'], 'core': []}))
try:
    topo({'a': ['b'], 'b': ['a']})
except ValueError as e:
    print(e)
maze = ['S.#.....', '..#.###.', '.##.#...', '....#.#E']
start = next((r, c) for r, row in enumerate(maze) for c, ch in enumerate(row) if ch == 'S')
todo, seen = deque([(start, 0)]), {start}
while todo:
    (r, c), n = todo.popleft()
    if maze[r][c] == 'E':
        print('steps', n)
        break
    for p in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
        if 0 <= p[0] < 4 and 0 <= p[1] < 8 and maze[p[0]][p[1]] != '#' and p not in seen:
            seen.add(p)
            todo.append((p, n + 1))
best = [0] * 51
for w, v in ((10, 60), (20, 100), (30, 120)):
    for k in range(50, w - 1, -1):
        best[k] = max(best[k], best[k - w] + v)
print(best[50])
parent = list(range(10))


def find(x):
    while parent[x] != x:
        parent[x] = parent[parent[x]]
        x = parent[x]
    return x


for a, b in ((1, 2), (3, 4), (2, 3), (7, 8), (0, 9)):
    parent[find(a)] = find(b)
print(find(1) == find(4), find(1) == find(7), len({find(i) for i in range(10)}))


def hanoi(n, a='A', b='B', c='C'):
    return [] if n == 0 else hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c)


print(len(hanoi(8)), hanoi(3))
