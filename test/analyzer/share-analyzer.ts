import { ShippedAnalyzer } from './shipped-analyzer';

/** Starts one shipped analyzer for all tests of a suite; after each, AWS is well again and the log is empty. */
export function shareAnalyzer(started: (analyzer: ShippedAnalyzer) => void): void {
  let analyzer: ShippedAnalyzer;

  beforeAll(async () => started(analyzer = await ShippedAnalyzer.start()));

  afterEach(() => {
    analyzer.aws.recover();
    analyzer.runtime.log.length = 0;
  });

  afterAll(() => analyzer.stop());
}
