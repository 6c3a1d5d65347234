/** Answers: what does a mesh look like on one page, and in pictures? */
@NullMarked
package io.eastwest.samples.report;

import org.jspecify.annotations.NullMarked;
