name = 'sub'


def deep():
    return 'deep'
