/** Answers: how is a connection secured, and who may call? PeerAuthentication modes of workloads and namespaces. */
@NullMarked
package io.eastwest.routing.security;

import org.jspecify.annotations.NullMarked;
