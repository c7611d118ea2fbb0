"""The encodings of Taiwan."""

from _multibytecodec import getcodec_of

getcodec = getcodec_of('big5', 'cp950')
