package io.eastwest.routing.parity;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What users call the behaviour that a part of a specification describes. */
enum ParityFeature {
    SCOPE("What a proxy sees: `exportTo`, `Sidecar`, namespaces", "istio-routes.md", 0, 1),
    HOSTS("Host names: short names, wildcards, conflicts", "istio-routes.md", 2),
    GATEWAYS("Istio `Gateway` servers and the VirtualServices bound to them", "istio-routes.md", 3),
    DELEGATES("Delegate VirtualServices", "istio-routes.md", 4),
    MATCHES("Matches of a VirtualService", "istio-routes.md", 5),
    ACTIONS(
            "Redirect, rewrite, direct response, headers, timeout, retries, faults, mirrors, CORS",
            "istio-routes.md",
            6),
    LISTENERS("Listeners, protocols, TLS and TCP routes, default routes", "istio-routes.md", 7),
    CLUSTERS_AND_ROUTES("Routes in several clusters", "istio-routes.md", 8),
    DEAD_ENDS("Dead ends: no route, no cluster, no endpoint", "istio-routes.md", 9),
    REFUSED_BY_ADMISSION("What admission refuses", "istio-routes.md", 10),
    KNOWN_TRAPS("Traps of VirtualServices", "istio-routes.md", 11, 12),
    GATEWAY_API_OBJECTS("Gateway API: classes, defaults, references and grants", "gateway-api.md", 1, 2, 3, 4),
    GATEWAY_API_LISTENERS("Gateway API: listeners and ListenerSets", "gateway-api.md", 5, 6),
    GATEWAY_API_ATTACHMENT("Gateway API: attachment and host names", "gateway-api.md", 7, 8),
    GATEWAY_API_MATCHES("Gateway API: matches, precedence, merging", "gateway-api.md", 9, 10),
    GATEWAY_API_FILTERS("Gateway API: filters, timeouts, retries", "gateway-api.md", 11, 13),
    GATEWAY_API_BACKENDS("Gateway API: backends, weights, failures", "gateway-api.md", 12, 18),
    GATEWAY_API_OTHER_ROUTES("Gateway API: GRPCRoute, TLSRoute, policies", "gateway-api.md", 14, 15, 16),
    GATEWAY_API_MESH("Gateway API in the mesh (GAMMA)", "gateway-api.md", 17, 21),
    DESTINATION_RULES("DestinationRule: lookup, merge, inheritance", "load-balancing.md", 0, 1),
    SUBSETS("Subsets and labels", "load-balancing.md", 2),
    ENDPOINTS("Endpoints of a service", "load-balancing.md", 3),
    SPLIT_HORIZON("Endpoints behind gateways of other networks", "load-balancing.md", 4),
    LOCALITY("Locality: distribute, failover, priorities", "load-balancing.md", 5),
    BALANCING("Envoy's balancing: priorities, panic, hashing", "load-balancing.md", 6),
    OUTLIER_DETECTION("Outlier detection and retries", "load-balancing.md", 7, 9),
    MESH_MODELS("Models of multi-cluster meshes", "multicluster.md", 0, 3, 4, 12, 14, 15),
    EAST_WEST("East-west gateways, networks, SNI-DNAT", "multicluster.md", 5, 8, 9),
    DISCOVERY("Discovery by remote secrets", "multicluster.md", 6),
    MESH_CONFIG("Mesh configuration: cluster-local services, defaults", "multicluster.md", 10),
    MUTUAL_TLS("Mutual TLS: PeerAuthentication, DestinationRule, automatic", "security-ambient.md", 0, 1),
    TRUST_DOMAINS("Trust domains and identities", "security-ambient.md", 2),
    AUTHORIZATION("AuthorizationPolicy", "security-ambient.md", 3),
    REQUEST_AUTHENTICATION("RequestAuthentication", "security-ambient.md", 4),
    SECURE_GATEWAYS("Security at gateways", "security-ambient.md", 6, 7, 8);

    private final String title;
    private final String document;
    /** One bit for each section. */
    private final long sections;

    ParityFeature(String title, String document, int... sections) {
        this.title = title;
        this.document = document;
        this.sections = IntStream.of(sections).mapToLong(each -> 1L << each).sum();
    }

    String title() {
        return title;
    }

    /** {@return the feature that a section is about; empty: the section is about no feature} */
    static Optional<ParityFeature> of(String document, int section) {
        return Stream.of(values())
                .filter(feature -> feature.document.equals(document))
                .filter(feature -> section < Long.SIZE && (feature.sections & 1L << section) != 0)
                .findFirst();
    }
}
