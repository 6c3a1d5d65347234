/** Answers: how do callers of each cluster get a subset of their own? */
@NullMarked
package io.eastwest.samples.partitioning;

import org.jspecify.annotations.NullMarked;
