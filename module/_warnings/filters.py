"""Which warnings are shown: the filters, the registries of what was shown already, and what the warnings module may replace of both."""
from __future__ import absolute_import

from interpreter import errors, ops
from interpreter.gateway import function
from interpreter.objects import exception
from interpreter.objects.dict import W_Dict
from interpreter.objects.list import W_List
from interpreter.objects.root import w_None
from interpreter.objects.str import W_Str
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.wrap import newdict, newint, newlist, newstr, newtuple, w_True


class WarningState(object):
    """What _warnings has of its own: it counts where the warnings module is not loaded or lacks the name.

    version: how often the filters changed; a registry that notes another version is out of date."""

    def __init__(self):
        self._cleanup_()

    def _cleanup_(self):
        self.w_filters = None
        self.w_once_registry = None
        self.w_default_action = None
        self.version = 0


state = WarningState()


def init(w_module):
    """The default filters: those of CPython's release builds."""
    default = _filter('default', exception.W_DeprecationWarning.typedef.w_type, newstr('__main__'))
    state.w_filters = newlist([
        default, _filter('ignore', exception.W_DeprecationWarning.typedef.w_type, w_None),
        _filter('ignore', exception.W_PendingDeprecationWarning.typedef.w_type, w_None),
        _filter('ignore', exception.W_ImportWarning.typedef.w_type, w_None),
        _filter('ignore', exception.W_ResourceWarning.typedef.w_type, w_None)])
    state.w_once_registry = newdict()
    state.w_default_action = newstr('default')
    w_dict = w_module.getdict()
    w_dict.setitem_str('filters', state.w_filters)
    w_dict.setitem_str('_onceregistry', state.w_once_registry)
    w_dict.setitem_str('_defaultaction', state.w_default_action)


def _filter(action, w_category, w_modulename):
    return newtuple([newstr(action), w_None, w_category, w_modulename, newint(0)])


@function('_filters_mutated() -> None')
def _filters_mutated():
    """The warnings module changed its filters: all registries are out of date."""
    state.version += 1


def warnings_attribute(name, may_import):
    """warnings.<name>, or None (RPython null) where the module is not loaded (and may not be imported) or lacks it."""
    from module._imp.importing import find_loaded, import_module, state as import_state
    from module.sys.functions import finalizing
    if may_import and import_state.w_bootstrap is not None and not finalizing.now:
        try:
            w_module = import_module('warnings')
        except errors.OperationError as e:
            if not e.is_instance(exception.W_ImportError.typedef):
                raise
            return None
    else:
        w_module = find_loaded('warnings')
        if w_module is None or w_module is w_None:
            return None
    return ops.getattr_or_none(w_module, name)


def current_filters():
    """warnings.filters, a W_List."""
    w_filters = warnings_attribute('filters', False)
    if w_filters is None:
        w_filters = state.w_filters
    if not isinstance(w_filters, W_List):
        raise errors.value_error("_warnings.filters must be a list")
    if state.w_filters is not w_filters:
        state.w_filters = w_filters
    return w_filters


def once_registry():
    """warnings.onceregistry"""
    w_registry = warnings_attribute('onceregistry', False)
    if w_registry is None:
        return state.w_once_registry
    if not isinstance(w_registry, W_Dict):
        raise errors.type_error("_warnings.onceregistry must be a dict, not '%s'" % w_registry.gettype().name)
    if state.w_once_registry is not w_registry:
        state.w_once_registry = w_registry
    return w_registry


def default_action():
    """warnings.defaultaction"""
    w_action = warnings_attribute('defaultaction', False)
    if w_action is None:
        return state.w_default_action
    if not isinstance(w_action, W_Str):
        raise errors.type_error("_warnings.defaultaction must be a string, not '%s'" % w_action.gettype().name)
    if state.w_default_action is not w_action:
        state.w_default_action = w_action
    return w_action


def _matches(w_pattern, w_text):
    """Does a filter's field (None, a str that must be equal, or a compiled pattern) allow the text?"""
    if w_pattern is w_None:
        return True
    if isinstance(w_pattern, W_Str) and not w_pattern.is_user_instance:
        return ops.eq_w(w_pattern, w_text)
    return ops.is_true(ops.call_method1(w_pattern, 'match', w_text))


def find_filter(w_category, w_text, lineno, w_modulename):
    """(action W_Str, the filter or None): what the first filter that matches says, else the default action."""
    w_filters = current_filters()
    i = 0
    while i < w_filters.length():               # matching runs Python code, which may change the list
        w_item = w_filters.items[i]
        i += 1
        if not isinstance(w_item, W_Tuple) or len(w_item.items) != 5:
            raise errors.value_error("_warnings.filters item %d isn't a 5-tuple" % (i - 1))
        w_action, w_message, w_class, w_place, w_line = w_item.items[0], w_item.items[1], w_item.items[2], w_item.items[3], w_item.items[4]
        if not isinstance(w_action, W_Str):
            raise errors.type_error("action must be a string, not '%s'" % w_action.gettype().name)
        if not _matches(w_message, w_text) or not ops.issubclass(w_category, w_class) or not _matches(w_place, w_modulename):
            continue
        line = ops.int_w(w_line)
        if line == 0 or line == lineno:
            return w_action, w_item
    return default_action(), w_None


def was_shown(w_registry, w_key, note):
    """Is the key in a registry that is up to date?  Notes it there if asked to."""
    w_version = w_registry.getitem_str('version')
    if w_version is None or not ops.eq_w(w_version, newint(state.version)):
        w_registry.clear()
        w_registry.setitem_str('version', newint(state.version))
    else:
        w_known = w_registry.getitem(w_key)
        if w_known is not None and ops.is_true(w_known):
            return True
    if note:
        w_registry.setitem(w_key, w_True)
    return False
