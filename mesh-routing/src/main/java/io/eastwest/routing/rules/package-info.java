/** Answers: which VirtualServices and Gateways does a control plane route by? Names resolved, delegates merged, and those that it makes from Gateway API objects among them. */
@NullMarked
package io.eastwest.routing.rules;

import org.jspecify.annotations.NullMarked;
