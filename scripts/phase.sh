#!/bin/sh
# phase.sh NAME COMMAND...: runs the command; says when it starts and ends, in minutes since `make` began (PYPYSTM_MAKE_STARTED,
# seconds of the epoch), and how long it took.  Exits with the command's status.
name=$1
shift
began=$(date +%s)
at() { seconds=$(($(date +%s) - ${PYPYSTM_MAKE_STARTED:-$began})); printf '[%3d:%02d] ' $((seconds / 60)) $((seconds % 60)); }
echo "$(at)$name"
"$@"
status=$?
took=$(($(date +%s) - began))
if [ $status = 0 ]; then
    echo "$(at)$name: done, $took s"
else
    echo "$(at)$name: FAILED (exit status $status), $took s" >&2
fi
exit $status
