package io.eastwest.render.forecast;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Whether an istiod believes a proxy that says in which cluster it runs: it asks the API server of that cluster about the token
 * of the proxy, and must know that API server. Mirrors istio 1.30.3 {@code
 * security/pkg/server/ca/authenticate/kubeauth/kube_jwt.go:getKubeClient}.
 *
 * @param cluster what istiod calls its own cluster
 * @param remotes keys of the remote secrets that it has read, sorted; never its own cluster
 * @param trustDomain trust domain of its mesh configuration
 */
public record ProxyClaims(String cluster, List<String> remotes, String trustDomain) {
    /**
     * Sorts the keys and leaves out the own cluster, which istiod passes over.
     *
     * @param cluster what istiod calls its own cluster
     * @param remotes keys of the remote secrets that it has read
     * @param trustDomain trust domain of its mesh configuration
     */
    public ProxyClaims {
        requireNonNull(cluster, "cluster");
        requireNonNull(trustDomain, "trustDomain");
        TreeSet<String> read = new TreeSet<>(remotes);
        read.remove(cluster);
        remotes = Collections.unmodifiableList(new ArrayList<>(read));
    }

    /**
     * An istiod of the trust domain {@code cluster.local}.
     *
     * @param cluster what istiod calls its own cluster
     * @param remotes keys of the remote secrets that it has read
     * @return whom it believes
     */
    public static ProxyClaims of(String cluster, Collection<String> remotes) {
        return new ProxyClaims(cluster, new ArrayList<>(remotes), "cluster.local");
    }

    /**
     * Whose API server is asked about the token of a proxy.
     *
     * @param claimed cluster that the proxy reports; empty text: none
     * @return the cluster; empty: the proxy is refused without a question
     */
    public Optional<String> askedAt(String claimed) {
        if (claimed.isEmpty() || claimed.equals(cluster)) {
            return Optional.of(cluster);
        }
        return Optional.of(claimed).filter(remotes::contains);
    }

    /**
     * What istiod says against a proxy.
     *
     * @param claimed cluster that the proxy reports; empty text: none
     * @return the text that the proxy and the log get; empty: an API server is asked
     */
    public Optional<String> refusal(String claimed) {
        return askedAt(claimed).isPresent()
                ? Optional.empty()
                : Optional.of("client claims to be in cluster \"" + claimed
                        + "\", but we only know about local cluster \"" + cluster + "\" and remote clusters ["
                        + String.join(" ", remotes) + "]");
    }

    /**
     * The identity in the certificate of a proxy whose token an API server calls good. It names no cluster. Mirrors istio 1.30.3
     * {@code pkg/spiffe/spiffe.go:genSpiffeURI}.
     *
     * @param namespace namespace of its pod
     * @param serviceAccount account of its pod
     * @return the SPIFFE identity
     */
    public String identity(String namespace, String serviceAccount) {
        return "spiffe://" + trustDomain.replace('@', '.') + "/ns/" + namespace + "/sa/" + serviceAccount;
    }
}
