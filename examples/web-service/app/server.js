const { createServer } = require('node:http');

const server = createServer((request, response) => response.end(request.url === '/health' ? 'ok' : 'Hello'));
// Longer than the minute for which the load balancer keeps an idle connection: who closes first must not be who answers.
server.keepAliveTimeout = 65_000;
server.listen(8080);

// The load balancer has stopped sending requests when this comes; those under way are finished.
process.on('SIGTERM', () => server.close(() => process.exit(0)));
