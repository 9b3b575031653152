import { tailLogs } from '../../advice/commands';
import { inLog, inStopReason, together, type Wording } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const REFUSED: Wording = { sure: 'likely', says: 'the container asks for something that the kernel refused', words: ['setting rlimit', 'seccomp', 'error during container init … sysctl', 'unable to apply caps', 'unable to set capabilit', 'unknown capability', 'apparmor'] };

/** The application wants more of the kernel than Fargate gives. */
export const appKernelLimit: Signature = {
  cause: 'app/kernel-limit',
  atBest: 'likely',
  retriable: false,
  says: 'The application needs a kernel setting, a limit or a capability that Fargate does not give as it is. Raise nofile by ulimits, turn the check off in the application (discovery.type=single-node for Elasticsearch), or run this part on EC2 or a managed service.',
  toConfirm: 'Compare what the log asks for with what Fargate allows: ulimits, some sysctls, SYS_PTRACE.',
  seenIn: [
    { log: ['ERROR: [2] bootstrap checks failed', '[1]: max file descriptors [4096] for elasticsearch process is too low, increase to at least [65535]', '[2]: max virtual memory areas vm.max_map_count [65530] is too low, increase to at least [262144]'] },
    { log: ['Error: EMFILE: too many open files, open \'/app/a.js\''] },
    { log: ['Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?'] },
    { log: ['iptables v1.8.7 (legacy): can\'t initialize iptables table `filter\': Permission denied (you must be root)'] },
    { log: ['modprobe: can\'t change directory to \'/lib/modules\': No such file or directory'] },
  ],
  clues: together(inStopReason(REFUSED), inLog(
    { sure: 'possible', says: 'the application speaks of a limit of the kernel', words: ['ulimit', 'CAP_', 'sysctl: ', '/dev/shm', 'open shm', 'shared_memory_posix', 'Resource temporarily unavailable', 'bin/… : Operation not permitted', 'create native thread', "can't start new thread", 'setting cgroup config', 'memlock', 'docker.sock', 'set(g|u)id … Operation not permitted', 'setgroups … Operation not permitted', 'initgroups … Operation not permitted', 'sched_setscheduler … Operation not permitted', 'mlock … Operation not permitted', 'mount … Operation not permitted', 'SYS_NICE', 'hugepages', 'IPC_LOCK', 'unable to install syscall filter', 'user namespaces', 'nf_tables'] },
    { sure: 'likely', says: 'the kernel of a Fargate task does not allow that', words: ['vm.max_map_count', 'max virtual memory areas', 'max file descriptors', 'bootstrap checks failed', 'EMFILE', 'too many open files', 'ENFILE', 'file descriptors … too low', 'setrlimit', 'Cannot connect to the Docker daemon', 'iptables … Permission denied', 'iptables … must be root', 'modprobe', 'mount: … (are you root|must be superuser)', 'NET_ADMIN', 'SYS_ADMIN', '/dev/net/tun', '/dev/fuse', 'fuse: device not found', 'net.core.somaxconn', 'overcommit_memory', 'transparent huge pages', 'cgroup … read-only', 'privileged mode', 'unshare … Operation not permitted', 'clone … Operation not permitted', 'perf_event', 'CAP_SYS_ADMIN', 'CAP_NET_ADMIN', 'inotify … limit', 'ENOSPC: System limit for number of file watchers', 'No usable sandbox', 'Running as root without --no-sandbox', 'io_uring', 'pthread_create failed', 'cannot modify limit', 'sysctl: setting key', 'memory locking requested', 'system call filters failed', 'unix /var/run/docker.sock', 'Docker daemon socket', 'number of inotify instances', 'CAP_SETFCAP', 'ptrace … Operation not permitted', 'bpf … (Operation|operation) not permitted', 'user.max_user_namespaces', 'Failed to lock memory', 'setting rlimit', 'fs.inotify.max_user', 'too low … ulimit', 'Failed to move to new namespace', 'zygote_host_impl_linux', 'sandbox_host', 'namespace … Operation not permitted', 'failed to create … namespace', 'uv_thread_create', 'failed to create new OS thread', 'clone3 … not permitted', 'prctl … not permitted', 'cgroup … not permitted'], unless: ['overcommit_memory is set', 'WARNING … overcommit_memory', 'WARNING: The TCP backlog'] },
  )),
  actions: evidence => [{ title: 'Read what the application asks for.', commands: [tailLogs(evidence)], prop: null }],
};
