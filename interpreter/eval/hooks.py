"""What the evaluation loop needs of built-in modules: they register it here, since nothing in interpreter/ imports module/."""


class Hooks(object):
    """w_sys: the dictionary (W_Dict) of the sys module, None before there is one.
    unraisable: what to do with an exception that cannot be raised, an Unraisable."""

    def __init__(self):
        self.w_sys = None
        self.unraisable = None
        self.warner = None
        self.importer = None


class Unraisable(object):
    def report(self, error, message, w_object):
        """error: OperationError; message: str or None; w_object: W_Root or None."""
        raise NotImplementedError


class Warner(object):
    def warn(self, w_category, message):
        """warnings.warn(message, category) at the running frame; may raise the warning as an exception."""
        raise NotImplementedError

    def warn_explicit(self, w_category, message, filename, lineno):
        raise NotImplementedError

    def warn_unawaited(self, w_coroutine, message):
        """The RuntimeWarning that a coroutine was never awaited; raises nothing."""
        raise NotImplementedError


class Importer(object):
    def import_module(self, name):
        """The module of that full name (W_Root), imported if need be."""
        raise NotImplementedError


hooks = Hooks()


def sys_attribute(name):
    """sys.<name>, or None."""
    if hooks.w_sys is None:
        return None
    return hooks.w_sys.getitem_str(name)


def report_unraisable(error, message, w_object):
    """Shows an exception that cannot be raised; lost when there is no sys module yet."""
    if hooks.unraisable is not None:
        hooks.unraisable.report(error, message, w_object)


def warn(w_category, message):
    """Issues a warning at the running frame; nothing without the warnings machinery."""
    if hooks.warner is not None:
        hooks.warner.warn(w_category, message)


def warn_unawaited(w_coroutine, message):
    """Warns that a coroutine was never awaited; nothing without the warnings machinery."""
    if hooks.warner is not None:
        hooks.warner.warn_unawaited(w_coroutine, message)
