"""The encodings of Mainland China."""

from _multibytecodec import getcodec_of

getcodec = getcodec_of('gb2312', 'gbk', 'gb18030', 'hz')
