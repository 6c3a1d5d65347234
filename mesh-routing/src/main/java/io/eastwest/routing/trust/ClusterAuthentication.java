package io.eastwest.routing.trust;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.istio.mesh.MeshCaCertificate;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshViews;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which clusters of a mesh can authenticate each other: whether the chain of each ends at a root that the other trusts, and whether each
 * accepts the trust domain of the other. Certificates of workloads come from the istiod of their control plane; other certificate
 * authorities are not modelled. Immutable and thread-safe.
 */
public final class ClusterAuthentication {
    private final Map<String, ControlPlaneView> views = new LinkedHashMap<>();
    private final Map<String, IssuerMaterial> materials = new LinkedHashMap<>();
    private final Instant time;

    private ClusterAuthentication(MeshSnapshot snapshot, Instant time) {
        this.time = time;
        MeshViews all = MeshViews.of(snapshot);
        for (String cluster : snapshot.clusters()) {
            ControlPlaneView view = all.view(cluster);
            views.put(cluster, view);
            materials.computeIfAbsent(view.cluster(), key -> IssuerMaterial.of(snapshot, view));
        }
    }

    /**
     * Reads what a snapshot shows: Secrets {@code cacerts} and {@code istio-ca-secret}, ConfigMaps {@code istio-ca-root-cert}, the
     * trust domains and further roots of the mesh configurations.
     *
     * @param snapshot everything that is configured
     * @param time when the calls are made
     * @return who can authenticate whom
     */
    public static ClusterAuthentication of(MeshSnapshot snapshot, Instant time) {
        return new ClusterAuthentication(snapshot, time);
    }

    /** {@return each ordered pair of different clusters, in the order of the clusters} */
    public List<ClusterPair> pairs() {
        List<ClusterPair> pairs = new ArrayList<>();
        for (String client : views.keySet()) {
            for (String server : views.keySet()) {
                if (!client.equals(server)) {
                    pairs.add(pair(client, server));
                }
            }
        }
        return pairs;
    }

    /**
     * One pair.
     *
     * @param client the cluster that calls
     * @param server the cluster that answers
     * @return whether mutual TLS between their workloads succeeds
     * @throws IllegalArgumentException if the mesh has no such cluster
     */
    public ClusterPair pair(String client, String server) {
        ControlPlaneView from = view(client);
        ControlPlaneView to = view(server);
        List<String> failures = new ArrayList<>(domains(client, from, server, to));
        List<String> unknown = new ArrayList<>();
        if (!from.cluster().equals(to.cluster())) {
            chain(from.cluster(), to.cluster()).into(failures, unknown);
            chain(to.cluster(), from.cluster()).into(failures, unknown);
        }
        if (!failures.isEmpty()) {
            return new ClusterPair(client, server, AuthenticationVerdict.FAILS, failures);
        }
        return new ClusterPair(
                client,
                server,
                unknown.isEmpty() ? AuthenticationVerdict.SUCCEEDS : AuthenticationVerdict.UNKNOWN,
                unknown);
    }

    private ControlPlaneView view(String cluster) {
        return Optional.ofNullable(views.get(cluster))
                .orElseThrow(() -> new IllegalArgumentException("no cluster \"" + cluster + "\" in the mesh"));
    }

    /** {@return whether certificates that one control plane issues end at a root that the other hands out} */
    private ChainResult chain(String issuer, String verifier) {
        IssuerMaterial presented = materials.computeIfAbsent(issuer, IssuerMaterial::none);
        return materials.computeIfAbsent(verifier, IssuerMaterial::none).verify(presented, time);
    }

    private static List<String> domains(String client, ControlPlaneView from, String server, ControlPlaneView to) {
        String calling = from.trustDomain(client);
        String answering = to.trustDomain(server);
        if (calling.equals(answering)) {
            return List.of();
        }
        List<String> failures = new ArrayList<>();
        if (from.ambient().enabled() || to.ambient().enabled()) {
            failures.add("cluster " + client + " has trust domain " + calling + ", cluster " + server + " has "
                    + answering + "; ztunnels accept only their own");
            return failures;
        }
        if (!accepted(to, ClusterAuthentication::rooted).contains(calling)) {
            failures.add(
                    "cluster " + server + " accepts no certificates of trust domain " + calling + " of cluster "
                            + client
                            + "; it is neither in trustDomainAliases nor in caCertificates[].trustDomains of its control plane");
        }
        if (!accepted(from, certificate -> List.of()).contains(answering)) {
            failures.add("cluster " + client + " expects no servers of trust domain " + answering + " of cluster "
                    + server + "; it is not in trustDomainAliases of its control plane");
        }
        return failures;
    }

    private static List<String> rooted(MeshCaCertificate certificate) {
        return certificate.trustDomains();
    }

    private static List<String> accepted(ControlPlaneView view, Function<MeshCaCertificate, List<String>> more) {
        List<String> domains = new ArrayList<>();
        domains.add(view.trustDomain(view.cluster()));
        domains.addAll(view.meshConfig().trustDomainAliases());
        view.meshConfig().caCertificates().forEach(each -> domains.addAll(more.apply(each)));
        return domains;
    }
}
