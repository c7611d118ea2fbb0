"""The statements around the one that is compiled: what `return`, `break` and `continue` have to run on their way out."""

# kinds of blocks
WHILE_LOOP, FOR_LOOP, TRY_EXCEPT, FINALLY_TRY, FINALLY_END, WITH, ASYNC_WITH, HANDLER, NAMED_HANDLER, GROUP_HANDLER = range(10)


class Block(object):
    """
    TRY_EXCEPT      the body of a try statement with except clauses: nothing to do
    FINALLY_TRY     what a finally clause protects: its body runs
    FINALLY_END     a finally clause that runs because of an exception
    WITH            the body of a with statement: __exit__ is called
    HANDLER         an except clause;  NAMED_HANDLER: and its name is unbound
    GROUP_HANDLER   an except* clause: may not be left
    """

    def __init__(self, kind, node):
        self.kind = kind
        self.node = node
        self.handler = None         # the Handler outside of the block
        self.start = None           # loops: Labels of the start and the end
        self.end = None
        self.exit = -1              # WITH: the register of __exit__
        self.saved = -1             # handlers and FINALLY_END: what POP_EXC_INFO takes
        self.exc = -1               # the same: the exception
        self.name = None            # NAMED_HANDLER
        self.finalbody = []         # FINALLY_TRY
