/** Answers: in which order do workloads move from sidecars to ambient mode so that policies keep holding? */
@NullMarked
package io.eastwest.samples.ambient;

import org.jspecify.annotations.NullMarked;
