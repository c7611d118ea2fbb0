"""TypeDef: what a built-in type looks like from Python, collected from its RPython class.

    W_List.typedef = TypeDef('list', W_List, base=None, doc="...", subclassable=True)

Collected: the functions marked by interpreter.gateway's decorators in the class body (of this class, not of its bases), and, for each slot
`op_x` that the class overrides, a slot wrapper `__x__`.  `attributes` adds plain wrapped values.  `interpreter.objects.type` turns
every TypeDef into a W_Type when `finish_typedefs` runs, once, after all modules are imported and before anything executes.
"""

all_typedefs = []


class TypeDef(object):
    """The description of a built-in type.  RPython reads `name`, `text_signature` and `w_type` only."""
    _immutable_fields_ = ['name', 'text_signature', 'w_type']

    def __init__(self, name, cls, base=None, doc=None, module='builtins', subclassable=True, has_dict=False, weakrefable=False,
                 unhashable=False, attributes=None, text_signature=None):
        self.name = name
        self.cls = cls                        # the RPython class
        self.base = base                      # the TypeDef of the base type; None means object
        self.doc = doc
        self.module = module
        self.subclassable = subclassable
        self.has_dict = has_dict              # exact instances have a __dict__
        self.weakrefable = weakrefable
        self.unhashable = unhashable          # __hash__ = None
        self.attributes = attributes or {}    # name -> W_Root, put in the type's dict as is
        self.text_signature = text_signature  # of the constructor, for inspect.signature(); None: it has none
        self.w_type = None
        all_typedefs.append(self)


def finish_typedefs():
    """Builds the W_Type of every TypeDef that has none, bases first.  May be called again when more modules were imported."""
    import interpreter.objects.all                   # noqa: every type is declared by importing
    from interpreter.objects import build
    from interpreter.objects.root import W_Root
    for typedef in all_typedefs:
        build.make_unhashable(typedef)
    build.complete_classes(W_Root)
    for typedef in list(all_typedefs):
        build.build_type(typedef)
