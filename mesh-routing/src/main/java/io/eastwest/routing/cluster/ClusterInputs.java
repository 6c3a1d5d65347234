package io.eastwest.routing.cluster;

import io.eastwest.routing.ambient.AmbientIndex;
import io.eastwest.routing.destination.ClusterSettings;
import io.eastwest.routing.endpoints.EndpointGroups;
import io.eastwest.routing.security.PeerAuthenticationModes;
import io.eastwest.routing.security.ServiceIdentities;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.Optional;
import java.util.function.Supplier;

/** What the clusters of all proxies of one control plane share. Immutable and thread-safe. */
public final class ClusterInputs {
    private final ClusterSettings settings;
    private final EndpointGroups endpoints;
    private final ServiceIdentities identities;

    private ClusterInputs(ControlPlaneView view, Supplier<Optional<AmbientIndex>> ambient) {
        PeerAuthenticationModes modes = PeerAuthenticationModes.of(view);
        this.settings = ClusterSettings.of(view, modes);
        this.endpoints = EndpointGroups.of(view, modes, ambient);
        this.identities = ServiceIdentities.of(view);
    }

    /**
     * Prepares the clusters of one control plane.
     *
     * @param view what it knows
     * @return what they share
     */
    public static ClusterInputs of(ControlPlaneView view) {
        return of(view, Optional::empty);
    }

    /**
     * Prepares the clusters of one control plane.
     *
     * @param view what it knows
     * @param ambient gives what it sends to ztunnels; empty: it does not serve ambient mode
     * @return what they share
     */
    public static ClusterInputs of(ControlPlaneView view, Supplier<Optional<AmbientIndex>> ambient) {
        return new ClusterInputs(view, ambient);
    }

    ClusterSettings settings() {
        return settings;
    }

    EndpointGroups endpoints() {
        return endpoints;
    }

    ServiceIdentities identities() {
        return identities;
    }
}
