"""Code for the match statement (PEP 634).

The values that a pattern captures stay in temporaries until the whole pattern matches; only then the names are bound.
"""

from interpreter.compiler import opcodes
from interpreter.compiler.unit import Label
from interpreter.objects.wrap import newint, newstr, newtuple
from interpreter.parser import ast
from interpreter import ops


class PatternContext(object):
    """names, registers    what the pattern has captured so far
    fail                   where control goes when it does not match
    irrefutable_allowed    may a pattern that always matches stand here?"""

    def __init__(self, fail, irrefutable_allowed):
        self.names = []
        self.registers = []
        self.fail = fail
        self.irrefutable_allowed = irrefutable_allowed


class CapturedNames(ast.GenericASTVisitor):
    """The names that a pattern binds."""

    def __init__(self):
        self.names = []

    def add(self, name):
        if name is not None and name not in self.names:
            self.names.append(name)

    def visit_MatchStar(self, node):
        self.add(node.name)

    def visit_MatchMapping(self, node):
        for pattern in node.patterns:
            pattern.walkabout(self)
        self.add(node.rest)

    def visit_MatchAs(self, node):
        if node.pattern is not None:
            node.pattern.walkabout(self)
        self.add(node.name)

    def visit_MatchOr(self, node):
        node.patterns[0].walkabout(self)        # the others bind the same


def is_wildcard(pattern):
    return isinstance(pattern, ast.MatchAs) and pattern.pattern is None and pattern.name is None


class MatchStatements(object):
    """A part of the Compiler."""

    def visit_Match(self, node):
        u = self.u
        end = Label()
        subject = u.temp()
        self.into(node.subject, subject)
        last = len(node.cases) - 1
        for i in range(last + 1):
            case = node.cases[i]
            top = u.top
            fail = Label()
            context = PatternContext(fail, case.guard is not None or i == last)
            self.pattern(case.pattern, subject, context)
            u.position = case.pattern
            if is_wildcard(case.pattern) and i == last:
                u.mark_line()
            for j in range(len(context.names)):
                self.store_name(context.names[j], context.registers[j])
            u.top = top
            if case.guard is not None:
                self.jump_if(case.guard, fail, False)
            self.statements(case.body)
            if i < last:
                u.jump(end)
            u.mark(fail)
        u.position = node
        u.mark(end)

    def pattern(self, node, subject, context):
        """Jumps to context.fail if the pattern does not match the object in the register `subject`."""
        u = self.u
        u.position = node           # stays, also for errors found later (as in CPython)
        if isinstance(node, ast.MatchValue):
            self.match_value(node, subject, context)
        elif isinstance(node, ast.MatchSingleton):
            u.emit_jump(opcodes.JUMP_UNLESS_IS, [subject, u.const(node.value)], context.fail)
        elif isinstance(node, ast.MatchSequence):
            self.match_sequence(node, subject, context)
        elif isinstance(node, ast.MatchMapping):
            self.match_mapping(node, subject, context)
        elif isinstance(node, ast.MatchClass):
            self.match_class(node, subject, context)
        elif isinstance(node, ast.MatchStar):
            self.capture(node.name, subject, context)
        elif isinstance(node, ast.MatchAs):
            self.match_as(node, subject, context)
        elif isinstance(node, ast.MatchOr):
            self.match_or(node, subject, context)
        else:
            raise self.error("invalid match pattern node in AST")

    def subpattern(self, node, subject, context):
        """A pattern inside of another: it may always match."""
        allowed = context.irrefutable_allowed
        context.irrefutable_allowed = True
        self.pattern(node, subject, context)
        context.irrefutable_allowed = allowed

    def capture(self, name, register, context):
        if name is None:
            return
        self.refuse_debug(name, False)
        if name in context.names:
            raise self.duplicate_name(name)
        context.names.append(name)
        context.registers.append(register)

    def duplicate_name(self, name):
        return self.error("multiple assignments to name %s in pattern" % quoted(name))

    def match_value(self, node, subject, context):
        u = self.u
        value = node.value
        if not isinstance(value, ast.Constant) and not isinstance(value, ast.Attribute):
            raise self.error("patterns may only match literals and attribute lookups")
        top = u.top
        u.emit_jump(opcodes.JUMP_UNLESS_EQ, [subject, self.operand(value)], context.fail)
        u.top = top

    def match_as(self, node, subject, context):
        name = node.name
        if node.pattern is None:
            if not context.irrefutable_allowed:
                if name is not None:
                    raise self.error("name capture %s makes remaining patterns unreachable" % quoted(name))
                raise self.error("wildcard makes remaining patterns unreachable")
        else:
            self.pattern(node.pattern, subject, context)
        self.capture(name, subject, context)

    def match_or(self, node, subject, context):
        u = self.u
        end = Label()
        finder = CapturedNames()
        node.walkabout(finder)
        names = finder.names
        registers = [u.temp() for name in names]
        top = u.top
        last = len(node.patterns) - 1
        for i in range(last + 1):
            alternative = node.patterns[i]
            u.position = alternative
            fail = Label() if i < last else context.fail
            inner = PatternContext(fail, i == last and context.irrefutable_allowed)
            self.pattern(alternative, subject, inner)
            if len(inner.names) != len(names):
                raise self.error("alternative patterns bind different names")
            for j in range(len(names)):
                found = -1
                for k in range(len(inner.names)):
                    if inner.names[k] == names[j]:
                        found = inner.registers[k]
                if found < 0:
                    raise self.error("alternative patterns bind different names")
                u.emit(opcodes.MOVE, [registers[j], found])
            u.top = top
            if i < last:
                u.jump(end)
                u.mark(fail)
        u.mark(end)
        for j in range(len(names)):
            if names[j] in context.names:
                raise self.duplicate_name(names[j])
            context.names.append(names[j])
            context.registers.append(registers[j])

    # ---- sequences

    def match_sequence(self, node, subject, context):
        u = self.u
        patterns = node.patterns
        size = len(patterns)
        star = -1
        only_wildcards = True
        star_is_wildcard = False
        for i in range(size):
            pattern = patterns[i]
            if isinstance(pattern, ast.MatchStar):
                if star >= 0:
                    raise self.error("multiple starred names in sequence pattern")
                star = i
                star_is_wildcard = pattern.name is None
                only_wildcards = only_wildcards and star_is_wildcard
            else:
                only_wildcards = only_wildcards and is_wildcard(pattern)
        self.test(opcodes.MATCH_SEQUENCE, subject, context)
        if star < 0:
            self.test_length(subject, opcodes.JUMP_UNLESS_EQ, size, context)
        elif size > 1:
            self.test_length(subject, opcodes.JUMP_UNLESS_GE, size - 1, context)
        if only_wildcards:
            return
        if star_is_wildcard:
            for i in range(size):
                if i != star and not is_wildcard(patterns[i]):
                    self.subpattern(patterns[i], self.item(subject, i, star, size), context)
            return
        items = [u.temp() for pattern in patterns]
        if star >= 0:
            u.emit(opcodes.UNPACK_EX, [subject, star, size] + items)
        else:
            u.emit(opcodes.UNPACK_SEQUENCE, [subject, size] + items)
        for i in range(size):
            self.subpattern(patterns[i], items[i], context)

    def item(self, subject, i, star, size):
        """The item for pattern i, counted from the end if it comes after the star."""
        u = self.u
        item = u.temp()
        if i < star:
            index = u.const(newint(i))
        else:
            index = u.temp()
            u.emit(opcodes.GET_LEN, [index, subject])
            u.emit(opcodes.BINARY_SUB, [index, index, u.const(newint(size - i))])
        u.emit(opcodes.LOAD_SUBSCR, [item, subject, index])
        return item

    def test(self, op, subject, context):
        u = self.u
        result = u.temp()
        u.emit(op, [result, subject])
        u.emit_jump(opcodes.JUMP_IF_FALSE, [result], context.fail)
        u.top -= 1

    def test_length(self, subject, jump, length, context):
        u = self.u
        result = u.temp()
        u.emit(opcodes.GET_LEN, [result, subject])
        u.emit_jump(jump, [result, u.const(newint(length))], context.fail)
        u.top -= 1

    # ---- mappings

    def match_mapping(self, node, subject, context):
        u = self.u
        size = len(node.keys)
        rest = node.rest
        if size != len(node.patterns):
            raise self.error("keys (%d) / patterns (%d) length mismatch in mapping pattern" % (size, len(node.patterns)))
        self.test(opcodes.MATCH_MAPPING, subject, context)
        if size == 0 and rest is None:
            return
        if size > 0:
            self.test_length(subject, opcodes.JUMP_UNLESS_GE, size, context)
        keys = u.temp()
        values = u.temp()
        top = u.top
        seen_w = []
        operands = []
        for key in node.keys:
            if key is None:
                raise self.error("can't use NULL keys in MatchMapping (set 'rest' parameter instead)")
            if isinstance(key, ast.Constant):
                for w_key in seen_w:
                    if ops.eq_w(w_key, key.value):
                        raise self.error("mapping pattern checks duplicate key (%s)" % ops.repr_w(key.value))
                seen_w.append(key.value)
            elif not isinstance(key, ast.Attribute):
                raise self.error("mapping pattern keys may only match literals and attribute lookups")
            operands.append(self.operand(key))
        u.emit(opcodes.BUILD_TUPLE, [keys, size] + operands)
        u.top = top
        u.emit(opcodes.MATCH_KEYS, [values, subject, keys])
        u.emit_jump(opcodes.JUMP_IF_NONE, [values], context.fail)
        items = [u.temp() for key in node.keys]
        u.emit(opcodes.UNPACK_SEQUENCE, [values, size] + items)
        for i in range(size):
            self.subpattern(node.patterns[i], items[i], context)
        if rest is not None:
            remaining = u.temp()
            u.emit(opcodes.BUILD_MAP, [remaining, 0])
            u.emit(opcodes.DICT_UPDATE, [remaining, subject])
            top = u.top
            key_registers = [u.temp() for key in node.keys]
            u.emit(opcodes.UNPACK_SEQUENCE, [keys, size] + key_registers)
            for register in key_registers:
                u.emit(opcodes.DELETE_SUBSCR, [remaining, register])
            u.top = top
            self.capture(rest, remaining, context)

    # ---- classes

    def match_class(self, node, subject, context):
        u = self.u
        positional = len(node.patterns)
        names = node.kwd_attrs
        if len(names) != len(node.kwd_patterns):
            raise self.error("kwd_attrs (%d) / kwd_patterns (%d) length mismatch in class pattern" % (
                len(names), len(node.kwd_patterns)))
        for i in range(len(names)):
            u.position = node.kwd_patterns[i]
            self.refuse_debug(names[i], False)
            for j in range(i + 1, len(names)):
                if names[i] == names[j]:
                    u.position = node.kwd_patterns[j]
                    raise self.error("attribute name repeated in class pattern: %s" % names[i])
        u.position = node
        values = u.temp()
        top = u.top
        cls = self.operand(node.cls)
        name_tuple = u.const(newtuple([newstr(name) for name in names][:]))
        u.emit(opcodes.MATCH_CLASS, [values, subject, cls, positional, name_tuple])
        u.top = top
        u.emit_jump(opcodes.JUMP_IF_NONE, [values], context.fail)
        size = positional + len(names)
        if size == 0:
            return
        items = [u.temp() for i in range(size)]
        u.emit(opcodes.UNPACK_SEQUENCE, [values, size] + items)
        for i in range(positional):
            self.subpattern(node.patterns[i], items[i], context)
        for i in range(len(names)):
            self.subpattern(node.kwd_patterns[i], items[positional + i], context)


def is_wildcard(node):
    return isinstance(node, ast.MatchAs) and node.pattern is None and node.name is None


def quoted(name):
    """The repr of an identifier."""
    return "'" + name + "'"
