"""Code for simple statements, assignment targets, `if` and loops."""

from interpreter.compiler import opcodes
from interpreter.compiler.block import Block, WHILE_LOOP, FOR_LOOP, TRY_EXCEPT
from interpreter.compiler.codegen_expr import FIRST_INPLACE, BINARY_OFFSET
from interpreter.compiler.codegen_names import ANY
from interpreter.compiler.unit import Label, Handler, SAME_POSITION, is_local, MODULE, CLASS, ASYNC_FUNCTION
from interpreter.objects.wrap import newint, newstr, newtuple
from interpreter.objects.tuple import W_Tuple
from interpreter.parser import ast

MAX_BLOCKS = 20             # CPython's CO_MAXBLOCKS


class Statements(object):
    """A part of the Compiler."""

    def statements(self, body):
        for stmt in body:
            self.statement(stmt)

    def statement(self, stmt):
        u = self.u
        top = u.top
        position = u.position
        u.position = stmt
        stmt.walkabout(self)
        u.position = position
        u.top = top

    # ---- expression statements and assignments

    def visit_Expr(self, node):
        u = self.u
        if self.interactive and u.kind == MODULE:
            u.emit(opcodes.PRINT_EXPR, [self.operand(node.value)])
        elif isinstance(node.value, ast.Constant):
            u.mark_line()
        else:
            self.operand(node.value)

    def visit_Assign(self, node):
        value = node.value
        target = node.targets[0]
        if len(node.targets) == 1:
            register = self.register_of(target)
            if register >= 0:
                assert isinstance(target, ast.Name)
                self.refuse_debug_target(target)
                self.into(value, register)
                return
            if isinstance(value, ast.Tuple) and self.assign_tuple(target, value):
                return
        operand = self.operand(value)
        if len(node.targets) > 1:
            operand = self.copied(operand)
        for target in node.targets:
            self.store(target, self.protect(operand, target))

    def assign_tuple(self, target, value):
        """`a, b = x, y` without a tuple; False if it is not as simple as that."""
        if isinstance(target, ast.Tuple):
            targets = target.elts
        elif isinstance(target, ast.List):
            targets = target.elts
        else:
            return False
        values = value.elts
        count = len(targets)
        if count == 0 or count != len(values) or count > 8 or self.u.scope.has_walrus:
            return False
        registers = []
        for i in range(count):
            elt = targets[i]
            if elt.lineno != target.lineno:
                return False                    # the lines are traced in their order
            if isinstance(values[i], ast.Starred) or isinstance(elt, ast.Starred) or isinstance(elt, ast.Tuple) or isinstance(
                    elt, ast.List):
                return False
            registers.append(self.register_of(elt))
        # the last value goes straight to its variable if that is no sooner assigned than the others
        last = count - 1
        direct = True
        for i in range(last):
            if registers[i] < 0 or registers[i] == registers[last]:
                direct = False
        if registers[last] < 0:
            direct = False
        operands = []
        for i in range(count):
            if direct and i == last:
                target = targets[last]
                assert isinstance(target, ast.Name)
                self.refuse_debug_target(target)
                self.into(values[last], registers[last])
                operands.append(registers[last])
                break
            operand = self.operand(values[i])
            if is_local(operand):
                overwritten = direct and registers[last] == operand
                for j in range(i):
                    if registers[j] == operand:
                        overwritten = True
                if overwritten:
                    operand = self.copied(operand)
            operands.append(operand)
        for i in range(count):
            self.store(targets[i], operands[i])
        return True

    def store(self, target, operand):
        """Assigns the operand to any target."""
        u = self.u
        position = u.position
        u.position = target
        top = u.top
        if isinstance(target, ast.Name):
            self.store_name(target.id, operand)
        elif isinstance(target, ast.Attribute):
            self.refuse_debug(target.attr, False)
            obj = self.operand(target.value)
            u.position = self.attribute_position(target, target)
            u.emit(opcodes.STORE_ATTR, [obj, u.name_index(self.mangle(target.attr)), operand, u.cache()])
        elif isinstance(target, ast.Subscript):
            obj = self.operand_then(target.value, target.slice)
            index = self.operand(target.slice)
            u.emit(opcodes.STORE_SUBSCR, [obj, index, operand])
        elif isinstance(target, ast.Tuple):
            self.unpack(target.elts, operand)
        elif isinstance(target, ast.List):
            self.unpack(target.elts, operand)
        elif isinstance(target, ast.Starred):
            raise self.error("starred assignment target must be in a list or tuple")
        else:
            raise self.error("cannot assign to this expression")
        u.top = top
        u.position = position

    def unpack(self, targets, operand):
        """Assigns the items of the iterable in `operand`."""
        u = self.u
        star = -1
        count = len(targets)
        for i in range(count):
            if isinstance(targets[i], ast.Starred):
                if star >= 0:
                    raise self.error("multiple starred expressions in assignment")
                star = i
                if i >= 256 or count - i - 1 >= 1 << 23:
                    raise self.error("too many expressions in star-unpacking assignment")
        registers = []
        plain = True            # nothing but local variables so far: the instruction may write them itself
        for i in range(count):
            register = self.direct_register(unstarred(targets[i])) if plain else -1
            if register < 0:
                plain = False
                register = u.temp()
            registers.append(register)
        if star >= 0:
            u.emit(opcodes.UNPACK_EX, [operand, star, count] + registers)
        else:
            u.emit(opcodes.UNPACK_SEQUENCE, [operand, count] + registers)
        for i in range(count):
            self.store(unstarred(targets[i]), registers[i])

    def visit_AugAssign(self, node):
        u = self.u
        op = FIRST_INPLACE + BINARY_OFFSET[node.op]
        target = node.target
        if isinstance(target, ast.Name):
            left = self.load_target(target)
            left = self.protect(left, node.value)
            right = self.operand(node.value)
            register = self.register_of(target)
            if register >= 0:
                self.refuse_debug_target(target)
                u.emit(op, [register, left, right])
                return
            result = u.temp()
            u.emit(op, [result, left, right])
            u.position = target
            self.store_name(target.id, result)
        elif isinstance(target, ast.Attribute):
            u.position = target
            obj = self.protect(self.operand(target.value), node.value)
            name = u.name_index(self.mangle(target.attr))
            u.position = self.attribute_position(target, target)
            result = u.temp()
            u.emit(opcodes.LOAD_ATTR, [result, obj, name, u.cache()])
            u.position = node
            right = self.operand(node.value)
            u.emit(op, [result, result, right])
            u.position = self.attribute_position(target, target)
            u.emit(opcodes.STORE_ATTR, [obj, name, result, u.cache()])
        elif isinstance(target, ast.Subscript):
            u.position = target
            obj = self.protect(self.operand_then(target.value, target.slice), node.value)
            index = self.protect(self.operand(target.slice), node.value)
            result = u.temp()
            u.emit(opcodes.LOAD_SUBSCR, [result, obj, index])
            u.position = node
            right = self.operand(node.value)
            u.emit(op, [result, result, right])
            u.position = target
            u.emit(opcodes.STORE_SUBSCR, [obj, index, result])
        else:
            raise self.error("invalid expression for augmented assignment")

    def load_target(self, target):
        u = self.u
        position = u.position
        u.position = target
        operand = self.load_name(target.id, ANY)
        u.position = position
        return operand

    def visit_AnnAssign(self, node):
        u = self.u
        target = node.target
        if node.value is not None:
            register = self.register_of(target)
            if register >= 0:
                self.into(node.value, register)
            else:
                value = self.operand(node.value)
                self.store(target, self.protect(value, target))
        in_namespace = u.kind == MODULE or u.kind == CLASS
        if isinstance(target, ast.Name):
            self.refuse_debug(target.id, False)
            if node.simple and in_namespace:
                top = u.top
                annotation = self.annotation(node.annotation)
                annotations = u.temp()
                u.emit(opcodes.LOAD_NAME, [annotations, u.name_index('__annotations__'), u.global_cache('__annotations__')])
                u.emit(opcodes.STORE_SUBSCR, [annotations, u.const(newstr(self.mangle(target.id))), annotation])
                u.top = top
        elif isinstance(target, ast.Attribute):
            self.refuse_debug(target.attr, False)
            if node.value is None:
                self.evaluate(target.value)
        elif isinstance(target, ast.Subscript):
            if node.value is None:
                self.evaluate(target.value)
                self.evaluate_index(target.slice)
        else:
            raise self.error("invalid node type for annotated assignment")
        if not node.simple and in_namespace and not self.annotations_are_strings:
            self.evaluate(node.annotation)

    def evaluate(self, node):
        """Evaluates an expression for its effects."""
        top = self.u.top
        self.operand(node)
        self.u.top = top

    def evaluate_index(self, node):
        if isinstance(node, ast.Slice):
            if node.lower is not None:
                self.evaluate(node.lower)
            if node.upper is not None:
                self.evaluate(node.upper)
            if node.step is not None:
                self.evaluate(node.step)
        elif isinstance(node, ast.Tuple):
            for elt in node.elts:
                self.evaluate_index(elt)
        else:
            self.evaluate(node)

    def visit_Delete(self, node):
        for target in node.targets:
            self.delete(target)

    def delete(self, target):
        u = self.u
        position = u.position
        top = u.top
        u.position = target
        if isinstance(target, ast.Name):
            self.delete_name(target.id)
        elif isinstance(target, ast.Attribute):
            obj = self.operand(target.value)
            u.position = self.attribute_position(target, target)
            u.emit(opcodes.DELETE_ATTR, [obj, u.name_index(self.mangle(target.attr))])
        elif isinstance(target, ast.Subscript):
            obj = self.operand_then(target.value, target.slice)
            index = self.operand(target.slice)
            u.emit(opcodes.DELETE_SUBSCR, [obj, index])
        elif isinstance(target, ast.Tuple):
            for elt in target.elts:
                self.delete(elt)
        elif isinstance(target, ast.List):
            for elt in target.elts:
                self.delete(elt)
        else:
            raise self.error("cannot delete this expression")
        u.top = top
        u.position = position

    # ---- small statements

    def visit_Pass(self, node):
        self.u.mark_line()

    def visit_Global(self, node):
        pass

    def visit_Nonlocal(self, node):
        pass

    def visit_Assert(self, node):
        test = node.test
        if is_nonempty_tuple(test):
            self.warn("assertion is always true, perhaps remove parentheses?")
        if self.optimize > 0:
            return
        u = self.u
        end = Label()
        self.jump_if(test, end, True)
        error = u.temp()
        u.emit(opcodes.LOAD_ASSERTION_ERROR, [error])
        if node.msg is not None:
            message = self.operand(node.msg)
            u.emit(opcodes.CALL, [error, error, 1, message])
        u.emit(opcodes.RAISE, [1, error, self.none()])
        u.mark(end)

    def visit_Raise(self, node):
        u = self.u
        if node.exc is None:
            u.emit(opcodes.RAISE, [0, self.none(), self.none()])
        elif node.cause is None:
            u.emit(opcodes.RAISE, [1, self.operand(node.exc), self.none()])
        else:
            exc = self.operand_then(node.exc, node.cause)
            u.emit(opcodes.RAISE, [2, exc, self.operand(node.cause)])

    def visit_Import(self, node):
        u = self.u
        for alias in node.names:
            top = u.top
            module = u.temp()
            u.emit(opcodes.IMPORT_NAME, [module, u.name_index(alias.name), u.const(newint(0)), self.none()])
            asname = alias.asname
            if asname is None:
                self.store_name(alias.name.split('.')[0], module)
            else:
                parts = alias.name.split('.')
                for i in range(1, len(parts)):
                    u.emit(opcodes.IMPORT_FROM, [module, module, u.name_index(parts[i])])
                self.store_name(asname, module)
            u.top = top

    def visit_ImportFrom(self, node):
        u = self.u
        name = node.module
        if name is None:
            name = ''
        if name == '__future__' and node.lineno > self.last_future_line and node.level == 0:
            raise self.error("from __future__ imports must occur at the beginning of the file")
        fromlist = u.const(newtuple([newstr(alias.name) for alias in node.names][:]))
        module = u.temp()
        u.emit(opcodes.IMPORT_NAME, [module, u.name_index(name), u.const(newint(node.level)), fromlist])
        for alias in node.names:
            if alias.name == '*':
                u.emit(opcodes.IMPORT_STAR, [module])
                return
            value = u.temp()
            u.emit(opcodes.IMPORT_FROM, [value, module, u.name_index(alias.name)])
            asname = alias.asname
            self.store_name(alias.name if asname is None else asname, value)
            u.top -= 1

    # ---- control flow

    def push_block(self, block):
        u = self.u
        if len(u.blocks) >= MAX_BLOCKS:
            raise self.error("too many statically nested blocks")
        block.handler = u.handler
        u.blocks.append(block)

    def pop_block(self):
        self.u.blocks.pop()

    def visit_If(self, node):
        u = self.u
        orelse = Label()
        if isinstance(node.test, ast.Constant):
            u.position = node
            u.mark_line()
        self.jump_if(node.test, orelse, False)
        self.statements(node.body)
        if len(node.orelse) == 0:
            u.mark(orelse)
            return
        end = Label()
        u.jump(end)
        u.mark(orelse)
        self.statements(node.orelse)
        u.mark(end)

    def visit_While(self, node):
        u = self.u
        start = Label()
        orelse = Label()
        end = Label()
        endless = isinstance(node.test, ast.Constant)
        if endless:
            u.mark_line()
        u.mark(start)
        block = Block(WHILE_LOOP, node)
        block.start = start
        block.end = end
        self.push_block(block)
        self.jump_if(node.test, orelse, False)
        self.statements(node.body)
        u.jump_back(start, node if endless else SAME_POSITION)
        self.pop_block()
        u.mark(orelse)
        self.statements(node.orelse)
        u.mark(end)

    def visit_For(self, node):
        u = self.u
        start = Label()
        orelse = Label()
        end = Label()
        block = Block(FOR_LOOP, node)
        block.start = start
        block.end = end
        iterator = self.get_iterator(node.iter, opcodes.GET_ITER)
        u.mark(start)
        self.push_block(block)
        self.for_iter(node.target, iterator, orelse)
        self.statements(node.body)
        u.jump_back(start)
        self.pop_block()
        u.mark(orelse)
        self.statements(node.orelse)
        u.mark(end)

    def get_iterator(self, node, op):
        """An iterator over the value of `node`, in a new temporary; op is GET_ITER or GET_AITER."""
        u = self.u
        top = u.top
        iterable = self.operand(node)
        u.top = top
        iterator = u.temp()
        u.emit(op, [iterator, iterable])
        return iterator

    def for_iter(self, target, iterator, end):
        """The next item into the target, or a jump to `end`."""
        u = self.u
        register = self.register_of(target)
        if register >= 0:
            assert isinstance(target, ast.Name)
            self.refuse_debug_target(target)
            u.emit_jump(opcodes.FOR_ITER, [register, iterator], end)
            return
        item = u.temp()
        u.emit_jump(opcodes.FOR_ITER, [item, iterator], end)
        self.store(target, item)
        u.top -= 1

    def visit_AsyncFor(self, node):
        u = self.u
        if self.is_top_level_await():
            u.scope.is_coroutine = True
        elif u.kind != ASYNC_FUNCTION:
            raise self.error("'async for' outside async function")
        start = Label()
        end = Label()
        exhausted = Label()
        iterator = self.get_iterator(node.iter, opcodes.GET_AITER)
        block = Block(FOR_LOOP, node)
        block.start = start
        block.end = end
        u.mark(start)
        self.push_block(block)
        handler = self.async_next(node.target, iterator)
        self.statements(node.body)
        u.jump_back(start)
        self.pop_block()
        self.end_async_for(handler, node.iter, exhausted)
        u.mark(exhausted)
        self.statements(node.orelse)
        u.mark(end)

    def async_next(self, target, iterator):
        """Awaits the next item and assigns it; the Handler of the StopAsyncIteration, whose register stays reserved."""
        u = self.u
        handler = Handler(Label(), u.temp())
        outer = u.handler
        item = u.temp()
        u.handler = handler
        u.emit(opcodes.GET_ANEXT, [item, iterator])
        u.emit(opcodes.YIELD_FROM, [item, item])
        u.handler = outer
        self.store(target, item)
        u.top -= 1
        return handler

    def end_async_for(self, handler, node, exhausted):
        u = self.u
        position = u.position
        u.position = node
        u.mark(handler.label)
        u.emit_jump(opcodes.END_ASYNC_FOR, [handler.register], exhausted)
        u.position = position

    def visit_Break(self, node):
        self.leave_loop(True)

    def visit_Continue(self, node):
        self.leave_loop(False)

    def leave_loop(self, is_break):
        u = self.u
        blocks = u.blocks
        handler = u.handler
        position = u.position
        loop = self.unwind(True)
        if loop is None:
            u.position = position
            if is_break:
                raise self.error("'break' outside loop")
            raise self.error("'continue' not properly in loop")
        if is_break:
            u.emit_jump(opcodes.JUMP, [], loop.end)
        else:
            u.emit_jump(opcodes.JUMP_BACK, [], loop.start)
            node = loop.node
            if isinstance(node, ast.While) and isinstance(node.test, ast.Constant):
                u.instructions[len(u.instructions) - 1].second_position = node
        u.position = position
        u.blocks = blocks
        u.handler = handler

    def visit_Return(self, node):
        u = self.u
        if not u.in_function():
            raise self.error("'return' outside function")
        if node.value is not None and u.scope.is_coroutine and u.scope.is_generator:
            raise self.error("'return' with value in async generator")
        value = self.none()
        if node.value is not None:
            value = self.operand(node.value)
            for block in u.blocks:
                if block.kind != WHILE_LOOP and block.kind != FOR_LOOP and block.kind != TRY_EXCEPT:
                    value = self.copied(value)      # what runs on the way out may assign the variable
                    break
            if isinstance(node.value, ast.Constant):
                u.position = node.value
                if node.value.lineno != node.lineno:
                    u.mark_line()
                    u.position = node
        blocks = u.blocks
        handler = u.handler
        self.unwind(False)
        u.emit(opcodes.RETURN, [value])
        u.blocks = blocks
        u.handler = handler


def unstarred(target):
    """The target without its star."""
    if isinstance(target, ast.Starred):
        return target.value
    return target


def is_nonempty_tuple(node):
    if isinstance(node, ast.Tuple):
        return len(node.elts) > 0
    if isinstance(node, ast.Constant):
        w_value = node.value
        return isinstance(w_value, W_Tuple) and len(w_value.items) > 0
    return False
