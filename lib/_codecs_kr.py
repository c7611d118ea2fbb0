"""The encodings of Korea."""

from _multibytecodec import getcodec_of

getcodec = getcodec_of('cp949', 'euc_kr', 'johab')
