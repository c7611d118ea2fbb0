"""The table of positions of a code object in the form of CPython 3.11's `co_linetable`.

Inside, positions are entries of five ints: pc, lineno, end_lineno, col_offset, end_col_offset, where they change; a line 0 is none, a
column -1 is unknown.  In the bytes an entry covers one to eight units, and a unit is one int of the bytecode.
"""

SHORT_FORMS = 10                  # kinds 0 .. 9: same line, start column below 80, at most 15 columns
ONE_LINE = 10                     # kinds 10 .. 12: 0 to 2 lines further, columns below 128
NO_COLUMNS = 13
LONG_FORM = 14
NO_LOCATION = 15
LONGEST = 8                       # units that an entry may cover


def encode_positions(positions, firstlineno, size):
    """The bytes for `size` units of bytecode."""
    chars = []
    count = len(positions)
    line = firstlineno
    for i in range(0, count, 5):
        stop = positions[i + 5] if i + 5 < count else size
        units = stop - positions[i]
        while units > 0:
            covered = units if units < LONGEST else LONGEST
            encode_entry(chars, covered, positions[i + 1], positions[i + 2], positions[i + 3], positions[i + 4], line)
            if positions[i + 1] > 0:
                line = positions[i + 1]
            units -= covered
    return ''.join(chars)


def encode_entry(chars, units, lineno, end_lineno, col, end_col, last_line):
    if lineno <= 0:
        chars.append(first_byte(NO_LOCATION, units))
        return
    delta = lineno - last_line
    if col < 0 or end_col < 0:
        if end_lineno == lineno:
            chars.append(first_byte(NO_COLUMNS, units))
            encode_signed(chars, delta)
            return
    elif end_lineno == lineno:
        width = end_col - col
        if delta == 0 and col < 80 and 0 <= width < 16:
            chars.append(first_byte(col >> 3, units))
            chars.append(chr((col & 7) << 4 | width))
            return
        if 0 <= delta < 3 and col < 128 and end_col < 128:
            chars.append(first_byte(ONE_LINE + delta, units))
            chars.append(chr(col))
            chars.append(chr(end_col))
            return
    chars.append(first_byte(LONG_FORM, units))
    encode_signed(chars, delta)
    encode_unsigned(chars, max(end_lineno - lineno, 0))
    encode_unsigned(chars, max(col, -1) + 1)
    encode_unsigned(chars, max(end_col, -1) + 1)


def first_byte(kind, units):
    return chr(0x80 | kind << 3 | (units - 1))


def encode_unsigned(chars, value):
    """Six bits a byte, the lowest first; bit 6 says that more follow."""
    while value >= 64:
        chars.append(chr(64 | (value & 63)))
        value >>= 6
    chars.append(chr(value))


def encode_signed(chars, value):
    """The sign in the lowest bit."""
    encode_unsigned(chars, (-value << 1) | 1 if value < 0 else value << 1)


class Reader(object):
    """Reads a table; what is missing at its end reads as 0."""

    def __init__(self, data):
        self.data = data
        self.pos = 0

    def byte(self):
        pos = self.pos
        self.pos = pos + 1
        if pos >= len(self.data):
            return 0
        return ord(self.data[pos])

    def unsigned(self):
        value = 0
        shift = 0
        while True:
            byte = self.byte()
            if shift < 60:
                value |= (byte & 63) << shift
            if byte & 64 == 0:
                return value
            shift += 6

    def signed(self):
        value = self.unsigned()
        if value & 1:
            return -(value >> 1)
        return value >> 1


def decode_positions(data, firstlineno):
    """The positions that the bytes say."""
    positions = []
    reader = Reader(data)
    line = firstlineno
    pc = 0
    units = 0
    while reader.pos < len(data):
        is_continued = units == LONGEST
        first = reader.byte()
        units = (first & 7) + 1
        kind = (first >> 3) & 15
        lineno = end_lineno = 0
        col = end_col = -1
        if kind < SHORT_FORMS:
            second = reader.byte()
            lineno = end_lineno = line
            col = kind << 3 | (second >> 4) & 7
            end_col = col + (second & 15)
        elif kind < NO_COLUMNS:
            line += kind - ONE_LINE
            lineno = end_lineno = line
            col = reader.byte()
            end_col = reader.byte()
        elif kind == NO_COLUMNS:
            line += reader.signed()
            lineno = end_lineno = line
        elif kind == LONG_FORM:
            line += reader.signed()
            lineno = line
            end_lineno = line + reader.unsigned()
            col = reader.unsigned() - 1
            end_col = reader.unsigned() - 1
        append_position(positions, pc, lineno, end_lineno, col, end_col, is_continued)
        pc += units
    if len(positions) > 0:
        append_position(positions, pc, 0, 0, -1, -1, True)          # nothing is known of what follows
    return positions[:]


def append_position(positions, pc, lineno, end_lineno, col, end_col, is_continued):
    """Adds an entry; is_continued: not if it says what the last one says."""
    last = len(positions) - 5
    if (is_continued and last >= 0 and positions[last + 1] == lineno and positions[last + 2] == end_lineno and positions[last + 3] == col and
            positions[last + 4] == end_col):
        return
    positions.append(pc)
    positions.append(lineno)
    positions.append(end_lineno)
    positions.append(col)
    positions.append(end_col)
