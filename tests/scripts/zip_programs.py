"""Programs and modules in zip files."""
import os
import pkgutil
import runpy
import subprocess
import sys
import tempfile
import zipfile

with tempfile.TemporaryDirectory() as folder:
    program = os.path.join(folder, 'program.zip')
    with zipfile.ZipFile(program, 'w') as z:
        z.writestr('__main__.py', 'import inside.deep, sys\nresult = inside.deep.value\nprint(__name__, __package__ or "-", result, sys.argv[1:])\n')
        z.writestr('inside/__init__.py', '')
        z.writestr('inside/deep.py', 'value = 42\ndef fail():\n    raise ValueError("deep")\n')
        z.writestr('inside/data.txt', 'some data')
    for arguments in [[program, 'a', 'b'], ['-c', 'import sys; sys.path.insert(0, %r); import inside.deep as d; print(d.value)' % program]]:
        done = subprocess.run([sys.executable] + arguments, capture_output=True, text=True)
        print(done.returncode, done.stdout, done.stderr)
    print(runpy.run_path(program, run_name='other')['result'])
    sys.path.insert(0, program)
    sys.modules.pop('inside', None)
    sys.modules.pop('inside.deep', None)
    import inside.deep
    print(inside.deep.__file__ == os.path.join(program, 'inside', 'deep.py'), type(inside.deep.__loader__).__name__)
    print(pkgutil.get_data('inside', 'data.txt'), [m.name for m in pkgutil.walk_packages([program])])
    try:
        inside.deep.fail()
    except ValueError as e:
        print(e, e.__traceback__.tb_next.tb_lineno)
