"""Line editing and history for input() and the prompt: the interface of CPython's readline module, in Python.

read_line(prompt) reads one line from the terminal, character by character, with the keys that people know from GNU readline's emacs
mode.  A line longer than the window is scrolled sideways.
"""

import os
import sys
import termios
import unicodedata

_history = []
_history_length = -1
_auto_history = True
_completer = None
_delims = ' \t\n`~!@#$%^&*()-=+[{]}\\|;:\'",<>/?'
_complete_with_tab = False
_startup_hook = None
_pre_input_hook = None
_display_hook = None
_typed = bytearray()            # read from the terminal, but not used yet
_editor = None                  # the line being edited
_kill = ''                      # what Ctrl-K and its like cut


class _Editor:
    """One line while it is typed."""

    def __init__(self, fd, out, prompt):
        self.fd = fd
        self.out = out
        self.prompt = prompt
        self.text = ''
        self.at = 0
        self.place = len(_history)          # in the history; its end is the line itself
        self.own = ''                       # the line itself, while others are shown
        self.begin = self.end = 0           # of the word to complete
        self.undone = []                    # what Ctrl-_ brings back: (text, at)

    # ---- input

    def byte(self):
        if not _typed:
            data = os.read(self.fd, 1024)
            if not data:
                raise EOFError
            _typed.extend(data)
        return _typed.pop(0)

    def key(self):
        """A character, or the name of a key."""
        first = self.byte()
        if first == 0x1b:
            return self.escape_sequence()
        count = 3 if first >= 0xf0 else 2 if first >= 0xe0 else 1 if first >= 0xc0 else 0
        return bytes([first] + [self.byte() for _ in range(count)]).decode('utf-8', 'replace')

    def escape_sequence(self):
        second = chr(self.byte())
        if second not in '[O':
            return 'alt-' + second
        name = chr(self.byte())
        while name[-1] in '0123456789;':
            name += chr(self.byte())
        return _KEYS.get(name, '')

    # ---- output

    def room(self):
        """How many columns there are for the line."""
        return max(self.columns() - _width(self.prompt) - 1, 4)

    def columns(self):
        """How many the window has."""
        return os.get_terminal_size(self.out).columns or 80

    def show(self):
        """Draws prompt and line anew."""
        room = self.room()
        start = 0
        while _width(self.text[start:self.at]) > room:
            start += 1
        shown = self.text[start:]
        while _width(shown) > room:
            shown = shown[:-1]
        back = _width(shown) - _width(self.text[start:self.at])
        self.put('\r' + self.prompt + shown + '\x1b[K' + ('\x1b[%dD' % back if back > 0 else ''))

    def put(self, text):
        data = text.encode(sys.stdout.encoding or 'utf-8', 'replace')
        while data:
            data = data[os.write(self.out, data):]

    # ---- editing

    def insert(self, text):
        self.text = self.text[:self.at] + text + self.text[self.at:]
        self.at += len(text)

    def cut(self, start, end):
        global _kill
        _kill = self.text[start:end]
        self.text = self.text[:start] + self.text[end:]
        self.at = start

    def word_left(self):
        at = self.at
        while at > 0 and not self.text[at - 1].isalnum():
            at -= 1
        while at > 0 and self.text[at - 1].isalnum():
            at -= 1
        return at

    def word_right(self):
        at = self.at
        while at < len(self.text) and not self.text[at].isalnum():
            at += 1
        while at < len(self.text) and self.text[at].isalnum():
            at += 1
        return at

    def go_to(self, place):
        if 0 <= place <= len(_history) and place != self.place:
            if self.place == len(_history):
                self.own = self.text
            self.place = place
            self.text = self.own if place == len(_history) else _history[place]
            self.at = len(self.text)

    def search(self):
        """Ctrl-R: the newest line of the history that contains what is typed; Ctrl-R again goes further back."""
        wanted, found, prompt = '', len(_history), self.prompt
        while True:
            self.prompt = "(reverse-i-search)`%s': " % wanted
            self.show()
            key = self.key()
            if key == '\x12':
                before = found
            elif key in ('\x7f', '\x08'):
                wanted = wanted[:-1]
                before = len(_history)
            elif len(key) == 1 and key.isprintable():
                wanted += key
                before = found + 1
            else:
                break
            for i in range(min(before, len(_history)) - 1, -1, -1):
                if wanted in _history[i]:
                    found = i
                    self.go_to(i)
                    self.at = self.text.index(wanted)
                    break
            else:
                self.put('\a')
        self.prompt = prompt
        self.show()
        return '' if key == '\n' else key        # Ctrl-J ends the search only; Enter is Ctrl-M

    def complete(self, again):
        """The Tab key; again: for the second time in a row, which shows what there is to choose from."""
        if _completer is None or not _complete_with_tab:
            self.insert('\t')
            return
        start = self.at
        while start > 0 and self.text[start - 1] not in _delims:
            start -= 1
        self.begin, self.end = start, self.at
        word = self.text[start:self.at]
        matches = []
        while len(matches) < 1000:
            try:
                match = _completer(word, len(matches))
            except Exception:
                match = None                # as GNU readline: a completer that fails has nothing to say
            if match is None:
                break
            matches.append(match)
        if not matches:
            self.put('\a')
            return
        common = os.path.commonprefix(matches)
        if len(common) > len(word) or len(matches) == 1:
            self.text = self.text[:start] + common + self.text[start + len(word):]
            self.at += len(common) - len(word)
            if len(matches) > 1:
                self.put('\a')
        elif not again:
            self.put('\a')
        elif _display_hook is not None:
            _display_hook(word, matches, max(map(len, matches)))
        else:
            self.list_matches(sorted(set(matches)))

    def list_matches(self, matches):
        """Shows them below the line, in columns; asks first if they are many."""
        if len(matches) > 100:
            self.put('\nDisplay all %d possibilities? (y or n)' % len(matches))
            if self.key() not in ('y', 'Y', ' ', '\t'):
                self.put('\n')
                return
        width = max(map(_width, matches)) + 2
        columns = max(self.columns() // width, 1)
        rows = -(-len(matches) // columns)
        lines = [''.join([name + ' ' * (width - _width(name)) for name in matches[row::rows]]).rstrip() for row in range(rows)]
        self.put('\n' + '\n'.join(lines) + '\n')

    def edit(self):
        """Until the line is complete; EOFError for Ctrl-D in an empty line."""
        self.put(self.prompt)
        if _pre_input_hook is not None:
            _pre_input_hook()
        last, typing = '', False
        while True:
            key = self.key()
            if key == '\x12':
                key = self.search()
            if key in ('\r', '\n'):
                if self.at < len(self.text):
                    self.at = len(self.text)
                    self.show()
                return self.text
            if key == '\x04':
                if not self.text:
                    raise EOFError
                key = 'delete'
            before, typed = (self.text, self.at), len(key) == 1 and key.isprintable()
            if key == '\t':
                self.complete(last == '\t')
                self.show()
            elif key == '\x1f':
                if self.undone:
                    self.text, self.at = self.undone.pop()
                self.show()
            else:
                self.obey(key)
            if self.text != before[0] and key != '\x1f' and not (typed and typing):     # what is typed in a row is undone at once
                self.undone.append(before)
            last, typing = key if self.text == before[0] else '', typed       # only a Tab that could do nothing counts

    def obey(self, key):
        at, length = self.at, len(self.text)
        if len(key) == 1 and (key.isprintable() or unicodedata.combining(key)):
            self.insert(key)
            if at == length and _width(self.text) <= self.room():
                self.put(key)               # what is typed at the end is just echoed
                return
        elif key in ('\x01', 'home'):
            self.at = 0
        elif key in ('\x05', 'end'):
            self.at = length
        elif key in ('\x02', 'left'):
            self.at = max(at - 1, 0)
        elif key in ('\x06', 'right'):
            self.at = min(at + 1, length)
        elif key in ('\x7f', '\x08'):
            if at > 0:
                self.text = self.text[:at - 1] + self.text[at:]
                self.at = at - 1
        elif key == 'delete':
            self.text = self.text[:at] + self.text[at + 1:]
        elif key == '\x0b':
            self.cut(at, length)
        elif key == '\x15':
            self.cut(0, at)
        elif key in ('\x17', 'alt-\x7f'):
            self.cut(self.word_left(), at)
        elif key == 'alt-d':
            self.cut(at, self.word_right())
        elif key == '\x19':
            self.insert(_kill)
        elif key == '\x14':
            if 0 < at and length > 1:
                at = min(at, length - 1)
                self.text = self.text[:at - 1] + self.text[at] + self.text[at - 1] + self.text[at + 1:]
                self.at = at + 1
        elif key == 'alt-b':
            self.at = self.word_left()
        elif key == 'alt-f':
            self.at = self.word_right()
        elif key in ('\x10', 'up'):
            self.go_to(self.place - 1)
        elif key in ('\x0e', 'down'):
            self.go_to(self.place + 1)
        elif key == 'alt-<':
            self.go_to(0)
        elif key == 'alt->':
            self.go_to(len(_history))
        elif key == '\x0c':
            self.put('\x1b[H\x1b[2J')
        self.show()


_KEYS = {'A': 'up', 'B': 'down', 'C': 'right', 'D': 'left', 'H': 'home', 'F': 'end', '1~': 'home', '7~': 'home', '4~': 'end', '8~': 'end',
         '3~': 'delete', '1;5C': 'alt-f', '1;5D': 'alt-b'}


def _width(text):
    """How many columns the text takes."""
    if text.isascii():
        return len(text)
    return sum([0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in 'WF' else 1 for c in text])


def read_line(prompt=''):
    """A line from the terminal, without its end.  EOFError for Ctrl-D, KeyboardInterrupt for Ctrl-C."""
    global _editor
    fd, out = 0, 1
    above, newline, prompt = prompt.rpartition('\n')
    editor = _Editor(fd, out, prompt.replace('\1', '').replace('\2', ''))
    editor.put(above + newline)
    before = termios.tcgetattr(fd)
    raw = list(before)
    raw[6] = list(before[6])
    raw[0] &= ~(termios.ICRNL | termios.INLCR | termios.IXON)
    raw[3] &= ~(termios.ICANON | termios.ECHO | termios.IEXTEN)       # Ctrl-C still sends the signal
    raw[6][termios.VMIN] = 1
    raw[6][termios.VTIME] = 0
    termios.tcsetattr(fd, termios.TCSADRAIN, raw)
    _editor = editor
    try:
        if _startup_hook is not None:
            _startup_hook()
        line = editor.edit()
        editor.put('\n')
    except KeyboardInterrupt:
        del _typed[:]
        raise
    finally:
        _editor = None
        termios.tcsetattr(fd, termios.TCSADRAIN, before)
    if _auto_history and line and (not _history or _history[-1] != line):
        _history.append(line)
    return line


# ---- CPython's interface


def parse_and_bind(string, /):
    """Executes a line of an init file; only the binding of the Tab key to completion has a meaning here."""
    global _complete_with_tab
    key, colon, function = string.partition(':')
    if key.strip().strip('"').lower() in ('tab', '\\t', 'control-i', '\\c-i'):
        _complete_with_tab = function.strip() in ('complete', 'menu-complete')


def read_init_file(filename=None, /):
    """Executes an init file, by default ~/.inputrc."""
    with open(os.path.expanduser('~/.inputrc') if filename is None else filename) as f:
        for line in f:
            if not line.startswith(('#', '$')):
                parse_and_bind(line)


def get_line_buffer():
    """The line as it is now."""
    return _editor.text if _editor is not None else ''


def insert_text(string, /):
    """Inserts text where the cursor is."""
    if _editor is not None:
        _editor.insert(string)


def redisplay():
    """Draws the line anew."""
    if _editor is not None:
        _editor.show()


def read_history_file(filename=None, /):
    """Adds the lines of a file, by default ~/.history."""
    with open(os.path.expanduser('~/.history') if filename is None else filename, encoding='utf-8', errors='surrogateescape') as f:
        lines = f.read().split('\n')
    for line in lines:
        if line and line != '_HiStOrY_V2_':
            _history.append(line)


def _save(filename, mode, lines):
    with open(os.path.expanduser('~/.history') if filename is None else filename, mode, encoding='utf-8', errors='surrogateescape') as f:
        f.write(''.join([line + '\n' for line in lines]))


def write_history_file(filename=None, /):
    """Writes the history to a file, at most get_history_length() lines."""
    _save(filename, 'w', _history if _history_length < 0 else _history[max(len(_history) - _history_length, 0):])


def append_history_file(nelements, filename=None, /):
    """Adds the last lines to a file."""
    _save(filename, 'a', _history[len(_history) - nelements:] if nelements > 0 else [])


def get_history_length():
    """How many lines are written to a file at most; negative: all."""
    return _history_length


def set_history_length(length, /):
    """Sets how many lines are written to a file at most."""
    global _history_length
    _history_length = length


def get_current_history_length():
    """How many lines there are."""
    return len(_history)


def get_history_item(index, /):
    """Line number `index`, from 1, or None."""
    return _history[index - 1] if 1 <= index <= len(_history) else None


def remove_history_item(pos, /):
    """Removes the line at a position, from 0."""
    if pos < 0:
        raise ValueError("History index cannot be negative")
    if pos >= len(_history):
        raise ValueError("No history item at position %d" % pos)
    del _history[pos]


def replace_history_item(pos, line, /):
    """Replaces the line at a position, from 0."""
    if pos < 0:
        raise ValueError("History index cannot be negative")
    if pos >= len(_history):
        raise ValueError("No history item at position %d" % pos)
    _history[pos] = line


def add_history(line, /):
    """Adds a line."""
    _history.append(line)


def clear_history():
    """Forgets all lines."""
    del _history[:]


def set_auto_history(enabled, /):
    """Shall lines that are read be added?"""
    global _auto_history
    _auto_history = bool(enabled)


def set_startup_hook(function=None, /):
    """Calls a function before each line."""
    global _startup_hook
    _startup_hook = function


def set_pre_input_hook(function=None, /):
    """Calls a function after the prompt is shown."""
    global _pre_input_hook
    _pre_input_hook = function


def set_completer(function=None, /):
    """function(text, state) is called with state 0, 1, 2... until it returns None."""
    global _completer
    _completer = function


def get_completer():
    """The function that set_completer() set."""
    return _completer


def get_completion_type():
    """What kind of completion is going on: the Tab key's."""
    return 9


def get_begidx():
    """Where the word to complete begins."""
    return _editor.begin if _editor is not None else 0


def get_endidx():
    """Where the word to complete ends."""
    return _editor.end if _editor is not None else 0


def set_completer_delims(string, /):
    """What ends a word to complete."""
    global _delims
    _delims = string


def get_completer_delims():
    """What ends a word to complete."""
    return _delims


def set_completion_display_matches_hook(function=None, /):
    """function(substitution, matches, longest length) shows the matches."""
    global _display_hook
    _display_hook = function
