"""Code for calls."""

from interpreter.compiler import opcodes
from interpreter.compiler.codegen_expr import has_star
from interpreter.objects.wrap import newstr, newtuple
from interpreter.parser import ast


class Calls(object):
    """A part of the Compiler."""

    def value_Call(self, node, wanted):
        self.check_keywords(node.keywords)
        func = node.func
        if (isinstance(func, ast.Attribute) and func.ctx == ast.Load and not has_star(node.args) and
                not has_double_star(node.keywords)):
            return self.call_method(node, func, wanted)
        self.check_caller(func)
        u = self.u
        top = u.top
        nodes = argument_nodes(node.args, node.keywords)
        function = self.protect_from_all(self.operand(func), nodes, 0)
        return self.call(function, [], node.args, node.keywords, top, wanted)

    def check_keywords(self, keywords):
        for i in range(len(keywords)):
            name = keywords[i].arg
            if name is None:
                continue
            self.refuse_debug(name, False)
            for j in range(i + 1, len(keywords)):
                other = keywords[j].arg
                if other is not None and other == name:
                    self.u.position = keywords[j]
                    raise self.error("keyword argument repeated: %s" % name)

    def call_method(self, node, func, wanted):
        u = self.u
        top = u.top
        arguments = argument_nodes(node.args, node.keywords)
        obj = self.protect_from_all(self.operand(func.value), arguments, 0)
        name = u.name_index(self.mangle(func.attr))
        cache = u.cache()
        lookup_position = self.attribute_position(func, func)
        call_position = self.attribute_position(node, func)
        kwnames = self.keyword_names(node.keywords)
        if are_variables(arguments):            # the look-up may come after them
            args = [name, cache]
            if node.keywords:
                args.append(kwnames)
            args.append(len(arguments))
            for operand in self.operands(arguments):
                args.append(operand)
            u.top = top
            dest = self.dest(wanted)
            u.position = call_position
            op = opcodes.CALL_METHOD_KW if node.keywords else opcodes.CALL_METHOD
            instruction = u.emit(op, [dest, obj] + args)
            instruction.second_position = lookup_position
            return dest
        u.top = top
        function = u.temp()
        receiver = u.temp()
        u.position = lookup_position
        u.emit(opcodes.LOAD_METHOD, [function, receiver, obj, name, cache])
        u.position = node
        operands = self.operands(arguments)
        u.top = top
        dest = self.dest(wanted)
        u.position = call_position
        if node.keywords:
            u.emit(opcodes.CALL_LOADED_KW, [dest, function, receiver, kwnames, len(operands)] + operands)
        else:
            u.emit(opcodes.CALL_LOADED, [dest, function, receiver, len(operands)] + operands)
        return dest

    def keyword_names(self, keywords):
        """The constant tuple of the names."""
        if not keywords:
            return self.none()
        return self.u.const(newtuple([newstr(keyword.arg) for keyword in keywords][:]))

    def call(self, function, first, args, keywords, top, wanted):
        """function(first operands..., args..., keywords...); gives the temporaries from `top` on back."""
        u = self.u
        if has_star(args) or has_double_star(keywords):
            positional = self.positional_arguments(first, args, keywords)
            named = self.named_arguments(function, keywords)
            u.top = top
            dest = self.dest(wanted)
            u.emit(opcodes.CALL_EX, [dest, function, positional, named])
            return dest
        operands = first + self.operands(argument_nodes(args, keywords))
        if keywords:
            kwnames = self.keyword_names(keywords)
            u.top = top
            dest = self.dest(wanted)
            u.emit(opcodes.CALL_KW, [dest, function, kwnames, len(operands)] + operands)
            return dest
        u.top = top
        dest = self.dest(wanted)
        u.emit(opcodes.CALL, [dest, function, len(operands)] + operands)
        return dest

    def positional_arguments(self, first, args, keywords):
        """The iterable of the positional arguments for CALL_EX."""
        u = self.u
        if len(first) == 0 and len(args) == 1:
            starred = args[0]
            if isinstance(starred, ast.Starred):
                return self.protect_from_all(self.operand(starred.value), argument_nodes([], keywords), 0)
        if len(first) == 0 and len(args) == 0:
            return u.const(newtuple([]))
        items = self.build_list(first, args)
        u.emit(opcodes.LIST_TO_TUPLE, [items, items])
        return items

    def named_arguments(self, function, keywords):
        """The mapping of the keyword arguments for CALL_EX."""
        u = self.u
        if len(keywords) == 0:
            return self.none()
        if len(keywords) == 1 and keywords[0].arg is None:
            return self.operand(keywords[0].value)
        nodes = argument_nodes([], keywords)
        result = u.temp()
        top = u.top
        built = False
        i = 0
        while i < len(keywords):
            if keywords[i].arg is None:
                if not built:
                    u.emit(opcodes.BUILD_MAP, [result, 0])
                    built = True
                u.emit(opcodes.DICT_MERGE, [result, self.operand(keywords[i].value), function])
                u.top = top
                i += 1
                continue
            group = u.temp() if built else result
            pairs = []
            while i < len(keywords):
                name = keywords[i].arg
                if name is None:
                    break
                pairs.append(u.const(newstr(name)))
                pairs.append(self.protect_from_all(self.operand(nodes[i]), nodes, i + 1))
                i += 1
            u.emit(opcodes.BUILD_MAP, [group, len(pairs) // 2] + pairs)
            if built:
                u.emit(opcodes.DICT_MERGE, [result, group, function])
            built = True
            u.top = top
        return result


def argument_nodes(args, keywords):
    """The expressions of the arguments, in the order of their evaluation."""
    result = args[:]
    for keyword in keywords:
        result.append(keyword.value)
    return result


def has_double_star(keywords):
    for keyword in keywords:
        if keyword.arg is None:
            return True
    return False


def are_variables(nodes):
    """Can none of the expressions have an effect?"""
    for node in nodes:
        if not isinstance(node, ast.Name) and not isinstance(node, ast.Constant):
            return False
    return True
