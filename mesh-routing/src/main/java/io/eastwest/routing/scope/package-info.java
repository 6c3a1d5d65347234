/** Answers: what does one proxy see? Services, VirtualServices and DestinationRules after exportTo, Sidecar resources and namespaces. */
@NullMarked
package io.eastwest.routing.scope;

import org.jspecify.annotations.NullMarked;
