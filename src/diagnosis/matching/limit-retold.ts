import { anyOf } from './any-of';
import type { Confidence } from '../model/diagnosis';

/** What ECS never says of itself, and people do who tell what it said. */
const RETOLD = anyOf(
  String.raw`(?<![\w/])I(?:['’]\w{1,2})?(?![\w/:.-])`,
  String.raw`\b(?:we|they) (?:all |just |only |now |still |always |sometimes )?`
  + String.raw`(?:see|saw|get|got|are getting|keep getting|have|had|found|tried|think)\b`,
  String.raw`\b(?:my|our) (?:\w{1,20} )?(?:task|service|container|deployment|colleague|team|cluster)s?\b`,
  String.raw`\b(?:it|ECS|Fargate|AWS|he|she|(?:the )?(?:console|task|error|message|log)s?) (?:also )?`
  + String.raw`(?:say|says|said|told|tells|complains?|complained|mentions?|mentioned)\b`,
  String.raw`\b(?:fail|stop|exit|die|crash|end)(?:s|ed|ped|d|es|ing|ping)? with (?:an? |the )?`
  + String.raw`(?:error|message|reason)?[:\s"'\x60]{1,3}(?=[A-Z(])`,
  String.raw`\b(?:error|message|reason) (?:is|was|reads|being)\b[:\s"'\x60]{1,3}(?=[A-Z(])`,
  String.raw`\b(?:something|sth\.?) (?:like|about|along)\b`,
  String.raw`\b(?:or so|or similar|any idea|does any(?:one|body)|what does (?:it|this|that) mean)\b`,
  String.raw`\b(?:apparently|basically|seems (?:like|that|to be)|looks like)\b`,
  String.raw`\?["')\]]{0,2}\s{0,4}$`,
);

/** A sign of what is left out, where a text begins or ends. */
const CUT = /^\s{0,4}["'(\[]?(?:\.{3}|…)|(?:\.{3}|…|\[(?:truncated|snip|cut)\])["')\]]{0,3}\s{0,4}$/;

/** ECS writes a message on one line; what the programs that mount EFS print has several, each a sentence. */
const WRAPPED = /[^\s\n][ \t]{0,8}\n[ \t]{0,80}[^\s\n]/;
const WRAPPED_IN_A_SENTENCE = /[^\s.:;!?'"\n][ \t]?\n[ \t]{0,80}[\w(]/;
const OF_SEVERAL_LINES = /EFS utils|mount\.nfs4|stderr/;

const isWrapped = (message: string): boolean => (OF_SEVERAL_LINES.test(message) ? WRAPPED_IN_A_SENTENCE : WRAPPED).test(message);

/** How sure the words of a message can make: less where somebody cut, wrapped or retold it. */
export const limitRetold = (message: string): Confidence =>
  CUT.test(message) || RETOLD.test(message) || isWrapped(message) ? 'likely' : 'certain';
