/**
 * Answers: how good are the tests of a mesh, and which expectation is missing?
 *
 * <p>{@link io.eastwest.testing.mutation.MeshMutations} changes one rule of the mesh at a time and runs the tests on what comes of
 * it: tests that still pass do not see the change. For those it seeks a call that is answered differently, and writes the
 * expectation that would have failed. The same mesh and tests give the same report.
 */
@NullMarked
package io.eastwest.testing.mutation;

import org.jspecify.annotations.NullMarked;
