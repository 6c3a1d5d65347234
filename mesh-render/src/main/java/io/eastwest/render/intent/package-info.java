/**
 * Answers: which objects make calls stay, move or split as I want, and on which control planes must they be? An intent is one
 * immutable value; it gives its manifests and the promises that they must keep. Everything here is pure and thread-safe.
 */
@NullMarked
package io.eastwest.render.intent;

import org.jspecify.annotations.NullMarked;
