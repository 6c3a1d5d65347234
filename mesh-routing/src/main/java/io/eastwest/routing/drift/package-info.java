/** Answers: does a running proxy have what the manifests mean? Immutable and thread-safe. */
@NullMarked
package io.eastwest.routing.drift;

import org.jspecify.annotations.NullMarked;
