/**
 * Answers: do these files keep what was wanted, healthy and when any single thing fails? A tree is returned only with the calls
 * that prove it; else the findings are. Everything here is pure and thread-safe.
 */
@NullMarked
package io.eastwest.render.proof;

import org.jspecify.annotations.NullMarked;
