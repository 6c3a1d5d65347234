package io.eastwest.model.gatewayapi;

import java.util.List;
import java.util.Optional;

/** What the specifications of all routes have in common. */
public interface RouteSpec {
    /** {@return what the route attaches to, at most 32} */
    List<ParentReference> parentRefs();

    /** {@return experimental channel: which default gateways the route uses; empty: none} */
    Optional<GatewayDefaultScope> useDefaultGateways();
}
