/**
 * Answers: which install model suits a mesh? Every model that its clusters admit is rendered, counted, and broken: what each costs,
 * and what is lost when any single thing fails. Everything here is pure and immutable.
 */
@NullMarked
package io.eastwest.render.compare;

import org.jspecify.annotations.NullMarked;
