/**
 * Answers: what on the way of a call does this library not model? Extensions, patches, kinds that istiod reads only on demand, and
 * settings of pods that keep traffic away from the proxy.
 */
@NullMarked
package io.eastwest.routing.unmodelled;

import org.jspecify.annotations.NullMarked;
