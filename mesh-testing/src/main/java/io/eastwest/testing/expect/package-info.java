/**
 * Answers: does a mesh do what its {@code expect.yaml} says?
 *
 * <p>For people who write no Java: expectations stand in a file beside the mesh. They are run by a JUnit test ({@link
 * io.eastwest.testing.expect.MeshExpectations#tests}) or by a command ({@link io.eastwest.testing.expect.CheckMesh}).
 */
@NullMarked
package io.eastwest.testing.expect;

import org.jspecify.annotations.NullMarked;
