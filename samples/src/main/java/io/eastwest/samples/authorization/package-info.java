/** Answers: who may call a service, by which rule, and which rules do nothing? */
@NullMarked
package io.eastwest.samples.authorization;

import org.jspecify.annotations.NullMarked;
