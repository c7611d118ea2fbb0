"""White space and line boundaries (Unicode 14.0: property White_Space or bidirectional type WS, B, S; str.splitlines)."""


def is_space(code):
    """str.isspace of one code point."""
    if code < 128:
        return code == 32 or 9 <= code <= 13 or 28 <= code <= 31
    return (code == 0x85 or code == 0xA0 or code == 0x1680 or 0x2000 <= code <= 0x200A or
            code == 0x2028 or code == 0x2029 or code == 0x202F or code == 0x205F or code == 0x3000)


def is_line_break(code):
    if code < 128:
        return 10 <= code <= 13 or 28 <= code <= 30
    return code == 0x85 or code == 0x2028 or code == 0x2029
