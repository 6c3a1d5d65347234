/**
 * Answers: which proxies get the same listeners, routes and clusters, so that they are made and kept once?
 *
 * <p>Nothing lists what a listener, a route or a cluster depends on. Whoever makes one is given a proxy that notes what it is asked
 * ({@link io.eastwest.routing.view.ProxyQuestion}); another proxy that gives the same answers gets the same value.
 */
@NullMarked
package io.eastwest.routing.shared;

import org.jspecify.annotations.NullMarked;
