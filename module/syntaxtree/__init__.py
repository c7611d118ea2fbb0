"""Syntax trees as Python objects: the classes are Python code (lib/_ast.py), the conversion to and from the parser's nodes is here (convert.py)."""
