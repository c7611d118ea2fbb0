"""Code for expressions.

    operand(node)       the value as an operand: a local variable, a constant, or a new temporary
    into(node, dest)    the value in the register `dest`

Every value_X(node, wanted) method gets the wanted register or ANY and returns the operand.  Two rules make it safe to let an expression
write a local variable directly: a wanted register is written last, after everything that may raise, and nothing is read
after it is written (a temporary is always fresh, and may be used for what comes before).  At its end a method has given back all
temporaries but the one with its result.
"""

from interpreter.compiler import opcodes
from interpreter.compiler.codegen_names import ANY
from interpreter.compiler.unit import Label, is_local, ASYNC_FUNCTION, COMPREHENSION
from interpreter.objects.wrap import w_None, newstr, newtuple
from interpreter.parser import ast
from interpreter import ops

MAX_TOGETHER = 64           # a display with more items is built step by step, so that it needs few registers
LONG_CONSTANT = 8           # from this size on, a list of constants is copied from a tuple

# ast operator -> offset in opcodes.BINARY;  ast comparison -> offset in opcodes.COMPARE
_BINARY = {ast.Add: 'ADD', ast.Sub: 'SUB', ast.Mult: 'MUL', ast.MatMult: 'MATMUL', ast.Div: 'TRUEDIV', ast.Mod: 'MOD',
           ast.Pow: 'POW', ast.LShift: 'LSHIFT', ast.RShift: 'RSHIFT', ast.BitOr: 'OR', ast.BitXor: 'XOR',
           ast.BitAnd: 'AND', ast.FloorDiv: 'FLOORDIV'}
_COMPARE = {ast.Eq: 'EQ', ast.NotEq: 'NE', ast.Lt: 'LT', ast.LtE: 'LE', ast.Gt: 'GT', ast.GtE: 'GE', ast.Is: 'IS',
            ast.IsNot: 'IS_NOT', ast.In: 'IN', ast.NotIn: 'NOT_IN'}
BINARY_OFFSET = [0] + [opcodes.BINARY.index(_BINARY[_i]) for _i in range(1, 14)]
COMPARE_OFFSET = [0] + [opcodes.COMPARE.index(_COMPARE[_i]) for _i in range(1, 11)]
FIRST_BINARY = opcodes.names.index('BINARY_' + opcodes.BINARY[0])
FIRST_INPLACE = opcodes.names.index('INPLACE_' + opcodes.BINARY[0])
FIRST_COMPARE = opcodes.names.index('COMPARE_' + opcodes.COMPARE[0])
FIRST_JUMP_IF = opcodes.names.index('JUMP_IF_' + opcodes.COMPARE[0])
FIRST_JUMP_UNLESS = opcodes.names.index('JUMP_UNLESS_' + opcodes.COMPARE[0])


class Expressions(object):
    """A part of the Compiler."""

    def value(self, node, wanted):
        """The value as wanted: a register, or ANY."""
        u = self.u
        position = u.position
        u.position = node
        result = node.walkabout_value(self, wanted)
        u.position = position
        return result

    def operand(self, node):
        return self.value(node, ANY)

    def into(self, node, dest):
        self.value(node, dest)

    def operand_then(self, node, later):
        """The operand, safe from a walrus in the expression `later`."""
        return self.protect(self.operand(node), later)

    def operands(self, nodes):
        """The operands of several expressions, evaluated in order."""
        result = []
        for i in range(len(nodes)):
            result.append(self.protect_from_all(self.operand(nodes[i]), nodes, i + 1))
        return result

    def none(self):
        return self.u.const(w_None)

    # ---- atoms

    def value_Constant(self, node, wanted):
        return self.deliver(self.u.const(node.value), wanted)

    def value_Name(self, node, wanted):
        return self.load_name(node.id, wanted)

    def value_JoinedStr(self, node, wanted):
        u = self.u
        if len(node.values) == 0:
            return self.deliver(u.const(newstr('')), wanted)
        if len(node.values) == 1:
            return self.value(node.values[0], wanted)
        top = u.top
        if len(node.values) > MAX_TOGETHER:         # ''.join([...])
            pieces = u.temp()
            u.emit(opcodes.BUILD_LIST, [pieces, 0])
            for value in node.values:
                inner = u.top
                u.emit(opcodes.LIST_APPEND, [pieces, self.operand(value)])
                u.top = inner
            u.top = top
            dest = self.dest(wanted)
            u.emit(opcodes.CALL_METHOD, [dest, u.const(newstr('')), u.name_index('join'), u.cache(), 1, pieces])
            return dest
        operands = self.operands(node.values)
        u.top = top
        dest = self.dest(wanted)
        u.emit(opcodes.BUILD_STRING, [dest, len(operands)] + operands)
        return dest

    def value_FormattedValue(self, node, wanted):
        u = self.u
        top = u.top
        value = self.operand_then(node.value, node.format_spec)
        if node.format_spec is not None:
            spec = self.operand(node.format_spec)
        else:
            spec = u.const(newstr(''))
        conversion = 0
        if node.conversion == ord('s'):
            conversion = 1
        elif node.conversion == ord('r'):
            conversion = 2
        elif node.conversion == ord('a'):
            conversion = 3
        u.top = top
        dest = self.dest(wanted)
        u.emit(opcodes.FORMAT_VALUE, [dest, value, conversion, spec])
        return dest

    # ---- operators

    def value_BinOp(self, node, wanted):
        u = self.u
        top = u.top
        left = self.operand_then(node.left, node.right)
        right = self.operand(node.right)
        u.top = top
        dest = self.dest(wanted)
        u.emit(FIRST_BINARY + BINARY_OFFSET[node.op], [dest, left, right])
        return dest

    def value_UnaryOp(self, node, wanted):
        u = self.u
        top = u.top
        operand = self.operand(node.operand)
        u.top = top
        dest = self.dest(wanted)
        if node.op == ast.Not:
            op = opcodes.UNARY_NOT
        elif node.op == ast.USub:
            op = opcodes.UNARY_NEG
        elif node.op == ast.UAdd:
            op = opcodes.UNARY_POS
        else:
            op = opcodes.UNARY_INVERT
        u.emit(op, [dest, operand])
        return dest

    def value_BoolOp(self, node, wanted):
        u = self.u
        end = Label()
        dest = wanted
        if wanted == ANY or is_local(wanted):       # the operands may still need the local
            dest = u.temp()
        op = opcodes.JUMP_IF_TRUE if node.op == ast.Or else opcodes.JUMP_IF_FALSE
        last = len(node.values) - 1
        for i in range(last):
            self.into(node.values[i], dest)
            u.emit_jump(op, [dest], end)
        self.into(node.values[last], dest)
        u.mark(end)
        if wanted != ANY and wanted != dest:
            self.move(wanted, dest)
            u.top -= 1
            return wanted
        return dest

    def value_IfExp(self, node, wanted):
        u = self.u
        orelse = Label()
        end = Label()
        self.jump_if(node.test, orelse, False)
        dest = self.dest(wanted)
        self.into(node.body, dest)
        u.jump(end)
        u.mark(orelse)
        self.into(node.orelse, dest)
        u.mark(end)
        return dest

    def value_NamedExpr(self, node, wanted):
        register = self.register_of(node.target)
        target = node.target
        assert isinstance(target, ast.Name)
        if register >= 0:
            self.refuse_debug_target(target)
            self.into(node.value, register)
            return self.deliver(register, wanted)
        operand = self.operand(node.value)
        self.store(target, operand)
        return self.deliver(operand, wanted)

    # ---- comparisons

    def value_Compare(self, node, wanted):
        self.check_compare(node)
        u = self.u
        top = u.top
        last = len(node.ops) - 1
        if last == 0:
            left = self.operand_then(node.left, node.comparators[0])
            right = self.operand(node.comparators[0])
            u.top = top
            dest = self.dest(wanted)
            u.emit(FIRST_COMPARE + COMPARE_OFFSET[node.ops[0]], [dest, left, right])
            return dest
        dest = wanted
        if wanted == ANY or is_local(wanted):
            dest = u.temp()
        inner = u.top
        end = Label()
        left = self.operand_then(node.left, node.comparators[0])
        for i in range(last):
            right = self.operand_then(node.comparators[i], node.comparators[i + 1])
            u.emit(FIRST_COMPARE + COMPARE_OFFSET[node.ops[i]], [dest, left, right])
            u.emit_jump(opcodes.JUMP_IF_FALSE, [dest], end)
            left = right
        right = self.operand(node.comparators[last])
        u.emit(FIRST_COMPARE + COMPARE_OFFSET[node.ops[last]], [dest, left, right])
        u.mark(end)
        u.top = inner
        if wanted != ANY and wanted != dest:
            self.move(wanted, dest)
            u.top = top
            return wanted
        return dest

    def jump_if(self, node, label, condition):
        """Jumps to `label` if the truth of `node` is `condition`, else goes on.  The test has the position of the statement
        around, or of the last comparison (as in CPython)."""
        u = self.u
        if isinstance(node, ast.UnaryOp) and node.op == ast.Not:
            self.jump_if(node.operand, label, not condition)
        elif isinstance(node, ast.BoolOp):
            self.jump_if_bool_op(node, label, condition)
        elif isinstance(node, ast.IfExp):
            orelse = Label()
            end = Label()
            self.jump_if(node.test, orelse, False)
            self.jump_if(node.body, label, condition)
            u.jump(end)
            u.mark(orelse)
            self.jump_if(node.orelse, label, condition)
            u.mark(end)
        elif isinstance(node, ast.Compare):
            self.jump_if_compare(node, label, condition)
        elif isinstance(node, ast.Constant):
            if ops.is_true(node.value) == condition:
                u.jump(label)
        else:
            top = u.top
            operand = self.operand(node)
            u.top = top
            u.emit_jump(opcodes.JUMP_IF_TRUE if condition else opcodes.JUMP_IF_FALSE, [operand], label)

    def jump_if_bool_op(self, node, label, condition):
        decisive = node.op == ast.Or            # the value that decides early
        early = label if decisive == condition else Label()
        last = len(node.values) - 1
        for i in range(last):
            self.jump_if(node.values[i], early, decisive)
        self.jump_if(node.values[last], label, condition)
        if early is not label:
            self.u.mark(early)

    def jump_if_compare(self, node, label, condition):
        u = self.u
        u.position = node
        self.check_compare(node)
        top = u.top
        last = len(node.ops) - 1
        failed = Label() if condition else label
        left = self.operand_then(node.left, node.comparators[0])
        for i in range(last):
            right = self.operand_then(node.comparators[i], node.comparators[i + 1])
            u.emit_jump(FIRST_JUMP_UNLESS + COMPARE_OFFSET[node.ops[i]], [left, right], failed)
            left = right
        comparator = node.comparators[last]
        op = node.ops[last]
        if (op == ast.Is or op == ast.IsNot) and isinstance(comparator, ast.Constant) and comparator.value is w_None:
            if (op == ast.Is) == condition:
                jump = opcodes.JUMP_IF_NONE
            else:
                jump = opcodes.JUMP_IF_NOT_NONE
            u.emit_jump(jump, [left], label)
        else:
            right = self.operand(comparator)
            first = FIRST_JUMP_IF if condition else FIRST_JUMP_UNLESS
            u.emit_jump(first + COMPARE_OFFSET[op], [left, right], label)
        u.top = top
        if condition:
            u.mark(failed)

    # ---- attributes and items

    def value_Attribute(self, node, wanted):
        u = self.u
        top = u.top
        value = self.operand(node.value)
        u.top = top
        dest = self.dest(wanted)
        u.position = self.attribute_position(node, node)
        u.emit(opcodes.LOAD_ATTR, [dest, value, u.name_index(self.mangle(node.attr)), u.cache()])
        return dest

    def attribute_position(self, whole, attribute):
        """The position of `whole`; if it spans lines, it begins at the name of the attribute (as CPython shows it)."""
        if whole.lineno == attribute.end_lineno:
            return whole
        result = ast.AST()
        result.copy_location(whole)
        result.lineno = attribute.end_lineno
        result.col_offset = attribute.end_col_offset - characters(attribute.attr)
        if result.col_offset < 0:
            result.col_offset = result.end_col_offset = -1
        return result

    def value_Subscript(self, node, wanted):
        self.check_subscripter(node.value)
        self.check_index(node.value, node.slice)
        u = self.u
        top = u.top
        value = self.operand_then(node.value, node.slice)
        index = self.operand(node.slice)
        u.top = top
        dest = self.dest(wanted)
        u.emit(opcodes.LOAD_SUBSCR, [dest, value, index])
        return dest

    def value_Slice(self, node, wanted):
        u = self.u
        top = u.top
        lower = upper = step = self.none()
        if node.lower is not None:
            lower = self.protect(self.operand_then(node.lower, node.upper), node.step)
        if node.upper is not None:
            upper = self.operand_then(node.upper, node.step)
        if node.step is not None:
            step = self.operand(node.step)
        u.top = top
        dest = self.dest(wanted)
        u.emit(opcodes.BUILD_SLICE, [dest, lower, upper, step])
        return dest

    def value_Starred(self, node, wanted):
        raise self.error("can't use starred expression here")

    # ---- displays

    def value_Tuple(self, node, wanted):
        u = self.u
        top = u.top
        if has_star(node.elts) or len(node.elts) > MAX_TOGETHER:
            items = self.build_list([], node.elts)
            u.top = top
            dest = self.dest(wanted)
            u.emit(opcodes.LIST_TO_TUPLE, [dest, items])
            return dest
        operands = self.operands(node.elts)
        u.top = top
        dest = self.dest(wanted)
        u.emit(opcodes.BUILD_TUPLE, [dest, len(operands)] + operands)
        return dest

    def value_List(self, node, wanted):
        u = self.u
        top = u.top
        if has_star(node.elts) or len(node.elts) > MAX_TOGETHER:
            items = self.build_list([], node.elts)
            if wanted == ANY:
                return items
            u.top = top
            self.move(wanted, items)
            return wanted
        operands = self.operands(node.elts)
        u.top = top
        dest = self.dest(wanted)
        if len(operands) >= LONG_CONSTANT and all_constants(operands) and not is_local(dest):
            u.emit(opcodes.BUILD_LIST, [dest, 0])
            u.emit(opcodes.LIST_EXTEND, [dest, self.constant_tuple(operands)])
        else:
            u.emit(opcodes.BUILD_LIST, [dest, len(operands)] + operands)
        return dest

    def constant_tuple(self, operands):
        """The operand of a tuple of constant operands."""
        return self.u.const(newtuple([self.u.consts_w[~operand] for operand in operands][:]))

    def build_list(self, first, elts):
        """A list in a new temporary: the operands `first`, then the elements, starred ones spread out."""
        return self.build_collection(opcodes.BUILD_LIST, opcodes.LIST_APPEND, opcodes.LIST_EXTEND, first, elts)

    def build_collection(self, build, add, extend, first, elts):
        u = self.u
        result = u.temp()
        top = u.top
        together = first[:]
        built = False
        for i in range(len(elts)):
            elt = elts[i]
            starred = isinstance(elt, ast.Starred)
            if not built and (starred or len(together) >= MAX_TOGETHER):
                u.emit(build, [result, len(together)] + together)
                u.top = top
                built = True
            if isinstance(elt, ast.Starred):
                u.emit(extend, [result, self.operand(elt.value)])
                u.top = top
            elif built:
                u.emit(add, [result, self.operand(elt)])
                u.top = top
            else:
                together.append(self.protect_from_all(self.operand(elt), elts, i + 1))
        if not built:
            u.emit(build, [result, len(together)] + together)
            u.top = top
        return result

    def value_Set(self, node, wanted):
        top = self.u.top
        items = self.build_collection(opcodes.BUILD_SET, opcodes.SET_ADD, opcodes.SET_UPDATE, [], node.elts)
        if wanted == ANY:
            return items
        self.u.top = top
        self.move(wanted, items)
        return wanted

    def value_Dict(self, node, wanted):
        u = self.u
        outer = u.top
        result = u.temp()
        top = u.top
        together = []
        built = False
        for i in range(len(node.values)):
            key = node.keys[i]
            value = node.values[i]
            if not built and (key is None or len(together) >= MAX_TOGETHER):
                u.emit(opcodes.BUILD_MAP, [result, len(together) // 2] + together)
                u.top = top
                built = True
            if key is None:
                u.emit(opcodes.DICT_UPDATE, [result, self.operand(value)])
                u.top = top
                continue
            key_operand = self.operand_then(key, value)
            if built:
                u.emit(opcodes.MAP_ADD, [result, key_operand, self.operand(value)])
                u.top = top
            else:
                key_operand = self.protect_from_all(key_operand, node.keys, i + 1)
                together.append(self.protect_from_all(key_operand, node.values, i + 1))
                value_operand = self.protect_from_all(self.operand(value), node.keys, i + 1)
                together.append(self.protect_from_all(value_operand, node.values, i + 1))
        if not built:
            u.emit(opcodes.BUILD_MAP, [result, len(together) // 2] + together)
            u.top = top
        if wanted == ANY:
            return result
        u.top = outer
        if not built:
            u.instructions[len(u.instructions) - 1].args[0] = wanted
        else:
            self.move(wanted, result)
        return wanted

    # ---- generators and coroutines

    def value_Yield(self, node, wanted):
        u = self.u
        if not u.in_function():
            raise self.error("'yield' outside function")
        top = u.top
        value = self.none()
        if node.value is not None:
            value = self.operand(node.value)
        u.top = top
        dest = self.dest(wanted)
        u.emit(opcodes.YIELD, [dest, value])
        return dest

    def value_YieldFrom(self, node, wanted):
        u = self.u
        if not u.in_function():
            raise self.error("'yield' outside function")
        if u.kind == ASYNC_FUNCTION:
            raise self.error("'yield from' inside async function")
        top = u.top
        value = self.operand(node.value)
        u.top = top
        iterator = u.temp()
        u.emit(opcodes.GET_YIELD_FROM_ITER, [iterator, value])
        return self.yield_from(iterator, top, wanted)

    def yield_from(self, iterator, top, wanted):
        u = self.u
        u.top = top
        dest = self.dest(wanted)
        u.emit(opcodes.YIELD_FROM, [dest, iterator])
        return dest

    def value_Await(self, node, wanted):
        u = self.u
        if not self.is_top_level_await():
            if not u.in_function():
                raise self.error("'await' outside function")
            if u.kind != ASYNC_FUNCTION and u.kind != COMPREHENSION:
                raise self.error("'await' outside async function")
        top = u.top
        value = self.operand(node.value)
        return self.await_operand(value, 0, top, wanted)

    def await_operand(self, value, where, top, wanted):
        """Awaits an operand; `where` is that of GET_AWAITABLE."""
        u = self.u
        u.top = top
        awaitable = u.temp()
        u.emit(opcodes.GET_AWAITABLE, [awaitable, value, where])
        return self.yield_from(awaitable, top, wanted)


def has_star(elts):
    for elt in elts:
        if isinstance(elt, ast.Starred):
            return True
    return False


def all_constants(operands):
    for operand in operands:
        if operand >= 0:
            return False
    return True


def characters(utf8):
    """The number of characters."""
    count = 0
    for c in utf8:
        if ord(c) & 0xC0 != 0x80:
            count += 1
    return count
