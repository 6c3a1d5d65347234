/** Answers: how fast is it, beside its peers? */
@NullMarked
package io.eastwest.benchmarks;

import org.jspecify.annotations.NullMarked;
