const { createServer } = require('node:http');

const server = createServer((request, response) => response.end(request.url === '/health' ? 'ok' : 'Hello'));
server.listen(8080);

// The load balancer has stopped sending requests when this comes; those under way are finished.
process.on('SIGTERM', () => server.close(() => process.exit(0)));
