"""Interning: one W_Str for each text that was interned."""


class InternTable(object):
    """A dictionary of interned strings."""

    def __init__(self):
        self.table = {}


interned = InternTable()


def intern_object(w_string):
    """The string object that stands for all that equal w_string, an exact W_Str."""
    text = w_string._utf8
    w_known = interned.table.get(text, None)
    if w_known is None:
        interned.table[text] = w_string
        return w_string
    return w_known


def interned_text(text):
    """The string object of a name: always the same one."""
    w_known = interned.table.get(text, None)
    if w_known is None:
        from interpreter.objects.str import newstr
        w_known = newstr(text)
        interned.table[text] = w_known
    return w_known
