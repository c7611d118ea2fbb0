"""Code for functions, classes, lambdas and comprehensions: everything that makes a code object of its own."""

from interpreter.compiler import opcodes, symtable
from interpreter.compiler.assemble import assemble
from interpreter.compiler.codegen_expr import all_constants
from interpreter.compiler.codegen_names import ANY
from interpreter.compiler.unit import (Unit, Label, SAME_POSITION, MODULE, CLASS, FUNCTION, ASYNC_FUNCTION, LAMBDA, COMPREHENSION)
from interpreter.compiler.unparse import unparse
from interpreter.objects.code import (CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR,
                                      CO_COROUTINE, CO_ASYNC_GENERATOR)
from interpreter.objects.str import W_Str
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.wrap import w_None, newstr, newtuple
from interpreter.parser import ast


class Functions(object):
    """A part of the Compiler."""

    # ---- entering and leaving a unit

    def enter(self, node, kind, name, firstlineno):
        scope = self.symtable.scope_of[node]
        parent = self.u
        u = Unit(scope, kind, name, self.qualified_name(kind, name), parent.private, firstlineno, parent)
        if kind == CLASS:
            u.private = name
        u.position = self.line_position(firstlineno)
        self.u = u
        return u

    def leave(self):
        """Finishes the unit: its code object."""
        u = self.u
        w_code = assemble(u, self.code_flags(u), self.filename)
        self.u = u.parent
        return w_code

    def line_position(self, lineno):
        position = ast.AST()
        position.lineno = position.end_lineno = lineno
        return position

    def qualified_name(self, kind, name):
        parent = self.u
        if parent.parent is None:
            return name
        if kind == FUNCTION or kind == ASYNC_FUNCTION or kind == CLASS:
            if parent.scope.lookup(self.mangle(name)) == symtable.GLOBAL_EXPLICIT:
                return name
        if parent.kind == FUNCTION or parent.kind == ASYNC_FUNCTION or parent.kind == LAMBDA:
            return parent.qualname + '.<locals>.' + name
        return parent.qualname + '.' + name

    def code_flags(self, u):
        scope = u.scope
        flags = self.future_flags
        if scope.kind == symtable.FUNCTION_BLOCK:
            flags |= CO_OPTIMIZED | CO_NEWLOCALS
            if scope.nested:
                flags |= CO_NESTED
            if scope.is_generator and scope.is_coroutine:
                flags |= CO_ASYNC_GENERATOR
            elif scope.is_generator:
                flags |= CO_GENERATOR
            elif scope.is_coroutine:
                flags |= CO_COROUTINE
            if scope.has_varargs:
                flags |= CO_VARARGS
            if scope.has_varkeywords:
                flags |= CO_VARKEYWORDS
        elif u.kind == MODULE and scope.is_coroutine and self.allows_top_level_await:
            flags |= CO_COROUTINE
        return flags

    # ---- functions

    def visit_FunctionDef(self, node):
        self.function(node, FUNCTION, node.name, node.args, node.returns, node.decorator_list, node.body)

    def visit_AsyncFunctionDef(self, node):
        self.function(node, ASYNC_FUNCTION, node.name, node.args, node.returns, node.decorator_list, node.body)

    def function(self, node, kind, name, args, returns, decorators, body):
        u = self.u
        self.refuse_debug_parameters(args)
        decorator_operands = self.decorators(decorators)
        firstlineno = node.lineno
        if len(decorators) > 0:
            firstlineno = decorators[0].lineno
        defaults, kwdefaults = self.defaults(args)
        annotations = self.annotations(args, returns)
        self.enter(node, kind, name, firstlineno)
        self.count_parameters(args)
        self.u.const(self.docstring(body))
        if len(body) > 0 and is_docstring(body[0]):
            self.statements(body[1:])
        else:
            self.statements(body)
        self.return_none()
        w_code = self.leave()
        register = self.register_of_name(name)
        if len(decorators) > 0 or register < 0:
            result = u.temp()
        else:
            self.refuse_debug(name, False)
            result = register
        self.make_function(w_code, defaults, kwdefaults, annotations, u.top, result)
        self.apply_decorators(decorators, decorator_operands, result)
        if register < 0 or len(decorators) > 0:
            self.store_name(name, result)

    def register_of_name(self, name):
        mangled = self.mangle(name)
        u = self.u
        if u.in_function() and u.scope.lookup(mangled) == symtable.LOCAL:
            return u.local(mangled)
        return -1

    def decorators(self, decorators):
        """The operands of the decorators, evaluated in order."""
        u = self.u
        position = u.position
        result = []
        for decorator in decorators:
            u.position = decorator
            u.mark_line()
            operand = self.operand(decorator)
            if u.scope.has_walrus:              # the other decorators, the defaults and annotations may bind the variables
                operand = self.copied(operand)
            result.append(operand)
        u.position = position
        return result

    def apply_decorators(self, decorators, operands, result):
        u = self.u
        position = u.position
        for i in range(len(decorators) - 1, -1, -1):
            u.position = decorators[i]
            u.emit(opcodes.CALL, [result, operands[i], 1, result])
        u.position = position

    def refuse_debug_parameters(self, args):
        for arg in args.posonlyargs:
            self.refuse_debug_parameter(arg)
        for arg in args.args:
            self.refuse_debug_parameter(arg)
        self.refuse_debug_parameter(args.vararg)
        for arg in args.kwonlyargs:
            self.refuse_debug_parameter(arg)
        self.refuse_debug_parameter(args.kwarg)

    def refuse_debug_parameter(self, arg):
        if arg is not None:
            self.refuse_debug(arg.arg, False)

    def count_parameters(self, args):
        u = self.u
        u.argcount = len(args.posonlyargs) + len(args.args)
        u.posonlyargcount = len(args.posonlyargs)
        u.kwonlyargcount = len(args.kwonlyargs)

    def docstring(self, body):
        """The docstring, or None."""
        if self.optimize >= 2 or len(body) == 0:
            return w_None
        stmt = body[0]
        if isinstance(stmt, ast.Expr) and is_docstring(stmt):
            value = stmt.value
            assert isinstance(value, ast.Constant)
            return value.value
        return w_None

    def return_none(self):
        """What a body does at its end."""
        self.u.emit_at(SAME_POSITION, opcodes.RETURN, [self.none()])

    def defaults(self, args):
        """The operands of the tuple of defaults and of the dict of keyword-only defaults."""
        u = self.u
        defaults = kwdefaults = self.none()
        later = []
        for i in range(len(args.kw_defaults)):
            if args.kw_defaults[i] is not None:
                later.append(args.kw_defaults[i])
        if len(args.defaults) > 0:
            top = u.top
            operands = self.operands(args.defaults)
            u.top = top
            if all_constants(operands):
                defaults = self.constant_tuple(operands)
            else:
                defaults = u.temp()
                u.emit(opcodes.BUILD_TUPLE, [defaults, len(operands)] + operands)
        if len(later) > 0:
            kwdefaults = u.temp()
            top = u.top
            operands = self.operands(later)
            pairs = []
            j = 0
            for i in range(len(args.kw_defaults)):
                if args.kw_defaults[i] is not None:
                    pairs.append(u.const(newstr(self.mangle(args.kwonlyargs[i].arg))))
                    pairs.append(operands[j])
                    j += 1
            u.emit(opcodes.BUILD_MAP, [kwdefaults, len(operands)] + pairs)
            u.top = top
        return defaults, kwdefaults

    def annotations(self, args, returns):
        """The operand of the tuple name, annotation, name, annotation, ... or None."""
        u = self.u
        names = []
        nodes = []
        for arg in args.args:
            collect_annotation(arg, names, nodes)
        for arg in args.posonlyargs:
            collect_annotation(arg, names, nodes)
        collect_annotation(args.vararg, names, nodes)
        for arg in args.kwonlyargs:
            collect_annotation(arg, names, nodes)
        collect_annotation(args.kwarg, names, nodes)
        if returns is not None:
            names.append('return')
            nodes.append(returns)
        if len(nodes) == 0:
            return self.none()
        result = u.temp()
        top = u.top
        operands = []
        for i in range(len(nodes)):
            operands.append(u.const(newstr(self.mangle(names[i]))))
            operands.append(self.protect_from_all(self.annotation(nodes[i]), nodes, i + 1))
        if all_constants(operands):
            u.top = top - 1
            return self.constant_tuple(operands)
        u.emit(opcodes.BUILD_TUPLE, [result, len(operands)] + operands)
        u.top = top
        return result

    def annotation(self, node):
        """The operand of an annotation: the object, or its source under `from __future__ import annotations`."""
        if self.annotations_are_strings:
            return self.u.const(newstr(unparse(node)))
        if isinstance(node, ast.Starred):               # *args: *Ts
            u = self.u
            result = u.temp()
            u.emit(opcodes.UNPACK_SEQUENCE, [self.operand(node.value), 1, result])
            return result
        return self.operand(node)

    def make_function(self, w_code, defaults, kwdefaults, annotations, top, wanted):
        """The function as wanted; gives the temporaries from `top` on back."""
        u = self.u
        closure = self.none()
        if len(w_code.freevars) > 0:
            closure = u.temp()
            cells = []
            for name in w_code.freevars:
                cells.append(u.cell_for_inner(name))
            u.emit(opcodes.BUILD_TUPLE, [closure, len(cells)] + cells)
        u.top = top
        dest = self.dest(wanted)
        u.emit(opcodes.MAKE_FUNCTION, [dest, u.const(w_code), defaults, kwdefaults, annotations, closure])
        return dest

    def value_Lambda(self, node, wanted):
        u = self.u
        top = u.top
        self.refuse_debug_parameters(node.args)
        defaults, kwdefaults = self.defaults(node.args)
        inner = self.enter(node, LAMBDA, '<lambda>', node.lineno)
        self.count_parameters(node.args)
        inner.const(w_None)
        value = self.operand(node.body)
        inner.position = node.body
        inner.emit(opcodes.RETURN, [value])
        w_code = self.leave()
        return self.make_function(w_code, defaults, kwdefaults, self.none(), top, wanted)

    # ---- classes

    def visit_ClassDef(self, node):
        u = self.u
        decorator_operands = self.decorators(node.decorator_list)
        firstlineno = node.lineno
        if len(node.decorator_list) > 0:
            firstlineno = node.decorator_list[0].lineno
        inner = self.enter(node, CLASS, node.name, firstlineno)
        value = inner.temp()
        inner.emit(opcodes.LOAD_NAME, [value, inner.name_index('__name__'), inner.global_cache('__name__')])
        self.store_name('__module__', value)
        inner.top = 0
        self.store_name('__qualname__', inner.const(newstr(inner.qualname)))
        self.body_in_namespace(node.body)
        result = self.none()
        if inner.scope.needs_class_cell:
            result = inner.cell_for_inner('__class__')
            inner.position = SAME_POSITION
            self.store_name('__classcell__', result)
        inner.emit_at(SAME_POSITION, opcodes.RETURN, [result])
        w_code = self.leave()
        builder = u.temp()
        u.emit(opcodes.LOAD_BUILD_CLASS, [builder])
        body = self.make_function(w_code, self.none(), self.none(), self.none(), u.top, ANY)
        name = u.const(newstr(node.name))
        top = u.top
        result = u.temp()
        self.check_keywords(node.keywords)
        self.call(builder, [body, name], node.bases, node.keywords, top, result)
        self.apply_decorators(node.decorator_list, decorator_operands, result)
        self.store_name(node.name, result)

    def body_in_namespace(self, body):
        """The body of a module or class."""
        u = self.u
        if len(body) == 0:
            return
        if has_annotations(body):
            u.emit(opcodes.SETUP_ANNOTATIONS, [])
        if u.kind == CLASS or not self.interactive:
            w_doc = self.docstring(body)
            if w_doc is not w_None:
                u.position = body[0]
                self.store_name('__doc__', u.const(w_doc))
        self.statements(body)

    # ---- comprehensions

    def value_ListComp(self, node, wanted):
        return self.comprehension(node, '<listcomp>', symtable.LIST_COMPREHENSION, node.generators, node.elt, None, wanted)

    def value_SetComp(self, node, wanted):
        return self.comprehension(node, '<setcomp>', symtable.SET_COMPREHENSION, node.generators, node.elt, None, wanted)

    def value_DictComp(self, node, wanted):
        return self.comprehension(node, '<dictcomp>', symtable.DICT_COMPREHENSION, node.generators, node.key, node.value,
                                  wanted)

    def value_GeneratorExp(self, node, wanted):
        return self.comprehension(node, '<genexpr>', symtable.GENERATOR_EXPRESSION, node.generators, node.elt, None, wanted)

    def comprehension(self, node, name, kind, generators, elt, value, wanted):
        outer = self.u
        outermost = generators[0]
        scope = self.symtable.scope_of[node]
        is_async = scope.is_coroutine
        top_level_await = self.is_top_level_await()
        if (is_async and kind != symtable.GENERATOR_EXPRESSION and outer.kind != ASYNC_FUNCTION and
                outer.kind != COMPREHENSION and not top_level_await):
            raise self.error("asynchronous comprehension outside of an asynchronous function")
        if is_async and top_level_await:
            outer.scope.is_coroutine = True
        inner = self.enter(node, COMPREHENSION, name, node.lineno)
        inner.position = node
        inner.const(w_None)
        inner.argcount = 1
        result = -1
        if kind == symtable.LIST_COMPREHENSION:
            result = inner.temp()
            inner.emit(opcodes.BUILD_LIST, [result, 0])
        elif kind == symtable.SET_COMPREHENSION:
            result = inner.temp()
            inner.emit(opcodes.BUILD_SET, [result, 0])
        elif kind == symtable.DICT_COMPREHENSION:
            result = inner.temp()
            inner.emit(opcodes.BUILD_MAP, [result, 0])
        self.comprehension_loop(kind, generators, 0, elt, value, result)
        if result < 0:
            self.return_none()
        else:
            inner.emit(opcodes.RETURN, [result])
        w_code = self.leave()
        top = outer.top
        function = self.make_function(w_code, self.none(), self.none(), self.none(), top, ANY)
        op = opcodes.GET_AITER if outermost.is_async else opcodes.GET_ITER
        iterator = self.get_iterator(outermost.iter, op)
        outer.top = top
        if is_async and kind != symtable.GENERATOR_EXPRESSION:
            coroutine = outer.temp()
            outer.emit(opcodes.CALL, [coroutine, function, 1, iterator])
            return self.await_operand(coroutine, 0, top, wanted)
        dest = self.dest(wanted)
        outer.emit(opcodes.CALL, [dest, function, 1, iterator])
        return dest

    def comprehension_loop(self, kind, generators, index, elt, value, result):
        """The loop over generators[index], with all that is in it."""
        u = self.u
        generator = generators[index]
        if generator.is_async:
            self.async_comprehension_loop(kind, generators, index, elt, value, result)
            return
        top = u.top
        skip = Label()
        end = Label()
        single = None
        if index > 0:
            single = single_item(generator.iter)
        if single is not None:              # `for x in [e]` is an assignment
            register = self.register_of(generator.target)
            if register >= 0:
                self.into(single, register)
            else:
                self.store(generator.target, self.operand(single))
            self.comprehension_inner(kind, generators, index, elt, value, result, skip)
            u.mark(skip)
            u.top = top
            return
        if index == 0:
            iterator = u.local('.0')
        else:
            iterator = self.get_iterator(generator.iter, opcodes.GET_ITER)
        start = Label()
        u.mark(start)
        self.for_iter(generator.target, iterator, end)
        self.comprehension_inner(kind, generators, index, elt, value, result, skip)
        u.mark(skip)
        u.jump_back(start)
        u.mark(end)
        u.top = top

    def async_comprehension_loop(self, kind, generators, index, elt, value, result):
        u = self.u
        generator = generators[index]
        top = u.top
        skip = Label()
        end = Label()
        start = Label()
        if index == 0:
            iterator = u.local('.0')
        else:
            iterator = self.get_iterator(generator.iter, opcodes.GET_AITER)
        u.mark(start)
        handler = self.async_next(generator.target, iterator)
        self.comprehension_inner(kind, generators, index, elt, value, result, skip)
        u.mark(skip)
        u.jump_back(start)
        self.end_async_for(handler, generator.iter, end)
        u.mark(end)
        u.top = top

    def comprehension_inner(self, kind, generators, index, elt, value, result, skip):
        """The conditions of generators[index], then the next loop or the element."""
        u = self.u
        for condition in generators[index].ifs:
            self.jump_if(condition, skip, False)
        if index + 1 < len(generators):
            self.comprehension_loop(kind, generators, index + 1, elt, value, result)
            return
        top = u.top
        position = u.position
        if kind == symtable.GENERATOR_EXPRESSION:
            operand = self.operand(elt)
            u.position = elt
            u.top = top
            u.emit(opcodes.YIELD, [u.temp(), operand])
        elif kind == symtable.DICT_COMPREHENSION:
            assert value is not None
            key = self.operand_then(elt, value)
            operand = self.operand(value)
            u.position = elt
            u.emit(opcodes.MAP_ADD, [result, key, operand])
        else:
            operand = self.operand(elt)
            u.position = elt
            u.emit(opcodes.LIST_APPEND if kind == symtable.LIST_COMPREHENSION else opcodes.SET_ADD, [result, operand])
        u.position = position
        u.top = top


def is_docstring(stmt):
    """Is the statement nothing but a string?"""
    if not isinstance(stmt, ast.Expr):
        return False
    value = stmt.value
    return isinstance(value, ast.Constant) and isinstance(value.value, W_Str)


def collect_annotation(arg, names, nodes):
    if arg is not None and arg.annotation is not None:
        names.append(arg.arg)
        nodes.append(arg.annotation)


def single_item(node):
    """The only item of a display that is iterated over, or None."""
    elt = None
    if isinstance(node, ast.Tuple) and len(node.elts) == 1:
        elt = node.elts[0]
    elif isinstance(node, ast.List) and len(node.elts) == 1:
        elt = node.elts[0]
    elif isinstance(node, ast.Constant):
        w_value = node.value
        if isinstance(w_value, W_Tuple) and len(w_value.items) == 1:
            return ast.Constant(w_value.items[0], None, node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)
    if isinstance(elt, ast.Starred):
        return None
    return elt


class AnnotationFinder(ast.ASTVisitor):
    """Is there an annotated assignment in a body, outside of nested functions and classes?"""

    def __init__(self):
        self.found = False

    def visit_unexpected(self, node):
        pass

    def all(self, body):
        for stmt in body:
            stmt.walkabout(self)

    def visit_AnnAssign(self, node):
        self.found = True

    def visit_For(self, node):
        self.all(node.body)
        self.all(node.orelse)

    def visit_AsyncFor(self, node):
        self.all(node.body)
        self.all(node.orelse)

    def visit_While(self, node):
        self.all(node.body)
        self.all(node.orelse)

    def visit_If(self, node):
        self.all(node.body)
        self.all(node.orelse)

    def visit_Match(self, node):
        for case in node.cases:
            self.all(case.body)

    def visit_With(self, node):
        self.all(node.body)

    def visit_AsyncWith(self, node):
        self.all(node.body)

    def visit_Try(self, node):
        self.try_parts(node.body, node.handlers, node.orelse, node.finalbody)

    def visit_TryStar(self, node):
        self.try_parts(node.body, node.handlers, node.orelse, node.finalbody)

    def try_parts(self, body, handlers, orelse, finalbody):
        self.all(body)
        for handler in handlers:
            assert isinstance(handler, ast.ExceptHandler)
            self.all(handler.body)
        self.all(orelse)
        self.all(finalbody)


def has_annotations(body):
    finder = AnnotationFinder()
    finder.all(body)
    return finder.found
