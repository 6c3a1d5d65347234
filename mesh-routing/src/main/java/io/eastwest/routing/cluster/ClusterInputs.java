package io.eastwest.routing.cluster;

import io.eastwest.routing.destination.ClusterSettings;
import io.eastwest.routing.endpoints.EndpointGroups;
import io.eastwest.routing.security.PeerAuthenticationModes;
import io.eastwest.routing.security.ServiceIdentities;
import io.eastwest.routing.view.ControlPlaneView;

/** What the clusters of all proxies of one control plane share. Immutable and thread-safe. */
public final class ClusterInputs {
    private final ClusterSettings settings;
    private final EndpointGroups endpoints;
    private final ServiceIdentities identities;

    private ClusterInputs(ControlPlaneView view) {
        PeerAuthenticationModes modes = PeerAuthenticationModes.of(view);
        this.settings = ClusterSettings.of(view, modes);
        this.endpoints = EndpointGroups.of(view, modes);
        this.identities = ServiceIdentities.of(view);
    }

    /**
     * Prepares the clusters of one control plane.
     *
     * @param view what it knows
     * @return what they share
     */
    public static ClusterInputs of(ControlPlaneView view) {
        return new ClusterInputs(view);
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
