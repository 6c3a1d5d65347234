/** Answers: how good are the tests of a mesh, and which expectation is missing? */
@NullMarked
package io.eastwest.samples.mutation;

import org.jspecify.annotations.NullMarked;
