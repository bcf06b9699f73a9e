// Which specs Jest begins with. It remembers how long each took, and the longest come first; in a fresh clone it knows
// nothing and goes by the size of the files. The proofs are short programs that run for minutes: begun last, one of two
// cores would wait for them.
import Sequencer from '@jest/test-sequencer';

const isProof = ({ path }) => /[\\/]proofs[\\/]/u.test(path);

export default class ProofsFirst extends Sequencer {
  sort(tests) {
    const inOrder = super.sort(tests);
    return [...inOrder.filter(isProof), ...inOrder.filter((test) => !isProof(test))];
  }
}
