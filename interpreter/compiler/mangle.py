"""Private name mangling in class bodies (The Python Language Reference, 6.2.1)."""


def mangle(private, name):
    """`name` as it is stored in a class body; `private` is the name of the class, or None outside of classes."""
    if private is None or not name.startswith('__'):
        return name
    # dunder names and dotted names (in import statements) stay as they are
    if name.endswith('__') or '.' in name:
        return name
    stripped = private.lstrip('_')
    if stripped == '':
        return name
    return '_' + stripped + name
