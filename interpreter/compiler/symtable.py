"""The symbol tables: to which scope every name of a module belongs.

`SymbolTable(mod, filename, annotations_are_strings)` walks through the tree once and collects, for each
block (module, class, function, lambda, comprehension), how each name is used.  A second pass over the blocks decides
what each name is: LOCAL, CELL, FREE, GLOBAL_EXPLICIT or GLOBAL_IMPLICIT.  The rules, and the errors, are CPython 3.11's
(The Python Language Reference, 4.2; PEP 227, 3104, 3135, 572).
"""

from interpreter.parser import ast
from interpreter.parser.error import ParseError
from interpreter.compiler.mangle import mangle

# how a name is used in a block
DEF_GLOBAL = 1              # in a global statement
DEF_LOCAL = 2               # assigned
DEF_PARAM = 4
DEF_NONLOCAL = 8            # in a nonlocal statement
USE = 16
DEF_FREE_CLASS = 64         # free in a nested block, and bound or global in this class
DEF_IMPORT = 128
DEF_ANNOT = 256
DEF_COMP_ITER = 512         # the iteration variable of a comprehension
DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT

# what a name is
UNKNOWN, LOCAL, GLOBAL_EXPLICIT, GLOBAL_IMPLICIT, FREE, CELL = range(6)

# the kinds of blocks
MODULE_BLOCK, CLASS_BLOCK, FUNCTION_BLOCK, ANNOTATION_BLOCK = range(4)

# the kinds of comprehensions
NO_COMPREHENSION, LIST_COMPREHENSION, SET_COMPREHENSION, DICT_COMPREHENSION, GENERATOR_EXPRESSION = range(5)

_COMPREHENSION_NAMES = ['', 'list comprehension', 'set comprehension', 'dict comprehension', 'generator expression']


def syntax_error(filename, msg, node):
    """The ParseError for a SyntaxError at the range of `node`."""
    return ParseError('SyntaxError', msg, filename, node.lineno, node.col_offset + 1, None,
                      node.end_lineno, node.end_col_offset + 1)


class Directive(object):
    """A name in a global or nonlocal statement, and where it stands."""

    def __init__(self, name, node):
        self.name = name
        self.node = node


class Scope(object):
    """One block.

    names       the names in the order in which they are first met
    symbols     name -> DEF_... and USE flags
    scopes      name -> LOCAL, CELL, ...; valid after the analysis
    deleted     names that a `del` statement or the end of an except clause unbinds
    """

    def __init__(self, name, kind, node, parent):
        self.name = name
        self.kind = kind
        self.node = node
        self.names = []
        self.symbols = {}
        self.scopes = {}
        self.varnames = []
        self.children = []
        self.directives = []
        self.deleted = {}
        self.nested = parent is not None and (parent.nested or parent.kind == FUNCTION_BLOCK)
        self.is_generator = False
        self.is_coroutine = False
        self.has_varargs = False
        self.has_varkeywords = False
        self.has_walrus = False                 # in this very block
        self.has_free = False
        self.child_has_free = False
        self.needs_class_cell = False
        self.comprehension = NO_COMPREHENSION
        self.in_iteration_target = False
        self.in_iteration_expr = 0 if parent is None else parent.in_iteration_expr

    def flags(self, name):
        """The flags of the mangled `name`, 0 if it does not occur."""
        return self.symbols.get(name, 0)

    def lookup(self, name):
        """What the mangled `name` is."""
        return self.scopes.get(name, UNKNOWN)

    def sorted_names(self, wanted, extra_flag):
        """The names that are `wanted` (CELL, FREE) or have `extra_flag`, in alphabetical order."""
        result = []
        for name in self.names:
            if self.scopes[name] == wanted or self.symbols[name] & extra_flag:
                result.append(name)
        sort_strings(result)
        return result


def sort_strings(names):
    """Sorts a list of str in place; the lists here are short."""
    for i in range(1, len(names)):
        name = names[i]
        j = i - 1
        while j >= 0 and names[j] > name:
            names[j + 1] = names[j]
            j -= 1
        names[j + 1] = name


class SymbolTable(ast.GenericASTVisitor):
    """Builds and holds the scopes of one module."""

    def __init__(self, mod, filename, annotations_are_strings):
        self.filename = filename
        self.annotations_are_strings = annotations_are_strings
        self.scope_of = {}                      # node -> Scope
        self.stack = []
        self.private = None
        self.top = self.current = Scope('top', MODULE_BLOCK, mod, None)
        self.stack.append(self.top)
        self.scope_of[mod] = self.top
        mod.walkabout(self)
        analyze_block(self, self.top, None, {}, {})

    # ---- blocks

    def enter(self, name, kind, node):
        scope = Scope(name, kind, node, self.current)
        self.scope_of[node] = scope
        if kind != ANNOTATION_BLOCK:            # an annotation that becomes a string binds nothing
            self.current.children.append(scope)
        self.stack.append(scope)
        self.current = scope
        return scope

    def leave(self):
        self.stack.pop()
        self.current = self.stack[len(self.stack) - 1]

    def error(self, msg, node):
        return syntax_error(self.filename, msg, node)

    def add(self, name, flag, node):
        self.add_to(self.current, name, flag, node)

    def add_to(self, scope, name, flag, node):
        mangled = mangle(self.private, name)
        if mangled in scope.symbols:
            old = scope.symbols[mangled]
            if flag & DEF_PARAM and old & DEF_PARAM:
                raise self.error("duplicate argument '%s' in function definition" % name, node)
            flags = old | flag
        else:
            flags = flag
            scope.names.append(mangled)
        if scope.in_iteration_target:
            if flags & (DEF_GLOBAL | DEF_NONLOCAL):
                raise self.error("comprehension inner loop cannot rebind assignment expression target '%s'" % name, node)
            flags |= DEF_COMP_ITER
        scope.symbols[mangled] = flags
        if flag & DEF_PARAM:
            scope.varnames.append(mangled)
        elif flag & DEF_GLOBAL:
            top = self.top
            if mangled in top.symbols:
                top.symbols[mangled] |= flag
            else:
                top.symbols[mangled] = flag
                top.names.append(mangled)

    def visit_all(self, nodes):
        for node in nodes:
            if node is not None:
                node.walkabout(self)

    # ---- definitions

    def visit_FunctionDef(self, node):
        self.function(node, node.name, node.args, node.returns, node.decorator_list, node.body, False)

    def visit_AsyncFunctionDef(self, node):
        self.function(node, node.name, node.args, node.returns, node.decorator_list, node.body, True)

    def function(self, node, name, args, returns, decorators, body, is_async):
        self.add(name, DEF_LOCAL, node)
        self.visit_all(args.defaults)
        self.visit_all(args.kw_defaults)
        self.annotations(args, returns)
        self.visit_all(decorators)
        scope = self.enter(name, FUNCTION_BLOCK, node)
        scope.is_coroutine = is_async
        self.parameters(args)
        self.visit_all(body)
        self.leave()

    def visit_Lambda(self, node):
        self.visit_all(node.args.defaults)
        self.visit_all(node.args.kw_defaults)
        self.enter('lambda', FUNCTION_BLOCK, node)
        self.parameters(node.args)
        node.body.walkabout(self)
        self.leave()

    def parameters(self, args):
        for arg in args.posonlyargs:
            self.add(arg.arg, DEF_PARAM, arg)
        for arg in args.args:
            self.add(arg.arg, DEF_PARAM, arg)
        for arg in args.kwonlyargs:
            self.add(arg.arg, DEF_PARAM, arg)
        if args.vararg is not None:
            self.add(args.vararg.arg, DEF_PARAM, args.vararg)
            self.current.has_varargs = True
        if args.kwarg is not None:
            self.add(args.kwarg.arg, DEF_PARAM, args.kwarg)
            self.current.has_varkeywords = True

    def annotations(self, args, returns):
        for arg in args.posonlyargs:
            self.annotation(arg.annotation)
        for arg in args.args:
            self.annotation(arg.annotation)
        if args.vararg is not None:
            self.annotation(args.vararg.annotation)
        if args.kwarg is not None:
            self.annotation(args.kwarg.annotation)
        for arg in args.kwonlyargs:
            self.annotation(arg.annotation)
        self.annotation(returns)

    def annotation(self, node):
        if node is None:
            return
        if self.annotations_are_strings:
            self.enter('_annotation', ANNOTATION_BLOCK, node)
            node.walkabout(self)
            self.leave()
        else:
            node.walkabout(self)

    def visit_ClassDef(self, node):
        self.add(node.name, DEF_LOCAL, node)
        self.visit_all(node.bases)
        for keyword in node.keywords:
            keyword.value.walkabout(self)
        self.visit_all(node.decorator_list)
        self.enter(node.name, CLASS_BLOCK, node)
        outer_private = self.private
        self.private = node.name
        self.visit_all(node.body)
        self.private = outer_private
        self.leave()

    # ---- statements

    def visit_AnnAssign(self, node):
        target = node.target
        if isinstance(target, ast.Name):
            flags = self.current.flags(mangle(self.private, target.id))
            if flags & (DEF_GLOBAL | DEF_NONLOCAL) and self.current is not self.top and node.simple:
                if flags & DEF_GLOBAL:
                    raise self.error("annotated name '%s' can't be global" % target.id, node)
                raise self.error("annotated name '%s' can't be nonlocal" % target.id, node)
            if node.simple:
                self.add(target.id, DEF_ANNOT | DEF_LOCAL, target)
            elif node.value is not None:
                self.add(target.id, DEF_LOCAL, target)
        else:
            target.walkabout(self)
        self.annotation(node.annotation)
        if node.value is not None:
            node.value.walkabout(self)

    def visit_Try(self, node):
        self.try_parts(node.body, node.orelse, node.handlers, node.finalbody)

    def visit_TryStar(self, node):
        self.try_parts(node.body, node.orelse, node.handlers, node.finalbody)

    def try_parts(self, body, orelse, handlers, finalbody):
        self.visit_all(body)
        self.visit_all(orelse)
        for handler in handlers:
            handler.walkabout(self)
        self.visit_all(finalbody)

    def visit_ExceptHandler(self, node):
        if node.type is not None:
            node.type.walkabout(self)
        if node.name is not None:
            self.add(node.name, DEF_LOCAL, node)
            self.current.deleted[mangle(self.private, node.name)] = True
        self.visit_all(node.body)

    def visit_Import(self, node):
        for alias in node.names:
            self.imported(alias)

    def visit_ImportFrom(self, node):
        for alias in node.names:
            self.imported(alias)

    def imported(self, alias):
        name = alias.asname
        if name is None:
            name = alias.name
            if name == '*':
                if self.current.kind != MODULE_BLOCK:
                    raise self.error("import * only allowed at module level", alias)
                return
            dot = name.find('.')
            if dot >= 0:
                name = name[:dot]
        self.add(name, DEF_IMPORT, alias)

    def visit_Global(self, node):
        for name in node.names:
            flags = self.current.flags(mangle(self.private, name))
            if flags & (DEF_PARAM | DEF_LOCAL | USE | DEF_ANNOT):
                if flags & DEF_PARAM:
                    msg = "name '%s' is parameter and global" % name
                elif flags & USE:
                    msg = "name '%s' is used prior to global declaration" % name
                elif flags & DEF_ANNOT:
                    msg = "annotated name '%s' can't be global" % name
                else:
                    msg = "name '%s' is assigned to before global declaration" % name
                raise self.error(msg, node)
            self.add(name, DEF_GLOBAL, node)
            self.current.directives.append(Directive(mangle(self.private, name), node))

    def visit_Nonlocal(self, node):
        for name in node.names:
            flags = self.current.flags(mangle(self.private, name))
            if flags & (DEF_PARAM | DEF_LOCAL | USE | DEF_ANNOT):
                if flags & DEF_PARAM:
                    msg = "name '%s' is parameter and nonlocal" % name
                elif flags & USE:
                    msg = "name '%s' is used prior to nonlocal declaration" % name
                elif flags & DEF_ANNOT:
                    msg = "annotated name '%s' can't be nonlocal" % name
                else:
                    msg = "name '%s' is assigned to before nonlocal declaration" % name
                raise self.error(msg, node)
            self.add(name, DEF_NONLOCAL, node)
            self.current.directives.append(Directive(mangle(self.private, name), node))

    # ---- patterns

    def visit_MatchStar(self, node):
        if node.name is not None:
            self.add(node.name, DEF_LOCAL, node)

    def visit_MatchMapping(self, node):
        self.visit_all(node.keys)
        for pattern in node.patterns:
            pattern.walkabout(self)
        if node.rest is not None:
            self.add(node.rest, DEF_LOCAL, node)

    def visit_MatchAs(self, node):
        if node.pattern is not None:
            node.pattern.walkabout(self)
        if node.name is not None:
            self.add(node.name, DEF_LOCAL, node)

    # ---- expressions

    def visit_Name(self, node):
        if node.ctx == ast.Load:
            self.add(node.id, USE, node)
            if node.id == 'super' and self.current.kind == FUNCTION_BLOCK:
                self.add('__class__', USE, node)
        else:
            self.add(node.id, DEF_LOCAL, node)
            if node.ctx == ast.Del:
                self.current.deleted[mangle(self.private, node.id)] = True

    def visit_NamedExpr(self, node):
        self.refuse_in_annotation("named expression", node)
        scope = self.current
        if scope.in_iteration_expr > 0:
            raise self.error("assignment expression cannot be used in a comprehension iterable expression", node)
        if scope.comprehension != NO_COMPREHENSION:
            self.extend_walrus_scope(node.target)
        scope.has_walrus = True
        node.value.walkabout(self)
        node.target.walkabout(self)

    def extend_walrus_scope(self, target):
        """A walrus in a comprehension binds in the next block around that is none (PEP 572)."""
        assert isinstance(target, ast.Name)
        name = target.id
        mangled = mangle(self.private, name)
        i = len(self.stack) - 1
        while i >= 0:
            scope = self.stack[i]
            i -= 1
            if scope.comprehension != NO_COMPREHENSION:
                if scope.flags(mangled) & DEF_COMP_ITER:
                    raise self.error("assignment expression cannot rebind comprehension iteration variable '%s'" % name,
                                     target)
                continue
            if scope.kind == FUNCTION_BLOCK:
                if scope.flags(mangled) & DEF_GLOBAL:
                    self.add(name, DEF_GLOBAL, target)
                else:
                    self.add(name, DEF_NONLOCAL, target)
                self.current.directives.append(Directive(mangled, target))
                self.add_to(scope, name, DEF_LOCAL, target)
                return
            if scope.kind == MODULE_BLOCK:
                self.add(name, DEF_GLOBAL, target)
                self.current.directives.append(Directive(mangled, target))
                self.add_to(scope, name, DEF_GLOBAL, target)
                return
            if scope.kind == CLASS_BLOCK:
                raise self.error("assignment expression within a comprehension cannot be used in a class body", target)

    def visit_Yield(self, node):
        self.refuse_in_annotation("yield expression", node)
        if node.value is not None:
            node.value.walkabout(self)
        self.mark_generator(node)

    def visit_YieldFrom(self, node):
        self.refuse_in_annotation("yield expression", node)
        node.value.walkabout(self)
        self.mark_generator(node)

    def mark_generator(self, node):
        scope = self.current
        scope.is_generator = True
        if scope.comprehension != NO_COMPREHENSION:
            raise self.error("'yield' inside " + _COMPREHENSION_NAMES[scope.comprehension], node)

    def visit_Await(self, node):
        self.refuse_in_annotation("await expression", node)
        node.value.walkabout(self)
        self.current.is_coroutine = True

    def refuse_in_annotation(self, what, node):
        if self.current.kind == ANNOTATION_BLOCK:
            raise self.error("'" + what + "' can not be used within an annotation", node)

    def visit_ListComp(self, node):
        self.comprehension(node, 'listcomp', LIST_COMPREHENSION, node.generators, node.elt, None)

    def visit_SetComp(self, node):
        self.comprehension(node, 'setcomp', SET_COMPREHENSION, node.generators, node.elt, None)

    def visit_DictComp(self, node):
        self.comprehension(node, 'dictcomp', DICT_COMPREHENSION, node.generators, node.key, node.value)

    def visit_GeneratorExp(self, node):
        self.comprehension(node, 'genexpr', GENERATOR_EXPRESSION, node.generators, node.elt, None)

    def comprehension(self, node, name, kind, generators, elt, value):
        outermost = generators[0]
        self.current.in_iteration_expr += 1     # the first iterable belongs to the block around
        outermost.iter.walkabout(self)
        self.current.in_iteration_expr -= 1
        scope = self.enter(name, FUNCTION_BLOCK, node)
        scope.comprehension = kind
        if outermost.is_async:
            scope.is_coroutine = True
        self.add('.0', DEF_PARAM, node)
        scope.in_iteration_target = True
        outermost.target.walkabout(self)
        scope.in_iteration_target = False
        self.visit_all(outermost.ifs)
        for i in range(1, len(generators)):
            generator = generators[i]
            scope.in_iteration_target = True
            generator.target.walkabout(self)
            scope.in_iteration_target = False
            scope.in_iteration_expr += 1
            generator.iter.walkabout(self)
            scope.in_iteration_expr -= 1
            self.visit_all(generator.ifs)
            if generator.is_async:
                scope.is_coroutine = True
        if value is not None:
            value.walkabout(self)
        elt.walkabout(self)
        scope.is_generator = kind == GENERATOR_EXPRESSION
        self.leave()
        if scope.is_coroutine and kind != GENERATOR_EXPRESSION:
            self.current.is_coroutine = True


# ____________________________________________________________
# the second pass


def directive_error(table, scope, name, msg):
    for directive in scope.directives:
        if directive.name == name:
            return table.error(msg, directive.node)
    return table.error(msg, scope.node)


def analyze_block(table, scope, bound, free, globals):
    """Decides what the names of `scope` and of the blocks in it are.

    bound       names bound in the functions around; None at module level
    free        receives the names that are free in this block or below
    globals     names declared global around
    (all of them dicts used as sets, and changed)
    """
    local = {}
    new_free = {}
    new_bound = {}
    new_globals = {}
    if scope.kind == CLASS_BLOCK:               # what the class binds is not seen by the functions in it
        new_globals.update(globals)
        if bound is not None:
            new_bound.update(bound)
    for name in scope.names:
        analyze_name(table, scope, name, bound, local, free, globals)
    if scope.kind == CLASS_BLOCK:
        new_bound['__class__'] = True
    else:
        if scope.kind == FUNCTION_BLOCK:
            new_bound.update(local)
        if bound is not None:
            new_bound.update(bound)
        new_globals.update(globals)
    for child in scope.children:
        child_free = {}
        analyze_block(table, child, new_bound.copy(), child_free, new_globals.copy())
        new_free.update(child_free)
        if child.has_free or child.child_has_free:
            scope.child_has_free = True
    if scope.kind == FUNCTION_BLOCK:
        for name in scope.names:
            if scope.scopes[name] == LOCAL and name in new_free:
                scope.scopes[name] = CELL
                del new_free[name]
    elif scope.kind == CLASS_BLOCK:
        if '__class__' in new_free:
            del new_free['__class__']
            scope.needs_class_cell = True
    for name in new_free:
        if name in scope.symbols:
            if scope.kind == CLASS_BLOCK and scope.symbols[name] & (DEF_BOUND | DEF_GLOBAL):
                scope.symbols[name] |= DEF_FREE_CLASS
        elif bound is not None and name in bound:
            scope.names.append(name)
            scope.symbols[name] = 0
            scope.scopes[name] = FREE
    free.update(new_free)


def analyze_name(table, scope, name, bound, local, free, globals):
    flags = scope.symbols[name]
    if flags & DEF_GLOBAL:
        if flags & DEF_NONLOCAL:
            raise directive_error(table, scope, name, "name '%s' is nonlocal and global" % name)
        scope.scopes[name] = GLOBAL_EXPLICIT
        globals[name] = True
        if bound is not None and name in bound:
            del bound[name]
    elif flags & DEF_NONLOCAL:
        if bound is None:
            raise directive_error(table, scope, name, "nonlocal declaration not allowed at module level")
        if name not in bound:
            raise directive_error(table, scope, name, "no binding for nonlocal '%s' found" % name)
        scope.scopes[name] = FREE
        scope.has_free = True
        free[name] = True
    elif flags & DEF_BOUND:
        scope.scopes[name] = LOCAL
        local[name] = True
        if name in globals:
            del globals[name]
    elif bound is not None and name in bound:
        scope.scopes[name] = FREE
        scope.has_free = True
        free[name] = True
    else:
        scope.scopes[name] = GLOBAL_IMPLICIT
        if scope.nested and name not in globals:
            scope.has_free = True
