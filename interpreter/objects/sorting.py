"""Sorting RPython lists of strings."""

from rpython.rlib.listsort import make_timsort_class

StringSort = make_timsort_class()


def sort_strings(strings):
    """Sorts a list of str in place, by bytes: for UTF-8 that is by code points."""
    StringSort(strings).sort()
