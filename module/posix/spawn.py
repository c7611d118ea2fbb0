"""posix_spawn and posix_spawnp: starting a program without a fork that Python sees."""
from __future__ import absolute_import

from rpython.rtyper.lltypesystem import lltype, rffi

from interpreter import errors, ops
from interpreter.gateway import function
from interpreter.objects.root import w_None
from interpreter.objects.tuple import W_Tuple
from module.posix import clib
from module.posix.fd import emit
from module.posix.path import failure, path_arg
from module.posix.process import argument_list, environment_list
from module.posix.scheduling import param_arg

OPEN, CLOSE, DUP2 = 0, 1, 2
NUMBERS = 14                    # shim.h gives their meaning


class Actions(object):
    """What is done with the descriptors of the new process: four numbers and a name for each action."""

    def __init__(self):
        self.numbers = []
        self.paths = []

    def add(self, kind, fd, a, b, path):
        self.numbers.append(kind)
        self.numbers.append(fd)
        self.numbers.append(a)
        self.numbers.append(b)
        self.paths.append(path)


def items_of(w_action, count, words):
    items_w = ops.tuple_items(w_action)
    if len(items_w) != count:
        raise errors.type_error("A %s file_action tuple must have %d elements" % (words, count))
    return items_w


def actions_arg(w_actions):
    """The Actions of the argument file_actions.  TypeError, ValueError."""
    actions = Actions()
    if w_actions is w_None:
        return actions
    if not ops.is_sequence(w_actions):
        raise errors.type_error("file_actions must be a sequence or None")
    for w_action in ops.listview(w_actions):
        if not isinstance(w_action, W_Tuple) or len(ops.tuple_items(w_action)) == 0:
            raise errors.type_error("Each file_actions element must be a non-empty tuple")
        kind = ops.cint_w(ops.tuple_items(w_action)[0])
        if kind == OPEN:
            items_w = items_of(w_action, 5, 'open')
            fd = ops.cint_w(items_w[1])
            path = ops.fspath_w(items_w[2])
            assert path is not None
            actions.add(OPEN, fd, ops.cint_w(items_w[3]), ops.int_w(items_w[4]), path)
        elif kind == CLOSE:
            items_w = items_of(w_action, 2, 'close')
            actions.add(CLOSE, ops.cint_w(items_w[1]), 0, 0, '')
        elif kind == DUP2:
            items_w = items_of(w_action, 3, 'dup2')
            actions.add(DUP2, ops.cint_w(items_w[1]), ops.cint_w(items_w[2]), 0, '')
        else:
            raise errors.type_error("Unknown file_actions identifier")
    return actions


def scheduler_arg(w_scheduler, numbers):
    if not isinstance(w_scheduler, W_Tuple) or len(ops.tuple_items(w_scheduler)) != 2:
        raise errors.type_error("A scheduler tuple must have two elements")
    items_w = ops.tuple_items(w_scheduler)
    if items_w[0] is not w_None:
        numbers[9] = 1
        numbers[10] = ops.cint_w(items_w[0])
    numbers[11] = 1
    numbers[12] = param_arg(items_w[1])


def longs(values):
    """A raw array of the numbers, never empty."""
    array = lltype.malloc(clib.LONGS, len(values) + 1, flavor='raw')
    for i in range(len(values)):
        array[i] = values[i]
    array[len(values)] = 0
    return array


def spawn(name, search, w_path, w_argv, w_env, w_actions, w_group, resetids, setsid, w_mask, w_default, w_scheduler):
    """-> int, the process id."""
    from module._signal.waiting import mask_argument
    path = path_arg(w_path, name)
    args = argument_list(w_argv, name + ': argv')
    env = environment_list(w_env, name)
    actions = actions_arg(w_actions)
    numbers = [0] * NUMBERS
    numbers[0] = 1 if search else 0
    numbers[1] = 1 if resetids else 0
    numbers[2] = 1 if setsid else 0
    if w_group is not None:
        numbers[3] = 1
        numbers[4] = ops.cint_w(w_group)
    if w_mask is not None:
        numbers[5] = 1
        numbers[6] = mask_argument(w_mask)
    if w_default is not None:
        numbers[7] = 1
        numbers[8] = mask_argument(w_default)
    if w_scheduler is not None:
        scheduler_arg(w_scheduler, numbers)
    numbers[13] = len(actions.paths)
    emit()
    c_numbers = longs(numbers)
    c_actions = longs(actions.numbers)
    c_paths = rffi.liststr2charpp(actions.paths)
    c_args = rffi.liststr2charpp(args)
    c_env = rffi.liststr2charpp(env)
    pid = clib.c_posix_spawn(path.name, c_args, c_env, c_numbers, c_actions, c_paths)
    rffi.free_charpp(c_env)
    rffi.free_charpp(c_args)
    rffi.free_charpp(c_paths)
    lltype.free(c_actions, flavor='raw')
    lltype.free(c_numbers, flavor='raw')
    if pid < 0:
        raise failure(path)
    return pid


@function('posix_spawn(path, argv, env, /, *, file_actions=None, setpgroup=?, resetids: bool=False, setsid: bool=False, setsigmask=?, '
          'setsigdef=?, scheduler=?) -> int')
def posix_spawn(w_path, w_argv, w_env, w_actions, w_group, resetids, setsid, w_mask, w_default, w_scheduler):
    """Starts the program in a file; returns its process id."""
    return spawn('posix_spawn', False, w_path, w_argv, w_env, w_actions, w_group, resetids, setsid, w_mask, w_default, w_scheduler)


@function('posix_spawnp(path, argv, env, /, *, file_actions=None, setpgroup=?, resetids: bool=False, setsid: bool=False, setsigmask=?, '
          'setsigdef=?, scheduler=?) -> int')
def posix_spawnp(w_path, w_argv, w_env, w_actions, w_group, resetids, setsid, w_mask, w_default, w_scheduler):
    """The same for a program that is looked for in $PATH."""
    return spawn('posix_spawnp', True, w_path, w_argv, w_env, w_actions, w_group, resetids, setsid, w_mask, w_default, w_scheduler)
