// Makes three words cost a program its life wherever a pattern looks at them: stands in for an event that costs too much.
const { test } = RegExp.prototype;

RegExp.prototype.test = function (text) {
  if (typeof text === 'string' && text.includes('COSTS TIME')) for (;;);
  if (typeof text === 'string' && text.includes('COSTS MEMORY')) for (const hoard = []; ;) hoard.push(new Array(10_000).fill(hoard.length));
  if (typeof text === 'string' && text.includes('COSTS EVERYTHING')) process.kill(process.pid, 'SIGKILL');
  return test.call(this, text);
};
