"""contextvars."""
import contextvars

var = contextvars.ContextVar('var', default=0)
bare = contextvars.ContextVar('bare')
print(var.get(), var.name, bare.get('none'))
try:
    bare.get()
except LookupError as e:
    print(e.args[0] is bare)
token = var.set(1)
print(var.get(), token.old_value is contextvars.Token.MISSING, token.var is var)
second = var.set(2)
print(second.old_value)
var.reset(second)
print(var.get())
context = contextvars.copy_context()


def work(x):
    var.set(x)
    bare.set('inside')
    return var.get()


print(context.run(work, 5), var.get(), context[var], context[bare], len(context), var in context)
try:
    var.reset(second)
except RuntimeError as e:
    print('already been used' in str(e))
var.reset(token)
print(var.get())
print(context.get(contextvars.ContextVar('other')), sorted(v.name for v in context), contextvars.copy_context() == context)
for function in [lambda: context.run(context.run, print), lambda: contextvars.ContextVar(1), lambda: context['x'], contextvars.Token]:
    try:
        function()
    except Exception as e:
        print(type(e).__name__)
for arguments, keywords in (((1,), {}), ((), {'a': 1}), ((), {})):
    try:
        print(type(contextvars.Context(*arguments, **keywords)).__name__)
    except TypeError as e:
        print(e)
