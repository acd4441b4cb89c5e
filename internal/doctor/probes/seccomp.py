"""Makes system calls that the profile refuses, with arguments that do no harm where it does not.

Refused calls fail with EPERM (or ENOSYS), whatever their arguments; others get as far as finding these wrong.
"""
import ctypes
import errno
import json
import os

CALLS: dict[str, tuple[int, int, tuple[int | bytes | None, ...]]] = {  # on x86_64, on aarch64, arguments
    "memfd_create": (319, 279, (b"probe", 0)),
    "keyctl": (250, 219, (0, -2, 0)),
    "io_uring_setup": (425, 425, (1, None)),
    "userfaultfd": (323, 282, (-1,)),
    "ptrace": (101, 117, (0x4200, 0, 0, 0)),
    "process_vm_readv": (310, 270, (0, None, 0, None, 0, 0)),
    "bpf": (321, 280, (-1, None, 0)),
    "perf_event_open": (298, 241, (None, 0, -1, -1, 0)),
    "unshare": (272, 97, (0,)),
    "setns": (308, 268, (-1, 0)),
    "name_to_handle_at": (303, 264, (-1, None, None, None, 0)),
    "kcmp": (312, 272, (0, 0, -1, 0, 0)),
    "socket(AF_NETLINK)": (41, 198, (16, 3, 0)),
    "socket(AF_ALG)": (41, 198, (38, 5, 0)),
    "socket(AF_VSOCK)": (41, 198, (40, 1, 0)),
    "personality(ADDR_NO_RANDOMIZE)": (135, 92, (0x0040000,)),
}
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
passed = []
for name, (x86, arm, given) in CALLS.items():
    number = arm if os.uname().machine == "aarch64" else x86
    ctypes.set_errno(0)
    arguments = [ctypes.c_long(a) if isinstance(a, int) else a for a in given]
    result = libc.syscall(ctypes.c_long(number), *arguments)
    if result != -1 or ctypes.get_errno() not in (errno.EPERM, errno.ENOSYS, errno.EAFNOSUPPORT):
        passed.append(name)
told = f"these got through: {', '.join(passed)}" if passed else f"{len(CALLS)} calls tried, all refused"
print(json.dumps([not passed, told]))
