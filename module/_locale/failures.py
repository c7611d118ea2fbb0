"""The exception of _locale."""
from __future__ import absolute_import

from module.exceptions import LazyException

error_class = LazyException('locale', 'Error')
