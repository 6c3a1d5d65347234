/** Answers: what happens when the backend of the own region fails? */
@NullMarked
package io.eastwest.samples.failover;

import org.jspecify.annotations.NullMarked;
