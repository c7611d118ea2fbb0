"""How an uncaught exception is shown: the traceback with its carets, chained exceptions, groups, notes and syntax errors.

The text is that of CPython 3.11's sys.excepthook.
"""

import os

from interpreter import ops
from interpreter.errors import OperationError
from interpreter.eval import carets
from interpreter.eval.hooks import sys_attribute
from interpreter.objects import exception
from interpreter.objects.baseexception import W_BaseException
from interpreter.objects.exceptiongroup import W_BaseExceptionGroup
from interpreter.objects.int import W_AbstractInt
from interpreter.objects.list import W_List
from interpreter.objects.root import w_None
from interpreter.objects.str import W_Str
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.wrap import newstr

HEADER = "Traceback (most recent call last):\n"
GROUP_HEADER = "Exception Group Traceback (most recent call last):\n"
CAUSE = "The above exception was the direct cause of the following exception:\n"
CONTEXT = "During handling of the above exception, another exception occurred:\n"
REPEATS = 3              # how many equal entries of a recursion are shown
TRACEBACK_LIMIT = 1000   # unless sys.tracebacklimit says otherwise
MAX_GROUP_WIDTH = 15
MAX_GROUP_DEPTH = 10


def print_exception(w_exc, w_file):
    """Writes the exception and its traceback to a file object."""
    ops.call_method1(w_file, 'write', newstr(format_exception(w_exc)))


def format_exception(w_exc):
    """The same as UTF-8 text."""
    printer = Printer()
    printer.print_recursive(w_exc)
    return ''.join(printer.parts)


class Printer(object):
    """depth: how many groups we are in; seen: the exceptions shown already."""

    def __init__(self):
        self.parts = []
        self.seen_w = []
        self.depth = 0
        self.need_close = False
        self.files = {}           # file name -> its lines, read once

    def write(self, text):
        self.parts.append(text)

    def margin(self):
        """The beginning of every line."""
        if self.depth > 0:
            return ' ' * (2 * self.depth) + '| '
        return ''

    def write_line(self, text):
        """Each line of the text (which ends in a newline) after the margin."""
        self.write(self.margin())
        self.write(text)

    # ---- chains

    def was_seen(self, w_exc):
        for w_other in self.seen_w:
            if w_other is w_exc:
                return True
        return False

    def print_recursive(self, w_exc):
        """The exception after those that it is chained to."""
        self.seen_w.append(w_exc)
        w_cause = w_exc.w_cause
        if w_cause is not None:
            if not self.was_seen(w_cause):
                self.print_chained(w_cause, CAUSE)
        elif w_exc.w_context is not None and not w_exc.suppress_context:
            if not self.was_seen(w_exc.w_context):
                self.print_chained(w_exc.w_context, CONTEXT)
        if isinstance(w_exc, W_BaseExceptionGroup):
            self.print_group(w_exc)
        else:
            self.print_single(w_exc)

    def print_chained(self, w_exc, message):
        need_close = self.need_close
        self.print_recursive(w_exc)
        self.need_close = need_close
        self.write_line("\n")
        self.write_line(message)
        self.write_line("\n")

    def print_group(self, w_group):
        if self.depth > MAX_GROUP_DEPTH:
            self.write_line("... (max_group_depth is %d)\n" % MAX_GROUP_DEPTH)
            return
        outermost = self.depth == 0
        if outermost:
            self.depth = 1
        self.print_single(w_group)
        count = len(w_group.excs_w)
        shown = count if count <= MAX_GROUP_WIDTH else MAX_GROUP_WIDTH + 1
        self.need_close = False
        for i in range(shown):
            is_last = i == shown - 1
            if is_last:
                self.need_close = True
            truncated = i >= MAX_GROUP_WIDTH
            label = "..." if truncated else str(i + 1)
            self.write(' ' * (2 * self.depth))
            self.write("%s+---------------- %s ----------------\n" % ("+-" if i == 0 else "  ", label))
            self.depth += 1
            if not truncated:
                w_inner = w_group.excs_w[i]
                assert isinstance(w_inner, W_BaseException)
                self.print_recursive(w_inner)
            else:
                left = count - MAX_GROUP_WIDTH
                self.write_line("and %d more exception%s\n" % (left, "s" if left > 1 else ""))
            if is_last and self.need_close:
                self.write(' ' * (2 * self.depth))
                self.write("+------------------------------------\n")
                self.need_close = False
            self.depth -= 1
        if outermost:
            self.depth = 0

    # ---- one exception

    def print_single(self, w_exc):
        if w_exc.w_traceback is not None:
            self.print_traceback(w_exc)
        if isinstance(w_exc, exception.W_SyntaxError):
            message = self.print_syntax_error(w_exc)
        else:
            message = text_of(w_exc)
        name = class_name(w_exc.gettype())
        text = name
        if message is None:
            text += ": <exception str() failed>"
        elif message != '':
            text += ": " + message
        text += suggestion(w_exc)
        self.write_line(text + '\n')
        self.print_notes(w_exc)

    def write_lines(self, text):
        """Lines of a text that does not end in a newline."""
        start = 0
        while True:
            end = text.find('\n', start)
            if end < 0 or self.depth == 0:
                self.write_line(text[start:] + '\n')
                return
            self.write_line(text[start:end + 1])
            start = end + 1

    def print_notes(self, w_exc):
        w_notes = None
        try:
            w_notes = ops.getattr_or_none(w_exc, '__notes__')
        except OperationError:
            return                       # a broken __getattr__: there are no notes to show
        if w_notes is None or w_notes is w_None:
            return
        if not isinstance(w_notes, W_List) and not isinstance(w_notes, W_Tuple):
            try:
                text = ops.repr_w(w_notes)
            except OperationError:
                text = "<__notes__ repr() failed>"
            self.write_lines(text)
            return
        for w_note in ops.listview(w_notes):
            if isinstance(w_note, W_Str):
                self.write_lines(w_note._utf8)
            else:
                try:
                    text = ops.str_w(w_note)
                except OperationError:
                    text = "<note str() failed>"
                self.write_lines(text)

    # ---- tracebacks

    def print_traceback(self, w_exc):
        header = HEADER
        prefix = self.margin()
        if isinstance(w_exc, W_BaseExceptionGroup):
            header = GROUP_HEADER
            if self.depth == 1:
                prefix = "  + "
        limit = traceback_limit()
        if limit <= 0:
            return
        self.write(prefix)
        self.write(header)
        self.print_entries(w_exc.w_traceback, limit)

    def print_entries(self, w_entry, limit):
        depth = 0
        w_counted = w_entry
        while w_counted is not None:
            depth += 1
            w_counted = w_counted.w_next
        while depth > limit:
            w_entry = w_entry.w_next
            depth -= 1
        last_file = ''
        last_name = ''
        last_line = -1
        count = 0
        while w_entry is not None:
            code = w_entry.frame.code
            line = w_entry.lineno()
            if line != last_line or code.filename != last_file or code.name != last_name:
                self.print_repeats(count)
                last_file = code.filename
                last_name = code.name
                last_line = line
                count = 0
            count += 1
            if count <= REPEATS:
                self.print_entry(w_entry, line)
            w_entry = w_entry.w_next
        self.print_repeats(count)

    def print_repeats(self, count):
        count -= REPEATS
        if count > 0:
            self.write_line("  [Previous line repeated %d more time%s]\n" % (count, "s" if count > 1 else ""))

    def print_entry(self, w_entry, lineno):
        code = w_entry.frame.code
        self.write_line('  File "%s", line %d, in %s\n' % (code.filename, lineno if lineno > 0 else -1, code.name))
        line = self.line_of(code.filename, lineno)
        if line is None:
            return
        indent = carets.indentation(line)
        assert indent >= 0
        shown = line[indent:]
        if shown == '':
            return
        self.write_line("    " + shown + "\n")
        if w_entry.line >= 0:
            return
        start_line, end_line, col, end_col = code.position_of(w_entry.pc)
        marks = carets.caret_line(line, start_line, end_line, col, end_col)
        if marks != '':
            self.write_line("    " + marks + "\n")

    def line_of(self, filename, lineno):
        """A line of a source file without its newline, or None."""
        if filename in self.files:
            lines = self.files[filename]
        else:
            lines = read_lines(filename)
            self.files[filename] = lines
        if lines is None or lineno < 1 or lineno > len(lines):
            return None
        return lines[lineno - 1]

    # ---- syntax errors

    def print_syntax_error(self, w_exc):
        """File, line, text and caret; returns the message."""
        if w_exc.w_lineno is None or not isinstance(w_exc.w_lineno, W_AbstractInt):
            return text_of(w_exc)
        filename = "<string>"
        w_filename = w_exc.w_filename
        if isinstance(w_filename, W_Str):
            filename = w_filename._utf8
        elif w_filename is not None and w_filename is not w_None:
            text = text_of(w_filename)
            if text is not None:
                filename = text
        lineno = small_int(w_exc.w_lineno, 0)
        self.write_line('  File "%s", line %d\n' % (filename, lineno))
        w_text = w_exc.w_text
        text = None
        if isinstance(w_text, W_Str):
            text = w_text._utf8
        else:
            text = self.line_of(filename, lineno)
        if text is not None:
            end_offset = small_int(w_exc.w_end_offset, -1)
            if small_int(w_exc.w_end_lineno, lineno) > lineno:
                end_offset = len(text)
            end_offset = min(end_offset, len(text) + 1)         # of bytes, as CPython
            if w_exc.gettype() is not exception.W_SyntaxError.typedef.w_type:
                end_offset = -1             # as CPython: one caret for the subclasses
            self.print_error_text(text, small_int(w_exc.w_offset, -1), end_offset)
        w_msg = w_exc.w_msg
        if w_msg is None:
            return 'None'
        try:
            return ops.str_w(w_msg)
        except OperationError:
            return None

    def print_error_text(self, text, offset, end_offset):
        """The line without its indentation, and carets under offset .. end_offset, which count from 1."""
        indent = carets.indentation(text)
        assert indent >= 0
        text = text[indent:]
        end = len(text)
        while end > 0 and (text[end - 1] == '\n' or text[end - 1] == '\r'):
            end -= 1
        assert end >= 0
        text = text[:end]
        count = max(end_offset - offset, 1) if end_offset > 0 else 1
        offset -= 1 + indent
        offset = min(offset, len(text))
        # of several lines those before the error are left out
        while True:
            newline = text.find('\n')
            if newline < 0 or newline >= offset:
                break
            text = text[newline + 1:]
            offset -= newline + 1
        self.write("    " + text + "\n")           # as CPython: without the margin of a group
        if offset < 0:
            return
        self.write("    " + blanks_like(text, offset) + '^' * count + "\n")


def blanks_like(text, count):
    return ' ' * count


def small_int(w_obj, default):
    if isinstance(w_obj, W_AbstractInt):
        try:
            return ops.int_w(w_obj)
        except OperationError:
            return default
    return default


def text_of(w_exc):
    """str() of an exception or its file name, or None where that fails."""
    try:
        return ops.str_w(w_exc)
    except OperationError:
        return None


def class_name(w_type):
    """How the last line names the class: with its module, but for builtins and __main__."""
    name = w_type.qualname
    try:
        w_module = ops.getattr_or_none(w_type, '__module__')
    except OperationError:
        w_module = None
    if not isinstance(w_module, W_Str):
        return "<unknown>." + name
    if w_module._utf8 != 'builtins' and w_module._utf8 != '__main__':
        return "%s.%s" % (w_module._utf8, name)
    return name


def traceback_limit():
    w_limit = sys_attribute('tracebacklimit')
    if isinstance(w_limit, W_AbstractInt):
        return ops.clamped_index_w(w_limit)
    return TRACEBACK_LIMIT


def suggestion(w_exc):
    from interpreter.eval.suggestions import suggestion_for
    try:
        name = suggestion_for(w_exc)
    except OperationError:
        return ''                        # a broken __dir__: nothing to suggest
    if name == '':
        return ''
    return ". Did you mean: '%s'?" % name


# ____________________________________________________________
# source files


def read_file(filename):
    """The bytes of a file, or None."""
    try:
        fd = os.open(filename, os.O_RDONLY, 0)
    except OSError:
        return None
    parts = []
    try:
        while True:
            data = os.read(fd, 65536)
            if data == '':
                break
            parts.append(data)
    except OSError:
        parts = None
    os.close(fd)
    if parts is None:
        return None
    return ''.join(parts)


def find_file(filename):
    """The bytes of a source file; one that was moved is looked for in sys.path."""
    from interpreter.fscodec import fsencode
    if filename.startswith('<') and filename.endswith('>'):
        return None
    data = read_file(fsencode(filename))
    if data is not None:
        return data
    slash = filename.rfind('/') + 1
    assert slash >= 0
    tail = filename[slash:]
    w_path = sys_attribute('path')
    if isinstance(w_path, W_List):
        for w_folder in ops.listview(w_path):
            if isinstance(w_folder, W_Str) and tail != '':
                data = read_file(fsencode(w_folder._utf8 + '/' + tail))
                if data is not None:
                    return data
    return None


def read_lines(filename):
    """The lines of a source file in UTF-8, without newlines; None if it cannot be read or decoded."""
    from interpreter.parser.error import ParseError
    from interpreter.parser.source import decode_source
    data = find_file(filename)
    if data is None:
        return None
    try:
        text = decode_source(data, filename, 0).text
    except ParseError:
        return None
    lines = []
    start = 0
    while start < len(text):
        end = text.find('\n', start)
        if end < 0:
            lines.append(text[start:])
            break
        lines.append(text[start:end])
        start = end + 1
    return lines


def source_line(filename, lineno):
    """A line of a source file with its newline, or None."""
    lines = read_lines(filename)
    if lines is None or lineno < 1 or lineno > len(lines):
        return None
    return lines[lineno - 1] + '\n'
