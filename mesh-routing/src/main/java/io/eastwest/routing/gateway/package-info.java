/**
 * Answers: which listeners, filter chains and virtual hosts does istiod make for a gateway? Servers of all Gateways that
 * select the pod, merged by port, with the rules of VirtualServices bound to them.
 */
@NullMarked
package io.eastwest.routing.gateway;

import org.jspecify.annotations.NullMarked;
