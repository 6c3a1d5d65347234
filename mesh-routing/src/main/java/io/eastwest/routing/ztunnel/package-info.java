/**
 * Answers: what does a ztunnel do with a connection? Where it sends one that its workload opens, how that is secured, and
 * whether one that arrives may pass.
 *
 * <p>Mirrors ztunnel 1.30.3 {@code src/proxy/outbound.rs}, {@code inbound.rs}, {@code inbound_passthrough.rs}, {@code
 * src/state.rs} and {@code src/rbac.rs}.
 */
@NullMarked
package io.eastwest.routing.ztunnel;

import org.jspecify.annotations.NullMarked;
