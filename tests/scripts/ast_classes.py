"""Trees by class: documentation, subclasses of the old names, grammars of older versions."""
import ast
print(repr(ast.expr.__doc__)); print(ast.cmpop.__doc__, ast.mod.__doc__, ast.arguments.__doc__, ast.excepthandler.__doc__, ast.type_ignore.__doc__, sep='\n')
class N(ast.Num):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.z = 'spam'
n = N(42)
print(n.n, n.z, ast.Num(4).n, ast.Name('x').id)
try: ast.parse('(x := 0)', feature_version=(3, 7))
except SyntaxError as e: print(e)
print(ast.dump(ast.parse('(x := 0)', feature_version=(3, 8))))
