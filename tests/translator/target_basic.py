import os, sys
def main(argv):
    print 'hello', len(argv)
    return 0
def target(driver, args):
    return main, None
