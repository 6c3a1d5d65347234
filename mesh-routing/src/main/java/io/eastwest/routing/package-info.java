/** Answers: what happens to this call? */
@NullMarked
package io.eastwest.routing;

import org.jspecify.annotations.NullMarked;
