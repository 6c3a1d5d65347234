/** Answers: what does a control plane send to one proxy? Listeners, route configurations, clusters and endpoint assignments in the terms of Envoy, as values: the seam between the half that generates configuration and the half that applies it. */
@NullMarked
package io.eastwest.routing.envoy;

import org.jspecify.annotations.NullMarked;
