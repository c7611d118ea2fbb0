"""The demos in small: they end well, and print the results that CPython gets with the serial `transaction` module."""

import functools
import os
import re

import pytest

import blackbox

LIBRARY = os.path.join(blackbox.FOLDER, 'lib-python', '3.11')
DEMOS = {'threads.py': ['8'], 'raytracer.py': ['24', '18', 'picture.ppm'], 'index.py': [os.path.join(LIBRARY, 'json')],
         'lib2to3_demo.py': [os.path.join(LIBRARY, 'lib2to3', 'fixes'), '8']}


def results(build, demo, folder):
    """What the demo says about its results, times left out; and the bytes of the file that it wrote, if any."""
    os.makedirs(folder)
    code, out, err = blackbox.run(build, [os.path.join(blackbox.ROOT, 'demo', demo)] + DEMOS[demo], cwd=folder, timeout=3 * blackbox.PATIENCE)
    assert code == 0, (out + err).decode('utf-8', 'replace')
    picture = os.path.join(folder, 'picture.ppm')
    content = None
    if os.path.exists(picture):
        with open(picture, 'rb') as f:
            content = f.read()
    described = re.findall(r'(?:one thread|at once): +[0-9.]+ s +(.*)', out.decode())
    return described, content


@functools.lru_cache(maxsize=None)
def expected(demo, folder):
    return results('cpython', demo, folder)


@pytest.mark.parametrize('demo', sorted(DEMOS))
@pytest.mark.parametrize('build', blackbox.BUILDS)
def test_demo(build, demo, tmp_path):
    found = results(build, demo, str(tmp_path / 'found'))
    assert found == expected(demo, str(tmp_path / 'expected'))
    assert len(found[0]) == 2 and found[0][0] == found[0][1]
    assert (found[1] is not None) == (demo == 'raytracer.py')
