"""itertools: iterators over other iterables."""
from __future__ import absolute_import

from module.framework import BuiltinModule
from module.itertools import combinatoric, grouping, infinite, selecting, tee

module = BuiltinModule(
    'itertools', doc="Iterators that combine, select and repeat the items of others.",
    sources=[tee],
    types=[infinite.W_Count, infinite.W_Cycle, infinite.W_Repeat,
           selecting.W_Chain, selecting.W_Islice, selecting.W_Takewhile, selecting.W_Dropwhile, selecting.W_Filterfalse,
           selecting.W_Compress, selecting.W_Starmap, selecting.W_Accumulate, selecting.W_Pairwise,
           grouping.W_Groupby, grouping.W_Grouper, grouping.W_ZipLongest,
           combinatoric.W_Product, combinatoric.W_Permutations, combinatoric.W_Combinations,
           combinatoric.W_CombinationsWithReplacement,
           tee.W_Tee, tee.W_TeeBlock])
