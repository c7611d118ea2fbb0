"""The register bytecode: every instruction, its operands and its meaning.

A code object's `bytecode` is an immutable list of ints: an opcode, then its
operands, one int each.  docs/bytecode.md explains the frame layout.

Operand kinds, one letter each in the table:

  d  a destination register
  s  a register that is read and must hold an object (a list under construction,
     a cell, a saved exception)
  r  a source: register n if n >= 0, else constant ~n of the code object
  n  an index into co_names
  k  an index of an inline cache, relative to the code object (0 .. ncaches-1)
  j  an absolute jump target (an index into `bytecode`)
  i  a plain int
  c  a count, followed by that many items of the kind after the star: 'c*r'
     (for 'c*rr', `c` pairs)
"""

BINARY = ['ADD', 'SUB', 'MUL', 'MATMUL', 'TRUEDIV', 'FLOORDIV', 'MOD', 'POW',
          'LSHIFT', 'RSHIFT', 'AND', 'OR', 'XOR']
COMPARE = ['LT', 'LE', 'EQ', 'NE', 'GT', 'GE', 'IS', 'IS_NOT', 'IN', 'NOT_IN']

TABLE = [
    # --- moving
    ('NOP', ''),
    ('MOVE', 'dr'),                # d = r
    ('CLEAR', 'd'),                # d becomes unbound, bound or not
    ('CHECK_LOCAL', 's'),          # UnboundLocalError if local register s is unbound
    ('DELETE_LOCAL', 's'),         # the same check, then unbind
    ('LOAD_CELL', 'ds'),           # d = content of the cell in s; NameError/UnboundLocalError if empty
    ('STORE_CELL', 'sr'),          # cell in s := r
    ('DELETE_CELL', 's'),
    ('LOAD_CLASSDEREF', 'dsn'),    # names[n] from the class namespace, else the cell in s
    ('LOAD_GLOBAL', 'dnk'),        # module globals, then builtins
    ('STORE_GLOBAL', 'nr'),
    ('DELETE_GLOBAL', 'n'),
    ('LOAD_NAME', 'dnk'),          # locals mapping, globals, builtins
    ('STORE_NAME', 'nr'),
    ('DELETE_NAME', 'n'),
    ('LOAD_LOCALS', 'd'),          # the locals mapping of a class body or module
    # --- attributes and items
    ('LOAD_ATTR', 'drnk'),         # d = r.names[n]
    ('STORE_ATTR', 'rnrk'),        # first r . names[n] = second r
    ('DELETE_ATTR', 'rn'),
    ('LOAD_SUBSCR', 'drr'),        # d = r1[r2]
    ('STORE_SUBSCR', 'rrr'),       # r1[r2] = r3
    ('DELETE_SUBSCR', 'rr'),
    ('BUILD_SLICE', 'drrr'),       # slice(r1, r2, r3)
    # --- operators: BINARY_x, INPLACE_x, COMPARE_x and the fused jumps are added below
    ('UNARY_NEG', 'dr'),
    ('UNARY_POS', 'dr'),
    ('UNARY_INVERT', 'dr'),
    ('UNARY_NOT', 'dr'),
    # --- control flow
    ('JUMP', 'j'),                 # forward
    ('JUMP_BACK', 'j'),            # loop back-edge: signals, transaction breaks, JIT
    ('JUMP_IF_TRUE', 'rj'),
    ('JUMP_IF_FALSE', 'rj'),
    ('JUMP_IF_NONE', 'rj'),
    ('JUMP_IF_NOT_NONE', 'rj'),
    ('GET_ITER', 'dr'),
    ('FOR_ITER', 'dsj'),           # d = next(s), or jump when it is exhausted (d untouched)
    ('RETURN', 'r'),
    # --- building
    ('BUILD_TUPLE', 'dc*r'),
    ('BUILD_LIST', 'dc*r'),
    ('BUILD_SET', 'dc*r'),
    ('BUILD_MAP', 'dc*rr'),        # key, value pairs
    ('BUILD_STRING', 'dc*r'),      # concatenates strings (f-strings)
    ('FORMAT_VALUE', 'drir'),      # format(conv(r1), r2); i: 0 none, 1 str, 2 repr, 3 ascii
    ('LIST_APPEND', 'sr'),
    ('LIST_EXTEND', 'sr'),         # r any iterable; TypeError "Value after * must be an iterable, not X"
    ('LIST_TO_TUPLE', 'ds'),
    ('SET_ADD', 'sr'),
    ('SET_UPDATE', 'sr'),
    ('MAP_ADD', 'srr'),            # s[r1] = r2
    ('DICT_UPDATE', 'sr'),         # {**r}: TypeError if r is no mapping
    ('DICT_MERGE', 'srr'),         # f(**r1): the same, duplicate keys are a TypeError; r2 is f, for the message
    # --- unpacking
    ('UNPACK_SEQUENCE', 'rc*d'),   # ValueErrors as in CPython
    ('UNPACK_EX', 'ric*d'),        # i targets before the star; c targets in all, the starred one included
    # --- calls
    ('CALL', 'drc*r'),             # d = r(args...)
    ('CALL_KW', 'drrc*r'),         # second r: constant tuple of keyword names, for the last arguments
    ('CALL_METHOD', 'drnkc*r'),    # d = r.names[n](args...), no bound method made
    ('CALL_METHOD_KW', 'drnkrc*r'),  # r after k: the keyword names
    ('LOAD_METHOD', 'ddrnk'),      # first d = function, second d = self for r.names[n]; where that is no method: the value, unbound
    ('CALL_LOADED', 'drsc*r'),     # d = r(s, args...), or r(args...) if s is unbound; after LOAD_METHOD
    ('CALL_LOADED_KW', 'drsrc*r'),  # r after s: the keyword names
    ('CALL_EX', 'drrr'),           # d = r1(*r2, **r3); r2 an iterable; r3 a mapping or None
    ('MAKE_FUNCTION', 'drrrrr'),   # code, defaults (tuple), kwdefaults (dict), annotations (tuple: name, value, name, ...),
                                   # closure (tuple of cells); None where absent
    ('LOAD_BUILD_CLASS', 'd'),
    # --- generators and coroutines
    ('YIELD', 'dr'),               # yields r; d = what is sent in
    ('YIELD_FROM', 'ds'),          # delegates to the iterator in s; d = its result
    ('GET_YIELD_FROM_ITER', 'dr'),
    ('GET_AWAITABLE', 'dri'),      # i: 0 plain, 1 after __aenter__, 2 after __aexit__ (error texts)
    ('GET_AITER', 'dr'),
    ('GET_ANEXT', 'dr'),           # the awaitable of __anext__()
    ('END_ASYNC_FOR', 'sj'),       # s: the exception; StopAsyncIteration jumps, anything else is raised again
    # --- exceptions
    ('RAISE', 'irr'),              # i: 0 bare raise, 1 raise r1, 2 raise r1 from r2
    ('RERAISE', 'si'),             # raise the exception in s again, its traceback unchanged; i 1: the frame shows the line of the first raise
    ('PUSH_EXC_INFO', 'ds'),       # d = exception being handled so far (or None); now handling s
    ('POP_EXC_INFO', 's'),         # now handling what PUSH_EXC_INFO saved in s
    ('JUMP_UNLESS_EXC_MATCH', 'srj'),  # except r: TypeError if r is no exception class or tuple of them
    ('CHECK_EG_MATCH', 'ddsr'),    # except* r: matching part (or None), rest (or None)
    ('PREP_RERAISE_STAR', 'dss'),  # d = what is left to raise (or None) of the original and the list of raised
    ('LOAD_ASSERTION_ERROR', 'd'),
    # --- with
    ('BEFORE_WITH', 'ddr'),        # bound __exit__, result of __enter__()
    ('WITH_EXCEPT_START', 'dss'),  # d = exit(type, value, traceback) for the exit in s1, the exception in s2
    ('BEFORE_ASYNC_WITH', 'ddr'),  # bound __aexit__, the awaitable of __aenter__()
    # --- import
    ('IMPORT_NAME', 'dnrr'),       # level, fromlist
    ('IMPORT_FROM', 'drn'),
    ('IMPORT_STAR', 'r'),
    # --- match
    ('MATCH_SEQUENCE', 'dr'),      # d = bool
    ('MATCH_MAPPING', 'dr'),
    ('GET_LEN', 'dr'),
    ('MATCH_KEYS', 'drr'),         # d = tuple of values for the tuple of keys, or None
    ('MATCH_CLASS', 'drrir'),      # subject, class, i positional patterns, constant tuple of names: tuple or None
    # --- the rest
    ('SETUP_ANNOTATIONS', ''),
    ('PRINT_EXPR', 'r'),           # sys.displayhook
]
for _op in BINARY:
    TABLE.append(('BINARY_' + _op, 'drr'))
for _op in BINARY:
    TABLE.append(('INPLACE_' + _op, 'drr'))
for _op in COMPARE:
    TABLE.append(('COMPARE_' + _op, 'drr'))
for _op in COMPARE:                # jump if bool(r1 op r2) is true / false
    TABLE.append(('JUMP_IF_' + _op, 'rrj'))
for _op in COMPARE:
    TABLE.append(('JUMP_UNLESS_' + _op, 'rrj'))

names = [_name for _name, _ in TABLE]          # opcode -> name
operands = [_kinds for _, _kinds in TABLE]     # opcode -> operand kinds
for _number, _name in enumerate(names):
    globals()[_name] = _number


def disassemble(bytecode):
    """The instructions of `bytecode`, for tests and people: [(pc, name, operands)]; not RPython."""
    result = []
    pc = 0
    while pc < len(bytecode):
        kinds = operands[bytecode[pc]]
        size = 1 + len(kinds)
        if '*' in kinds:
            fixed, repeated = kinds.split('*')
            count = bytecode[pc + len(fixed)]
            size = 1 + len(fixed) + count * len(repeated)
        result.append((pc, names[bytecode[pc]], list(bytecode[pc + 1:pc + size])))
        pc += size
    return result
