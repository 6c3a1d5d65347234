package io.eastwest.routing.credential;

import io.eastwest.model.MeshResource;
import io.eastwest.model.istio.networking.ServerTlsMode;
import io.eastwest.model.istio.networking.ServerTlsSettings;
import io.eastwest.model.kubernetes.ConfigMap;
import io.eastwest.model.kubernetes.Secret;
import io.eastwest.routing.envoy.UpstreamTls;
import io.eastwest.routing.view.ClusterView;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The certificates that one proxy asks its control plane for by {@code credentialName}. They are looked for in the cluster of the
 * proxy, then in that of the control plane; a proxy gets Secrets of its own namespace only. Whether its service account may list
 * them is taken as given, and so are all Secrets where none is known but those of the mesh itself: such a mesh was read without them.
 * Mirrors istio 1.30.3 {@code pilot/pkg/xds/sds.go}, {@code pilot/pkg/credentials/kube/secrets.go} and {@code
 * pilot/pkg/security/model/authentication.go:ApplyCredentialSDSToServerCommonTLSContext,
 * ApplyCustomSDSToClientCommonTLSContext}. Immutable and thread-safe.
 */
public final class ProxyCredentials {
    private static final String CA_SUFFIX = "-cacert";
    private static final String NOT_SUPPLIED = " (Secret is not supplied by SDS)";
    private static final String REMOTE_SECRET = "istio/multiCluster";
    private static final List<String> OF_THE_MESH = List.of("cacerts", "istio-ca-secret");

    private final List<ClusterView> clusters;
    private final Optional<ClusterView> configuration;
    private final String namespace;
    private final boolean known;

    private ProxyCredentials(List<ClusterView> clusters, Optional<ClusterView> configuration, String namespace) {
        this.clusters = clusters;
        this.configuration = configuration;
        this.namespace = namespace;
        this.known = clusters.stream()
                .flatMap(cluster -> cluster.resources(Secret.class).stream())
                .anyMatch(secret -> !isOfMesh(secret));
    }

    /**
     * Makes the credentials of a proxy.
     *
     * @param view what its control plane knows
     * @param cluster cluster of the proxy
     * @param namespace namespace of the proxy
     * @return its credentials
     */
    public static ProxyCredentials of(ControlPlaneView view, String cluster, String namespace) {
        List<ClusterView> searched = new ArrayList<>();
        Optional<ClusterView> configuration = named(view, view.cluster());
        if (!cluster.equals(view.cluster())) {
            named(view, cluster).ifPresent(searched::add);
        }
        configuration.ifPresent(searched::add);
        return new ProxyCredentials(searched, configuration, namespace);
    }

    private static Optional<ClusterView> named(ControlPlaneView view, String name) {
        return view.clusters().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private static boolean isOfMesh(Secret secret) {
        return secret.metadata().labels().getOrDefault(REMOTE_SECRET, "").equals("true")
                || OF_THE_MESH.contains(secret.metadata().name());
    }

    /**
     * What the proxy is not given of the certificates of a server. Of two {@code credentialNames} one is enough.
     *
     * @param tls TLS settings of the server
     * @return why, for example {@code Secret ingress/shop does not exist (Secret is not supplied by SDS)}, the end in Envoy's words;
     *     empty: it gets all that it needs, or the settings name none
     */
    public Optional<String> missing(ServerTlsSettings tls) {
        return missingOf(tls).map(reason -> reason + NOT_SUPPLIED);
    }

    private Optional<String> missingOf(ServerTlsSettings tls) {
        List<String> names =
                tls.credentialNames().isEmpty() ? tls.credentialName().stream().toList() : tls.credentialNames();
        names = names.stream().filter(name -> !name.isEmpty()).toList();
        if (names.isEmpty() || isOwn(tls)) {
            return Optional.empty();
        }
        List<Optional<String>> pairs = names.stream().map(this::missingPair).toList();
        if (pairs.stream().allMatch(Optional::isPresent)) {
            return pairs.get(0);
        }
        boolean verifies = tls.mode().filter(ProxyCredentials::verifies).isPresent();
        return verifies
                ? missingAuthority(tls.caCertCredentialName()
                        .filter(name -> !name.isEmpty())
                        .orElse(names.get(0) + CA_SUFFIX))
                : Optional.empty();
    }

    /** Whether the proxy shows the certificate of the mesh, whatever is named. */
    private static boolean isOwn(ServerTlsSettings tls) {
        return tls.mode().filter(ServerTlsMode.ISTIO_MUTUAL::equals).isPresent();
    }

    private static boolean verifies(ServerTlsMode mode) {
        return mode == ServerTlsMode.MUTUAL || mode == ServerTlsMode.OPTIONAL_MUTUAL;
    }

    /**
     * What the proxy is not given of the certificates with which it calls others.
     *
     * @param tls TLS settings of a cluster
     * @return why, as for servers; empty: it gets all that it needs, or the settings name none
     */
    public Optional<String> missing(UpstreamTls tls) {
        return tls.certificate()
                .filter(name -> name.contains("://"))
                .flatMap(this::missingPair)
                .or(() -> tls.authority().flatMap(this::missingAuthority))
                .map(reason -> reason + NOT_SUPPLIED);
    }

    private Optional<String> missingPair(String name) {
        CredentialName credential = CredentialName.parse(name, namespace);
        return switch (credential.source()) {
            case ELSEWHERE -> Optional.empty();
            case NOWHERE -> Optional.of("\"" + name + "\" names no credential");
            case CONFIG_MAP -> Optional.of("a ConfigMap holds no key, but \"" + name + "\" names one");
            case OWN_CLUSTER -> notOwn(credential).or(() -> missingPair(clusters, credential));
            case CONFIGURATION -> missingPair(configuration.stream().toList(), credential);
        };
    }

    private Optional<String> missingAuthority(String name) {
        CredentialName credential = CredentialName.parse(name, namespace);
        return switch (credential.source()) {
            case ELSEWHERE -> Optional.empty();
            case NOWHERE -> Optional.of("\"" + name.replace(CA_SUFFIX, "") + "\" names no credential");
            case CONFIG_MAP -> missingMap(credential.withoutSuffix(CA_SUFFIX));
            case OWN_CLUSTER -> notOwn(credential).or(() -> missingAuthority(clusters, credential));
            case CONFIGURATION -> missingAuthority(configuration.stream().toList(), credential);
        };
    }

    private Optional<String> missingAuthority(List<ClusterView> searched, CredentialName credential) {
        if (!known || !credential.name().endsWith(CA_SUFFIX)) {
            return Optional.empty();
        }
        for (ClusterView cluster : searched) {
            Optional<Secret> secret = find(cluster, Secret.class, credential)
                    .or(() -> find(cluster, Secret.class, credential.withoutSuffix(CA_SUFFIX)));
            if (secret.flatMap(KeyPairs::authorities)
                    .filter(KeyPairs::hasCertificate)
                    .isPresent()) {
                return Optional.empty();
            }
        }
        return Optional.of("neither Secret " + credential.place() + " nor "
                + credential.withoutSuffix(CA_SUFFIX).place() + " holds a CA certificate");
    }

    private Optional<String> missingMap(CredentialName credential) {
        return configuration
                        .flatMap(cluster -> find(cluster, ConfigMap.class, credential))
                        .flatMap(KeyPairs::authorities)
                        .filter(KeyPairs::hasCertificate)
                        .isPresent()
                ? Optional.empty()
                : Optional.of("ConfigMap " + credential.place() + " holds no CA certificate");
    }

    private Optional<String> notOwn(CredentialName credential) {
        return credential.namespace().equals(namespace)
                ? Optional.empty()
                : Optional.of("Secret " + credential.place() + " is of another namespace than the proxy, which is in "
                        + namespace);
    }

    private Optional<String> missingPair(List<ClusterView> searched, CredentialName credential) {
        List<Secret> found = searched.stream()
                .flatMap(cluster -> find(cluster, Secret.class, credential).stream())
                .toList();
        if (!known || found.stream().anyMatch(KeyPairs::hold)) {
            return Optional.empty();
        }
        return Optional.of("Secret " + credential.place()
                + (found.isEmpty() ? " does not exist" : " holds no certificate with its key"));
    }

    private static <T extends MeshResource> Optional<T> find(
            ClusterView cluster, Class<T> kind, CredentialName credential) {
        return cluster.resources(kind).stream()
                .filter(each -> each.metadata().name().equals(credential.name())
                        && each.metadata().namespaceOrDefault().equals(credential.namespace()))
                .findFirst();
    }
}
