/**
 * Answers: what did a decision consider, and why was each candidate taken or left? Steps as plain values, and the sink that takes
 * them.
 */
@NullMarked
package io.eastwest.routing.trace;

import org.jspecify.annotations.NullMarked;
