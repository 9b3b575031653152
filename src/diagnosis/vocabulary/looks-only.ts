/** Programs that look at processes and ports: no container is started with one of them, and health checks call them. */
export const LOOKS_ONLY: readonly string[] = [
  '(pgrep|pidof|netstat|lsof|ncat|netcat|telnet): not found',
  '(pgrep|pidof|netstat|lsof|ncat|netcat|telnet): command not found',
  '"(pgrep|pidof|netstat|lsof|ncat|netcat|telnet)": executable file not found',
];
