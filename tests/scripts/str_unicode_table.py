"""Unicode: predicates, case mappings, widths of encodings, normal forms, categories, over a table of characters."""
import unicodedata
chars = ['a', 'Z', '5', ' ', '\t', '\n', '_', 'é', 'ß', 'ñ', 'İ', 'ı', 'ſ', 'Σ', 'ς', 'ŉ', 'ǆ', 'ǅ', 'ﬁ', '²', '½', '٣', '५', '中', '한', 'あ', '😀', '\u0301', '\u200d', '\u00a0', '\u2028', '\u3000', 'Ⅷ', 'ª', 'ﬀ', '\U0001d7d8', '\x85', '\x1c', '\ufeff', '\U0010ffff', '𝐀', 'Ω', 'ΐ', 'և', 'ᾳ', 'ẞ']
for c in chars:
    print(ascii(c), repr(c) if c.isprintable() else '-', c.isalpha(), c.isdigit(), c.isdecimal(), c.isnumeric(), c.isalnum(), c.isspace(), c.isupper(), c.islower(), c.istitle(), c.isidentifier(), c.isprintable(), c.isascii(),
          ascii(c.upper()), ascii(c.lower()), ascii(c.title()), ascii(c.casefold()), ascii(c.swapcase()), ascii(c.capitalize()), len(c), c.encode('utf-8'), c.encode('utf-16-le'), c.encode('utf-32-be'))
for c in chars:
    print(ascii(c), unicodedata.category(c), unicodedata.bidirectional(c), unicodedata.combining(c), unicodedata.east_asian_width(c), unicodedata.name(c, 'no name'), unicodedata.decimal(c, None), unicodedata.digit(c, None), unicodedata.numeric(c, None), unicodedata.decomposition(c), unicodedata.mirrored(c), [ascii(unicodedata.normalize(f, c)) for f in ('NFC', 'NFD', 'NFKC', 'NFKD')])
print(unicodedata.lookup('SNOWMAN'), '\N{BLACK HEART SUIT}\N{LATIN SMALL LETTER E WITH ACUTE}', unicodedata.normalize('NFC', 'e\u0301') == 'é', unicodedata.unidata_version, unicodedata.is_normalized('NFC', 'é'), len('e\u0301'), unicodedata.normalize('NFD', '한글').encode('unicode_escape'))
for w in ('ΑΣ', 'ΑΣ Σ', 'straße', 'ǆungla', "they're bill's", 'ﬁne ﬂour', 'İstanbul', 'ὈΔΥΣΣΕΎΣ', 'x_1y', 'ALL caps', '１２３', 'naïve café', 'éÉ'):
    print(w, w.upper(), w.lower(), w.title(), w.capitalize(), w.swapcase(), w.casefold(), w.istitle(), w.isupper(), w.islower(), len(w.upper()), w[::-1], ascii(w))
for bad in (lambda: unicodedata.lookup('NO SUCH NAME'), lambda: unicodedata.name('\x00'), lambda: unicodedata.numeric('a'), lambda: unicodedata.category('ab'), lambda: unicodedata.normalize('NFX', 'a')):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
