import { diagnose } from '../../../src/diagnosis/diagnose';
import { evidenceOf } from '../evidence-of';

const stoppedReason = 'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1)';
const failedWith = (logTail: readonly string[], given: object = {}) => diagnose(evidenceOf({ task: { stoppedReason }, logTail, ...given }));

describe('a server that listens on the loopback address', () => {
  test.each([
    'INFO:     Uvicorn running on http://127.0.0.1:8000 (Press CTRL+C to quit)',
    '[2026-11-02 03:00:00 +0000] [1] [INFO] Listening at: http://127.0.0.1:8000 (1)',
    ' * Running on http://127.0.0.1:5000',
    '* Listening on http://127.0.0.1:3000',
    '      Now listening on: http://localhost:5000',
    'PHP 8.2.1 Development Server (http://localhost:8000) started',
    'Starting development server at http://127.0.0.1:8000/',
    '[GIN-debug] Listening and serving HTTP on 127.0.0.1:8080',
  ])('is why the load balancer does not reach it: %s', line => {
    const diagnosis = failedWith([line]);
    expect(diagnosis).toMatchObject({ cause: 'health/elb-wrong-port', confidence: 'likely' });
    expect(diagnosis.summary).toContain('listen on 0.0.0.0');
    expect(diagnosis.clues[0].quote.trim()).toBe(line.trim());
  });

  test('and on another address as well is reached', () => {
    const lines = [' * Running on all addresses (0.0.0.0)', ' * Running on http://127.0.0.1:5000', ' * Running on http://10.0.0.5:5000'];
    expect(failedWith(lines).summary).not.toContain('loopback');
  });
});

describe('a server that listens on another port than the one that is checked', () => {
  const targetGroup = { checkPort: 8080, path: '/health', targets: [] };

  test.each([
    'Example app listening on port 3000', 'Tomcat started on port(s): 9090 (http) with context path', 'ready - started server on 0.0.0.0:3000, url: http://localhost:3000',
    '⇨ http server started on [::]:1323', '{"level":"info","msg":"listening on :9090"}', '* Listening on tcp://0.0.0.0:3000', '  ➜  Local:   http://localhost:5173/',
  ])('is named with both ports: %s', line => {
    const diagnosis = failedWith([line], { targetGroup });
    expect(diagnosis).toMatchObject({ cause: 'health/elb-wrong-port', confidence: 'likely' });
    expect(diagnosis.summary).toMatch(/listens on port \d+, and the health check goes to port 8080/);
  });

  test('is found by the port in the event of the service, too', () => {
    const serviceEvents = ['(service web) (port 80) is unhealthy in (target-group arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1) due to (reason Health checks failed).'];
    expect(failedWith(['Example app listening on port 3000'], { serviceEvents }).summary).toContain('goes to port 80.');
  });

  test('on the same port says nothing', () => expect(failedWith(['Example app listening on port 8080'], { targetGroup }).summary).not.toContain('goes to port'));
});

describe('the access log on the path of the health check', () => {
  const targetGroup = { checkPort: 8080, path: '/health', targets: [] };

  test.each([
    ['10.0.1.7 - - [02/Nov/2026:03:00:00 +0000] "GET /health HTTP/1.1" 503 12 "-" "-"', 'health/elb-server-error'],
    ['GET /health 404 1.2 ms - 139', 'health/elb-path'],
    ['INFO: 10.0.1.7:4000 - "GET /health HTTP/1.1" 401 Unauthorized', 'health/elb-auth'],
    ['GET /health 302 3 ms', 'health/elb-redirect'],
  ])('tells the cause by its status: %s', (line, cause) => {
    const diagnosis = failedWith([line], { targetGroup });
    expect(diagnosis).toMatchObject({ cause, confidence: 'likely' });
    expect(diagnosis.clues[0].quote).toContain(line);
  });

  test('of another path says nothing of it', () => expect(failedWith(['GET /healthy 404 1 ms'], { targetGroup }).cause).not.toBe('health/elb-path'));
});
