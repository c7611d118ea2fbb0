"""A program of the kind that people have: dataclasses, enums, json, argparse, logging, contextlib and pathlib together."""
import argparse
import contextlib
import dataclasses
import enum
import io
import json
import logging
import pathlib
import sys
import tempfile
import typing


class Unit(enum.Enum):
    PIECE = 'pc'
    KILO = 'kg'

    def __str__(self):
        return self.value


class Flags(enum.Flag):
    NONE = 0
    FRAGILE = enum.auto()
    COLD = enum.auto()
    BOTH = FRAGILE | COLD


@dataclasses.dataclass(order=True, frozen=True)
class Item:
    name: str
    price: float = dataclasses.field(compare=False)
    unit: Unit = dataclasses.field(default=Unit.PIECE, compare=False)
    flags: Flags = dataclasses.field(default=Flags.NONE, compare=False)
    tags: typing.Tuple[str, ...] = ()


@dataclasses.dataclass
class Stock:
    items: dict[str, tuple[Item, int]] = dataclasses.field(default_factory=dict)
    journal: list[str] = dataclasses.field(default_factory=list, repr=False)
    limit: dataclasses.InitVar[int] = 10

    def __post_init__(self, limit):
        self._limit = limit

    def add(self, item, count=1):
        old = self.items.get(item.name, (item, 0))[1]
        if old + count > self._limit:
            raise OverflowError(f'{item.name!r}: {old} + {count} > {self._limit}')
        self.items[item.name] = item, old + count
        self.journal.append(f'{item.name:<8}|{count:+d}')

    @property
    def total(self):
        return sum(item.price * count for item, count in self.items.values())


class Encoder(json.JSONEncoder):
    def default(self, o):
        if dataclasses.is_dataclass(o):
            return {f.name: getattr(o, f.name) for f in dataclasses.fields(o)}
        if isinstance(o, enum.Flag):
            return {'flags': o.value}
        if isinstance(o, enum.Enum):
            return o.value
        return super().default(o)


@contextlib.contextmanager
def logged(name):
    log = logging.getLogger(name)
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter('%(levelname)s:%(name)s:%(funcName)s: %(message)s'))
    log.addHandler(handler)
    log.setLevel(logging.DEBUG)
    log.propagate = False
    try:
        yield log
    except OverflowError as e:
        log.error('stopped: %s', e)
    finally:
        log.removeHandler(handler)
        print(stream.getvalue(), end='')


def parser():
    p = argparse.ArgumentParser(prog='inventory', description='Keeps a stock.', epilog='That is all.')
    p.add_argument('-v', '--verbose', action='count', default=0, help='more (may be repeated)')
    sub = p.add_subparsers(dest='command', required=True, metavar='COMMAND')
    add = sub.add_parser('add', help='adds items')
    add.add_argument('name')
    add.add_argument('price', type=float)
    add.add_argument('--unit', type=Unit, choices=list(Unit), default=Unit.PIECE)
    add.add_argument('--flag', dest='flags', action='append', default=[], choices=['FRAGILE', 'COLD'])
    group = add.add_mutually_exclusive_group()
    group.add_argument('-n', '--count', type=int, default=1, metavar='N', help='how many (default: %(default)s)')
    group.add_argument('--dozen', action='store_const', const=12, dest='count')
    report = sub.add_parser('report', help='shows them')
    report.add_argument('fields', nargs='*', default=['name', 'price'])
    return p


def main(commands):
    stock = Stock(limit=20)
    p = parser()
    for line in commands:
        with logged('stock') as log, contextlib.redirect_stderr(io.StringIO()) as errors:
            try:
                options = p.parse_args(line.split())
            except SystemExit as e:
                print('exit', e.code, errors.getvalue().splitlines()[-1])
                continue
            log.debug('%s %r', options.command, sorted(vars(options)))
            if options.command == 'add':
                flags = Flags.NONE
                for f in options.flags:
                    flags |= Flags[f]
                stock.add(Item(options.name, options.price, options.unit, flags, tuple(options.name)), options.count)
            else:
                for item, count in sorted(stock.items.values()):
                    print(count, *(getattr(item, f, '?') for f in options.fields), sep=' | ')
    return stock


stock = main(['add apple 0.5 -n 3', 'add milk 1.25 --unit kg --flag COLD --flag FRAGILE', 'add egg 0.2 --dozen', 'add egg 0.2 --dozen', 'add pear x', 'add pear 1 --unit ton',
              'add pear 1 -n 2 --dozen', 'nonsense', 'report', 'report name flags unit tags', '', '-vv report price'])
print(stock, round(stock.total, 10), stock.journal)
text = json.dumps(stock, cls=Encoder, indent=2, sort_keys=True)
print(text)
with tempfile.TemporaryDirectory() as folder:
    path = pathlib.Path(folder) / 'sub' / 'stock.json'
    path.parent.mkdir()
    path.write_text(text, encoding='utf-8')
    data = json.loads(path.read_text(), object_pairs_hook=lambda pairs: dict(reversed(pairs)))
    print([p.name for p in sorted(pathlib.Path(folder).rglob('*'))], path.suffix, path.stem, path.with_suffix('.bak').name, path.relative_to(folder))
print(list(data), list(data['items']['egg'][0]))
try:
    dataclasses.replace(stock.items['egg'][0], name='x').name = 'y'
except dataclasses.FrozenInstanceError as e:
    print(type(e).__name__, e)
print(dataclasses.asdict(stock.items['milk'][0]), dataclasses.astuple(stock.items['apple'][0]))
parser().print_help(sys.stdout)
