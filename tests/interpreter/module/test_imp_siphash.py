import struct
import subprocess

import pytest

from module._imp.siphash import siphash13


@pytest.mark.parametrize('source', ['', 'a', 'x = 1\n', 'x' * 7, 'x' * 8, 'abcdefghi' * 11, '\xff\x00\x80' * 5])
def test_source_hash_is_that_of_cpython(source):
    expected = subprocess.check_output(['build/py311/bin/python', '-c', 'import _imp, sys; sys.stdout.buffer.write('
                                        '_imp.source_hash(3495, bytes.fromhex("%s")))' % source.encode('hex')])
    assert struct.pack('<q', siphash13(3495, source)) == expected
