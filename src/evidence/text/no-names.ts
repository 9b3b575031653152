/** Words that stand beside `service`, `cluster` and `container` in sentences and are no names. */
const WORDS = new Set(`
  a above account active after again agent alarm alarms alb alive all also always amazon an and any are arn as at autoscaler
  autoscaling away aws back bad because been before below breaker broken busy but by can cannot capacity cdk cloudformation cluster
  clusters code codedeploy command config connect container containers could crash crashes critical dead default defunct deploy
  deploys desk did dies different discovery dns docker does down draining during dying each ec2 ecr ecs eks elb else empty en engine
  entrypoint error errors es event events every everywhere exit exitcode exits fails false family fargate fine flaky for from frozen
  full gone good green group had has have health healthy here high how iam id idle if image in inactive init insights instance
  instances into is issue issues ist it its itself just keeps laggy lambda level limit limits link links log logs low may mesh might
  mode must my name namespace needs never new nlb no node nodes none not nothing now null number of off offline ok okay old on once
  one online only or other our out outage outages overloaded overview owner page pending people per port principal private problem
  problems process provider public quota rds ready red region registry repository restart restarts revision role rollback rollout
  runs runtime s3 same scheduler script see service services set setup shared shell should side since size slow so something soon
  stable stack stacks starts startup state status stays steady still stop stops stuck task tasks tbd team than that the then there
  this time to today todo too trace traffic true type unavailable unclear und undefined unhealthy unknown unless unreachable
  unstable until up update updates user users version view was weird were what when where which while who why will with without
  worker workers works would wrong y yellow yes yesterday
`.trim().split(/\s+/));

/** Names that people give as often as the words mean something else: after a label they are names. */
const NAMES_AFTER_A_LABEL = new Set(['agent', 'default', 'scheduler', 'users', 'worker', 'workers', 'public', 'private', 'green']);

/** Verbs and nouns of English by how they end. */
const INFLECTED = /(?:ed|ing|ly|[ts]ion|ment|ness|ity|able|ible|ure)$/;

/** Compounds of English, such as `health-check`, `auto-scaling` and `set-up`. */
const COMPOUND = new RegExp([
  '^(?:all|auto|cross|full|half|health|high|in|long|low|multi|non|on|over|post|pre|re|self|semi|short)-',
  '^(?:single|start|third|three|two|under|up|well)-',
  '-(?:aware|based|check|checks|down|free|in|level|like|off|only|out|over|owned|party|ready|related)$',
  '-(?:scaling|side|specific|term|up|wide)$',
  '-\\w{1,30}(?:ed|ing)$|^v?\\d|^[a-z]\\d{0,2}$',
].join('|'), 'i');

/** Whether a word after a label, such as `Service:`, or in quotation marks may be a name. */
export const mayBeName = (word: string): boolean =>
  NAMES_AFTER_A_LABEL.has(word.toLowerCase()) || !WORDS.has(word.toLowerCase()) && !FIELD.test(word);

/** A field of the API, as queries name it. */
const FIELD = /^(?:cluster|container|service|stack)_?(?:name|arn|id)s?$/i;

/** Whether a word that only stands among others has the form of a name, such as `checkout-api`. */
export const looksLikeName = (word: string): boolean => /[-_\d]/.test(word) && mayBeName(word) && !COMPOUND.test(word);

/** Whether a word is a compound of English, such as `auto-scaling`. */
export const isCompound = (word: string): boolean => COMPOUND.test(word);

/** Whether a word without the form of a name is not known to mean anything else. */
export const meansNothingElse = (word: string): boolean => !WORDS.has(word.toLowerCase()) && !INFLECTED.test(word) && !COMPOUND.test(word);
