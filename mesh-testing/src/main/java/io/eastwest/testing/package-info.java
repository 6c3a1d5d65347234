/**
 * Answers: how do I assert what a mesh does with a call?
 *
 * <p>Tests start at {@link io.eastwest.testing.MeshAssertions}. Shares are compared exactly. The assertions are as
 * immutable and as thread-safe as those of AssertJ: used by one test at a time.
 */
@NullMarked
package io.eastwest.testing;

import org.jspecify.annotations.NullMarked;
