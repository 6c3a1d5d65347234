/** Answers: workloads of which clusters can authenticate each other, and what is missing where they cannot? */
@NullMarked
package io.eastwest.routing.trust;

import org.jspecify.annotations.NullMarked;
