import { startServer } from './start.node.ts';

startServer();
