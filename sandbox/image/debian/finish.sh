#!/bin/sh
# Turns the root file system $1, fresh from mmdebstrap, into the sandbox's: runs as its extract hook.
# mmdebstrap's variant "extract" unpacks packages and runs none of their scripts, so what they would have set up, and
# only as much of it as Python needs, is made here.
set -eu
root=$1
here=$(dirname "$0")
lib=$(echo "$root"/usr/lib/python3.[0-9]*)
packages=$root/usr/lib/python3/dist-packages

# What no exercise needs: documentation, other languages, the set-user-id bit, the standard library's own tests. And
# the host's package sources, which may hold a password; the rest of apt's folders mmdebstrap cleans up itself.
rm -rf "$root"/usr/share/doc "$root"/usr/share/man "$root"/usr/share/info "$root"/usr/share/locale \
    "$root"/usr/share/lintian "$root"/usr/share/bug "$root"/usr/share/zoneinfo/right "$root"/usr/share/zoneinfo/posix \
    "$root"/etc/apt/sources.list "$root"/etc/apt/sources.list.d/*
rm -rf "$lib"/test "$lib"/*/test "$lib"/*/tests "$lib"/idlelib "$lib"/ensurepip "$lib"/turtledemo \
    "$lib"/sitecustomize.py "$root"/etc/python3*/sitecustomize.py
find "$root" -xdev -type f -perm /6000 -exec chmod a-s {} +

# Names for the numeric user that the containers run as, so that getpwuid and expanduser work.
echo 'root:x:0:0:root:/:/bin/false
sandbox:x:65532:65532:sandbox:/tmp:/bin/sh' >"$root"/etc/passwd
echo 'root:x:0:
sandbox:x:65532:' >"$root"/etc/group
echo 'passwd: files
group: files
hosts: files' >"$root"/etc/nsswitch.conf
echo UTC >"$root"/etc/timezone
ln -sf /usr/share/zoneinfo/UTC "$root"/etc/localtime
# A tmpfs that is mounted over a folder takes on the folder's mode.
mkdir -p -m 1777 "$root"/work "$root"/tmp

cp -R "$here"/pygrader "$packages"/
echo "I: compiling Python code..." >&2
# unchecked: a read-only image needs no look at the source's time to know that the compiled file is right.
chroot "$root" python3 -m compileall -q --invalidation-mode unchecked-hash /usr/lib/python3*
mkdir -p "$root"/usr/lib/pygrader
for role in judge guest; do
    # shellcheck disable=SC2046  # one word for each module
    chroot "$root" python3 -m pygrader.bundle /usr/lib/pygrader/$role.bundle $(cat "$here"/$role.modules)
done
