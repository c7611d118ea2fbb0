class Both:
    blucha = None
    bluc = None


class Listed:
    def __dir__(self):
        return ['zluch', 'xluch']


def f(counter):
    return conter + 1


def raiser(function):
    try:
        function()
    except Exception as e:
        return e


raise ExceptionGroup('', [raiser(lambda: Both().bluch), raiser(lambda: Listed().yluch), raiser(lambda: f(1))])
