/**
 * Answers: which rules of a mesh do its tests reach, and which call would reach the others?
 *
 * <p>{@link io.eastwest.testing.coverage.MeshCoverage} is given calls and makes a {@link
 * io.eastwest.testing.coverage.CoverageReport}. What was reached is read from the steps that decided, so there is no second
 * idea of what a rule takes. The collector may be used by several threads; reports are immutable.
 */
@NullMarked
package io.eastwest.testing.coverage;

import org.jspecify.annotations.NullMarked;
