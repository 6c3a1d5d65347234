/**
 * Answers: how does a JUnit test get the mesh that it is about, and each caller, cluster and failure of it?
 *
 * <p>Tests carry {@link io.eastwest.testing.junit.MeshTest}; a method with {@link io.eastwest.testing.junit.MeshMatrix} runs
 * once for each combination of what its parameters ask for. A mesh is read once for all tests of a run that name it.
 */
@NullMarked
package io.eastwest.testing.junit;

import org.jspecify.annotations.NullMarked;
