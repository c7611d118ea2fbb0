"""csv: dialects, readers and writers on seeded noise, DictReader and DictWriter, the sniffer, and what goes wrong."""
import csv
import io
import random

random.seed(2)
FORMATS = dict(delimiter=[',', ';', '\t', ' '], doublequote=[True, False], escapechar=[None, '\\'], lineterminator=['\r\n', '\n', '!'],
               quotechar=['"', "'", None], quoting=[0, 1, 2, 3], skipinitialspace=[False, True], strict=[False, True])


def noise(size):
    return ''.join(random.choice('aab1,;"\'\\ \n\r\t!') for _ in range(random.randrange(size)))


def attempt(f, *args, **kwds):
    try:
        print(f(*args, **kwds))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


def read(lines, formats):
    try:
        reader = csv.reader(lines, **formats)
    except TypeError as e:
        print('   ', e)
        return
    try:
        for row in reader:
            print('   ', reader.line_num, row)
    except Exception as e:
        print('   ', reader.line_num, type(e).__name__, e)


for _ in range(150):
    formats = {name: random.choice(values) for name, values in FORMATS.items() if random.random() < 0.4}
    print(formats)
    read([noise(15) + random.choice(['', '\n', '\r\n', '\r']) for _ in range(random.randrange(4))], formats)
    out = io.StringIO(newline='')
    try:
        csv.writer(out, **formats).writerow([random.choice([noise(8), 1, 2.5, None, '', 1j, True, 'plain']) for _ in range(random.randrange(4))])
        print('   ', ascii(out.getvalue()))
    except Exception as e:
        print('   ', type(e).__name__, e)

out = io.StringIO(newline='')
writer = csv.DictWriter(out, ['name', 'size', 'remark'], restval='-')
writer.writeheader()
writer.writerows([{'name': 'a, b', 'size': 1, 'remark': 'say "hi"'}, {'name': 'two\nlines', 'size': 2.5}])
print(ascii(out.getvalue()))
for row in csv.DictReader(io.StringIO(out.getvalue(), newline='')):
    print(row)
attempt(writer.writerow, {'nonsense': 1})
print(csv.list_dialects(), [getattr(csv.get_dialect('excel-tab'), name) for name in FORMATS])
csv.register_dialect('pipes', delimiter='|', quoting=csv.QUOTE_ALL)
print(list(csv.reader(['a|"b|c"'], 'pipes')), csv.get_dialect('pipes').lineterminator == '\r\n')
csv.unregister_dialect('pipes')
attempt(csv.get_dialect, 'pipes')
attempt(csv.unregister_dialect, 'pipes')
attempt(csv.register_dialect, 5)
for formats in {'delimiter': ''}, {'delimiter': 'ab'}, {'delimiter': None}, {'quotechar': 'xy'}, {'quoting': 9}, {'quoting': 'x'}, {'lineterminator': None}:
    attempt(csv.reader, [], **formats)
attempt(csv.reader, 5)
attempt(csv.writer, 5)
attempt(csv.writer(out).writerow, 5)
attempt(next, csv.reader([b'bytes']))
attempt(csv.field_size_limit, 'x')
print(csv.field_size_limit(10), csv.field_size_limit())
attempt(list, csv.reader(['x' * 11]))
csv.field_size_limit(131072)
sample = 'first;second;third\n1;"two;2";3\n4;five;6\n'
dialect = csv.Sniffer().sniff(sample)
print(dialect.delimiter, dialect.quotechar, csv.Sniffer().has_header(sample), list(csv.reader(sample.splitlines(), dialect)))
class Semicolons(csv.excel):
    delimiter = ';'
for dialect in Semicolons, Semicolons(), 'unix', csv.get_dialect('excel-tab'), '', None:
    attempt(lambda: list(csv.reader(['a;b,c\td'], dialect=dialect)))
    attempt(lambda: list(csv.reader(['a;b,c\td'], dialect)))
    attempt(lambda: csv.writer(out, dialect=dialect).dialect.delimiter)
    attempt(lambda: csv.register_dialect('x', dialect=dialect, strict=True))




class Tabs(csv.Dialect):
    delimiter, quotechar, quoting, lineterminator, doublequote = '\t', "'", csv.QUOTE_ALL, '\n', True


out = io.StringIO()
csv.writer(out, dialect=Tabs).writerow([1, "a'b"])
csv.writer(out, dialect='excel', delimiter=';').writerow([1, 2])
csv.register_dialect('tabs', dialect=Tabs())
print(repr(out.getvalue()), list(csv.reader(["'a'\t'b'"], dialect='tabs')), list(csv.DictReader(['a,b', '1,2'], dialect='unix')))
for call in (lambda: csv.reader([], 'excel', dialect='excel'), lambda: csv.reader([], dialect='nobody'), lambda: csv.writer(out, dialect=3).dialect.delimiter):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
