// Ends CI with a plain line `N passed, N failed`: tests from vitest's JSON report, and each gate step that failed.
//   node scripts/count-results.mjs REPORT [STEP=STATUS …]
// Skipped tests count as failed in CI: what a machine of ours cannot run is not known to work. A missing report is a failure.
import { readFileSync } from 'node:fs';

const [report, ...steps] = process.argv.slice(2);

function readReport() {
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const tests = testResults.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status));
    const passed = tests.filter((status) => status === 'passed').length;
    // A file that could not be loaded has no tests and would count for nothing.
    const broken = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
    ).length;
    return { passed, failed: tests.length - passed + broken };
  } catch (error) {
    console.log(`no test report: ${error instanceof Error ? error.message : error}`);
    return { passed: 0, failed: 1 };
  }
}

const failedSteps = steps.filter((step) => !step.endsWith('=0'));
if (failedSteps.length > 0) console.log(`failed steps: ${failedSteps.join(' ')}`);
const counts = readReport();
const failed = counts.failed + failedSteps.filter((step) => !step.startsWith('tests=') || counts.failed === 0).length;
console.log(`${String(counts.passed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;
