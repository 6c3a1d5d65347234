package io.eastwest.routing.scope;

import io.eastwest.model.istio.networking.Destination;
import java.util.Optional;

/**
 * What happens to traffic that no service takes.
 *
 * @param allowsAny whether unknown destinations are passed through
 * @param egressProxy where unknown traffic is sent instead of its destination
 */
public record OutboundPolicy(boolean allowsAny, Optional<Destination> egressProxy) {}
