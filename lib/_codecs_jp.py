"""The encodings of Japan."""

from _multibytecodec import getcodec_of

getcodec = getcodec_of('cp932', 'shift_jis', 'euc_jp', 'euc_jisx0213', 'shift_jisx0213', 'euc_jis_2004', 'shift_jis_2004')
