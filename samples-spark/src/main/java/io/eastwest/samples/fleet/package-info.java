/** Answers: which single failures lose calls, in each mesh of a fleet? */
@NullMarked
package io.eastwest.samples.fleet;

import org.jspecify.annotations.NullMarked;
