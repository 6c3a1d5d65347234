/** Answers: what becomes of the snippets of the slides when they are rendered, and what do calls do then? */
@NullMarked
package io.eastwest.samples.seed;

import org.jspecify.annotations.NullMarked;
