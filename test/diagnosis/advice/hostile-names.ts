/** Names that mean something to a shell, or to the program that it starts. */
export const HOSTILE = [
  '; touch pwned #', '$(touch pwned)', '`touch pwned`', "x'; touch pwned; '", '" && touch pwned "', '> pwned', 'a\ntouch pwned\n', '| touch pwned',
  '--profile=admin', '-o pwned', 'file:///etc/passwd', 'fileb://x', 'http://169.254.169.254/', 'a,Name=b,Values=c', '<(touch pwned)', '*', '~', '!!',
];

/** Names that mean something to PowerShell alone. */
export const HOSTILE_TO_POWERSHELL = [
  '@file.json', '@args', '@{a=1}', "it's ‘quoted’", '“; calc; ”', 'back\\', '--%', '%PATH%', '{calc}', '#x', '$env:PATH', '${x}', 'a`nb',
];
