/**
 * Answers: does a sentence about calls hold for every caller, every class of calls and every failure, and if not, for which call
 * does it not?
 */
@NullMarked
package io.eastwest.routing.invariant;

import org.jspecify.annotations.NullMarked;
