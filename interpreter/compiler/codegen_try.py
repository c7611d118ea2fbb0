"""Code for try and with statements, and for leaving them.

The shape of a handler (docs/bytecode.md):

    label:    PUSH_EXC_INFO saved, exc
              ... the clauses; what they raise goes to `cleanup` ...
              POP_EXC_INFO saved;  JUMP end           if one of them handled it
              POP_EXC_INFO saved;  RERAISE exc        if none did
    cleanup:  POP_EXC_INFO saved;  RERAISE exc

Two registers serve it all: what is raised in a clause takes the register of the exception that the clause handles.
"""

from interpreter.compiler import opcodes
from interpreter.compiler.block import (Block, WHILE_LOOP, FOR_LOOP, TRY_EXCEPT, FINALLY_TRY, FINALLY_END, WITH, ASYNC_WITH,
                                        HANDLER, NAMED_HANDLER, GROUP_HANDLER)
from interpreter.compiler.unit import Label, Handler, SAME_POSITION, NO_LINE, ASYNC_FUNCTION
from interpreter.parser import ast


def runs_statements(kind):
    """Does leaving such a block run code of other lines?"""
    return kind == FINALLY_TRY or kind == WITH or kind == ASYNC_WITH


class TryStatements(object):
    """A part of the Compiler."""

    # ---- leaving blocks

    def unwind(self, to_loop):
        """Emits what is due when control leaves all blocks, or those inside of the innermost loop; that loop, or None.

        Sets blocks, handler and position to those outside: the caller emits its jump or return, and restores them."""
        u = self.u
        position = u.position
        if self.passes_statements(to_loop):
            u.mark_line()
        while len(u.blocks) > 0:
            last = len(u.blocks) - 1
            assert last >= 0
            block = u.blocks[last]
            if to_loop and (block.kind == WHILE_LOOP or block.kind == FOR_LOOP):
                return block
            if block.kind == GROUP_HANDLER:
                u.position = position
                raise self.error("'break', 'continue' and 'return' cannot appear in an except* block")
            u.blocks = u.blocks[:last]
            self.unwind_block(block)
            if runs_statements(block.kind):
                u.position = SAME_POSITION          # as if the block ran after the statement that leaves it
        return None

    def passes_statements(self, to_loop):
        """Does control run code of other lines when it leaves the blocks?"""
        blocks = self.u.blocks
        for i in range(len(blocks) - 1, -1, -1):
            kind = blocks[i].kind
            if to_loop and (kind == WHILE_LOOP or kind == FOR_LOOP):
                return False
            if runs_statements(kind):
                return True
        return False

    def unwind_block(self, block):
        u = self.u
        kind = block.kind
        if kind == HANDLER or kind == NAMED_HANDLER or kind == FINALLY_END:
            u.handler = block.handler
            u.emit(opcodes.POP_EXC_INFO, [block.saved])
            u.emit(opcodes.CLEAR, [block.exc])
            name = block.name
            if name is not None:
                self.unbind_name(name)
        elif kind == FINALLY_TRY:
            u.handler = block.handler
            self.statements(block.finalbody)
        elif kind == WITH or kind == ASYNC_WITH:
            u.handler = block.handler
            u.position = block.node
            self.call_exit(block.exit, kind == ASYNC_WITH)
        else:
            u.handler = block.handler

    # ---- try

    def visit_Try(self, node):
        self.try_statement(node, node.body, node.handlers, node.orelse, node.finalbody, False)

    def visit_TryStar(self, node):
        self.try_statement(node, node.body, node.handlers, node.orelse, node.finalbody, True)

    def try_statement(self, node, body, handlers, orelse, finalbody, star):
        self.u.mark_line()
        if len(finalbody) > 0:
            self.try_finally(node, body, handlers, orelse, finalbody, star)
        elif star:
            self.try_except_star(node, body, handlers, orelse)
        else:
            self.try_except(node, body, handlers, orelse)

    def try_finally(self, node, body, handlers, orelse, finalbody, star):
        u = self.u
        end = Label()
        exc = u.temp()
        saved = u.temp()
        block = Block(FINALLY_TRY, node)
        block.finalbody = finalbody
        self.push_block(block)
        handler = Handler(Label(), exc)
        u.handler = handler
        if len(handlers) > 0 and star:
            self.try_except_star(node, body, handlers, orelse)
        elif len(handlers) > 0:
            self.try_except(node, body, handlers, orelse)
        else:
            self.statements(body)
        self.pop_block()
        u.handler = block.handler
        self.statements(finalbody)
        u.jump(end)
        cleanup = self.begin_handler(handler, saved)
        inner = Block(FINALLY_END, node)
        inner.saved = saved
        inner.exc = exc
        self.push_block(inner)
        inner.handler = block.handler
        self.statements(finalbody)
        self.pop_block()
        self.reraise(saved, exc, block.handler, 0)
        self.end_handler(cleanup, saved, block.handler)
        u.mark(end)

    def begin_handler(self, handler, saved, position=NO_LINE):
        """The start of the code of a Handler; the Handler for what is raised in it."""
        u = self.u
        u.mark(handler.label)
        cleanup = Handler(Label(), handler.register)
        u.handler = None            # this one cannot raise
        u.emit_at(position, opcodes.PUSH_EXC_INFO, [saved, handler.register])
        u.handler = cleanup
        return cleanup

    def reraise(self, saved, exc, outer, as_raised, position=NO_LINE):
        """The end of a handler that did not handle it; as_raised 1: the frame shows where it was raised, 0: where the handler ends."""
        u = self.u
        u.handler = outer
        u.emit_at(position, opcodes.POP_EXC_INFO, [saved])
        u.emit_at(position, opcodes.RERAISE, [exc, as_raised])

    def handled(self, saved, exc, outer):
        """The end of a handler that did."""
        u = self.u
        u.handler = outer
        u.emit_at(SAME_POSITION, opcodes.POP_EXC_INFO, [saved])
        u.emit_at(SAME_POSITION, opcodes.CLEAR, [exc])          # the exception holds the frames

    def end_handler(self, cleanup, saved, outer, position=NO_LINE):
        u = self.u
        u.mark(cleanup.label)
        self.reraise(saved, cleanup.register, outer, 1, position)

    def try_body(self, node, body, exc, kind):
        """The protected body; the Handler of what it raises."""
        u = self.u
        block = Block(kind, node)
        self.push_block(block)
        handler = Handler(Label(), exc)
        u.handler = handler
        self.statements(body)
        self.pop_block()
        u.handler = block.handler
        return handler

    def try_except(self, node, body, handlers, orelse):
        u = self.u
        outer = u.handler
        end = Label()
        exc = u.temp()
        saved = u.temp()
        handler = self.try_body(node, body, exc, TRY_EXCEPT)
        self.statements(orelse)
        u.jump(end)
        cleanup = self.begin_handler(handler, saved)
        block = Block(HANDLER, node)
        block.saved = saved
        block.exc = exc
        self.push_block(block)
        block.handler = outer
        count = len(handlers)
        for i in range(count):
            clause = handlers[i]
            assert isinstance(clause, ast.ExceptHandler)
            u.position = clause
            if clause.type is None and i < count - 1:
                raise self.error("default 'except:' must be last")
            self.except_clause(clause, exc, saved, outer, cleanup, end)
        u.position = node
        self.pop_block()
        self.reraise(saved, exc, outer, 0)
        self.end_handler(cleanup, saved, outer)
        u.mark(end)

    def except_clause(self, clause, exc, saved, outer, cleanup, end):
        u = self.u
        following = Label()
        if clause.type is not None:
            top = u.top
            wanted = self.operand(clause.type)
            u.emit_jump(opcodes.JUMP_UNLESS_EXC_MATCH, [exc, wanted], following)
            u.top = top
        else:
            u.mark_line()
        name = clause.name
        if name is None:
            self.push_block(Block(TRY_EXCEPT, clause))      # counts as CPython counts
            self.statements(clause.body)
            self.pop_block()
            self.handled(saved, exc, outer)
        else:
            self.store_name(name, exc)
            self.named_body(clause, name, exc, saved, outer)
            self.handled(saved, exc, outer)
            u.position = SAME_POSITION
            self.unbind_name(name)
        u.jump(end)
        u.handler = cleanup
        u.mark(following)

    def named_body(self, clause, name, exc, saved, outer):
        """The body of an except clause with a name: whatever it raises, the name is unbound."""
        u = self.u
        cleanup = u.handler
        block = u.blocks[len(u.blocks) - 1]
        named = Block(NAMED_HANDLER, clause)
        named.saved = saved
        named.exc = exc
        named.name = name
        u.blocks[len(u.blocks) - 1] = named         # one block for the clause and its name: what leaves it pops once
        named.handler = outer
        self.push_block(Block(TRY_EXCEPT, clause))
        unbind = Handler(Label(), exc)
        u.handler = unbind
        self.statements(clause.body)
        self.pop_block()
        u.blocks[len(u.blocks) - 1] = block
        done = Label()
        u.jump(done)
        u.mark(unbind.label)
        u.handler = cleanup
        u.position = NO_LINE
        self.unbind_name(name)
        u.position = clause
        self.reraise(saved, exc, outer, 1)
        u.handler = cleanup
        u.mark(done)

    # ---- except*

    def try_except_star(self, node, body, handlers, orelse):
        u = self.u
        outer = u.handler
        end = Label()
        exc = u.temp()
        saved = u.temp()
        handler = self.try_body(node, body, exc, TRY_EXCEPT)
        self.statements(orelse)
        u.jump(end)
        cleanup = self.begin_handler(handler, saved)
        u.position = NO_LINE
        original = u.temp()
        u.emit(opcodes.MOVE, [original, exc])
        rest = u.temp()
        u.emit(opcodes.MOVE, [rest, exc])
        raised = u.temp()
        u.emit(opcodes.BUILD_LIST, [raised, 0])
        block = Block(GROUP_HANDLER, node)
        self.push_block(block)
        for clause in handlers:
            assert isinstance(clause, ast.ExceptHandler)
            u.position = clause
            self.except_star_clause(clause, rest, raised, cleanup)
        u.position = NO_LINE
        self.pop_block()
        u.emit(opcodes.LIST_APPEND, [raised, rest])
        u.emit(opcodes.PREP_RERAISE_STAR, [exc, original, raised])
        reraise = Label()
        u.emit_jump(opcodes.JUMP_IF_NOT_NONE, [exc], reraise)
        self.handled(saved, exc, outer)
        u.position = SAME_POSITION
        u.emit(opcodes.CLEAR, [original])
        u.emit(opcodes.CLEAR, [raised])
        u.jump(end)
        u.mark(reraise)
        self.reraise(saved, exc, outer, 0)
        self.end_handler(cleanup, saved, outer)
        u.mark(end)

    def except_star_clause(self, clause, rest, raised, cleanup):
        u = self.u
        following = Label()
        top = u.top
        match = u.temp()
        inner = u.top
        u.emit(opcodes.CHECK_EG_MATCH, [match, rest, rest, self.operand(clause.type)])
        u.top = inner
        u.emit_jump(opcodes.JUMP_IF_NONE, [match], following)
        name = clause.name
        if name is not None:
            self.store_name(name, match)
        self.push_block(Block(TRY_EXCEPT, clause))
        failed = Handler(Label(), match)
        u.handler = failed
        self.statements(clause.body)
        self.pop_block()
        u.handler = cleanup
        if name is not None:
            u.position = SAME_POSITION
            self.unbind_name(name)
        u.jump(following)
        u.mark(failed.label)
        u.position = NO_LINE
        if name is not None:
            self.unbind_name(name)
        u.emit(opcodes.LIST_APPEND, [raised, match])
        u.mark(following)
        u.top = top

    # ---- with

    def visit_With(self, node):
        self.with_items(node, node.items, node.body, 0, False)

    def visit_AsyncWith(self, node):
        if self.is_top_level_await():
            self.u.scope.is_coroutine = True
        elif self.u.kind != ASYNC_FUNCTION:
            raise self.error("'async with' outside async function")
        self.with_items(node, node.items, node.body, 0, True)

    def with_items(self, node, items, body, index, is_async):
        """The with statement from its item `index` on."""
        u = self.u
        item = items[index]
        end = Label()
        exit = u.temp()
        exc = u.temp()
        saved = u.temp()
        top = u.top
        manager = self.operand(item.context_expr)
        target = item.optional_vars
        register = self.direct_register(target) if target is not None else -1
        u.top = top
        value = u.temp()
        if is_async:
            u.emit(opcodes.BEFORE_ASYNC_WITH, [exit, value, manager])
            self.await_operand(value, 1, u.top, value)
        elif register >= 0:
            assert isinstance(target, ast.Name)
            self.refuse_debug_target(target)
            u.emit(opcodes.BEFORE_WITH, [exit, register, manager])
            value = register
        else:
            u.emit(opcodes.BEFORE_WITH, [exit, value, manager])
        block = Block(ASYNC_WITH if is_async else WITH, node)
        block.exit = exit
        self.push_block(block)
        handler = Handler(Label(), exc)
        u.handler = handler
        if target is not None:
            self.store(target, value)
        u.top = top
        if index + 1 < len(items):
            self.with_items(node, items, body, index + 1, is_async)
        else:
            self.statements(body)
        self.pop_block()
        u.handler = block.handler
        self.call_exit(exit, is_async)
        u.jump(end)
        self.begin_handler_of_with(handler, exit, exc, saved, block.handler, is_async)
        u.mark(end)
        u.top = top

    def call_exit(self, exit, is_async):
        """__exit__(None, None, None)"""
        u = self.u
        top = u.top
        none = self.none()
        result = u.temp()
        u.emit(opcodes.CALL, [result, exit, 3, none, none, none])
        if is_async:
            self.await_operand(result, 2, u.top, result)
        u.top = top

    def begin_handler_of_with(self, handler, exit, exc, saved, outer, is_async):
        u = self.u
        position = NO_LINE if is_async else u.position          # where CPython has line events
        cleanup = self.begin_handler(handler, saved, position)
        top = u.top
        result = u.temp()
        u.emit(opcodes.WITH_EXCEPT_START, [result, exit, exc])
        if is_async:
            self.await_operand(result, 2, u.top, result)
        u.top = top
        suppressed = Label()
        u.emit_jump(opcodes.JUMP_IF_TRUE, [result], suppressed)
        self.reraise(saved, exc, outer, 1, position)
        self.end_handler(cleanup, saved, outer, position)
        u.mark(suppressed)
        self.handled(saved, exc, outer)
