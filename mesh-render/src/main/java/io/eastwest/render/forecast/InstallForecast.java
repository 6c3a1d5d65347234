package io.eastwest.render.forecast;

import io.eastwest.model.MeshResource;
import io.eastwest.model.issue.UnsupportedFeatureException;
import io.eastwest.model.topology.ClusterPlatform;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What becomes of what is installed in one cluster: the objects of the charts, and how pods are injected. The charts of the
 * CNI plugin and of gateways are not forecast. Immutable.
 */
public final class InstallForecast {
    private static final String NETWORK_LABEL = "topology.istio.io/network";

    private final List<HelmRelease> releases;
    private final List<ForecastObject> objects;

    private InstallForecast(List<HelmRelease> releases) {
        this.releases = Collections.unmodifiableList(releases);
        List<ForecastObject> made = new ArrayList<>();
        for (HelmRelease release : releases) {
            switch (release.chart()) {
                case base -> made.addAll(BaseForecast.of(release.values()));
                case istiod -> made.addAll(IstiodForecast.of(IstiodValues.of(release)));
                case ztunnel -> made.addAll(ZtunnelForecast.of(release.values(), release.namespace()));
                case gateway, cni -> {}
            }
        }
        this.objects = Collections.unmodifiableList(made);
    }

    /**
     * Forecasts what the operator makes.
     *
     * @param platform what the cluster runs on
     * @param resources resources of the cluster; others than those of the operator are passed over
     * @return the forecast
     */
    public static InstallForecast ofSail(ClusterPlatform platform, Collection<? extends MeshResource> resources) {
        return new InstallForecast(new SailReleases(resources, platform).all());
    }

    /**
     * Forecasts what Helm makes.
     *
     * @param releases the releases
     * @return the forecast
     */
    public static InstallForecast ofHelm(List<HelmRelease> releases) {
        return new InstallForecast(new ArrayList<>(releases));
    }

    /** {@return the Helm releases, those that the operator makes among them} */
    public List<HelmRelease> releases() {
        return releases;
    }

    /** {@return the objects, by release} */
    public List<ForecastObject> objects() {
        return objects;
    }

    /**
     * Finds an object.
     *
     * @param kind its kind
     * @param name its name
     * @return the first of them
     */
    public Optional<ForecastObject> object(String kind, String name) {
        return objects.stream()
                .filter(object -> object.kind().equals(kind) && object.name().equals(name))
                .findFirst();
    }

    /**
     * The path that the API server calls for injection.
     *
     * @param revision revision that a pod or its namespace asks for, {@code default} for none
     * @return the path; empty: no webhook answers for that revision
     */
    public Optional<String> injectionPath(String revision) {
        return istiod(revision)
                .map(WebhookForecast::of)
                .flatMap(made -> made.stream()
                        .filter(object -> object.kind().equals("MutatingWebhookConfiguration"))
                        .findFirst())
                .map(webhook -> webhook.facts().path("calls").asText())
                .map(calls -> {
                    int path = calls.indexOf("/inject");
                    return path < 0 ? "" : calls.substring(path);
                });
    }

    /**
     * How the istiod of this cluster injects a pod.
     *
     * @param revision revision that answers, {@code default} for the default one
     * @param path path of the webhook that the pod came through
     * @param labels labels of the pod
     * @return the pod; empty: it is not injected, or the cluster runs no istiod of that revision
     */
    public Optional<InjectedPod> inject(String revision, String path, Map<String, String> labels) {
        if ("false".equals(labels.get("sidecar.istio.io/inject"))) {
            return Optional.empty();
        }
        return istiod(revision).filter(values -> !values.isRemote()).map(values -> inject(values, path, labels));
    }

    /**
     * Whom the istiod of this cluster believes.
     *
     * @param revision revision of istiod, {@code default} for the default one
     * @param remotes keys of the remote secrets that it has read
     * @return the answer to any claim; empty: the cluster runs no istiod of that revision
     * @throws UnsupportedFeatureException if istiod is given {@code --clusterAliases}
     */
    public Optional<ProxyClaims> claims(String revision, Collection<String> remotes) {
        return istiod(revision).filter(values -> !values.isRemote()).map(values -> {
            boolean aliases = values.pilot("extraContainerArgs").stream()
                    .anyMatch(arguments -> arguments.toString().contains("clusterAliases"));
            if (aliases) {
                throw new UnsupportedFeatureException(
                        "the option --clusterAliases of istiod is not modelled; name each cluster once");
            }
            String trustDomain = values.mesh().path("trustDomain").asText();
            return new ProxyClaims(values.clusterName(), new ArrayList<>(remotes), trustDomain);
        });
    }

    private static InjectedPod inject(IstiodValues values, String path, Map<String, String> labels) {
        String trustDomain = values.mesh().path("trustDomain").asText();
        String meshId = values.global("meshID");
        String caAddress = values.global("caAddress");
        SortedMap<String, String> env = new TreeMap<>();
        env.put("CA_ADDR", caAddress.isEmpty() ? values.istiod() + "." + values.namespace() + ".svc:15012" : caAddress);
        env.put(InjectionPath.CLUSTER, values.clusterName());
        env.put("ISTIO_META_MESH_ID", meshId.isEmpty() ? trustDomain : meshId);
        env.put(InjectionPath.NETWORK, values.global("network"));
        env.put("TRUST_DOMAIN", trustDomain);
        InjectionPath.environment(path).forEach((name, value) -> {
            if (!value.isEmpty()) {
                env.put(name, value);
            }
        });
        if (!labels.getOrDefault(NETWORK_LABEL, "").isEmpty()) {
            env.put(InjectionPath.NETWORK, labels.get(NETWORK_LABEL));
        }
        String network = env.getOrDefault(InjectionPath.NETWORK, "");
        if (network.isEmpty()) {
            env.remove(InjectionPath.NETWORK);
        }
        return InjectedPod.builder()
                .env(env)
                .network(network)
                .discoveryAddress(values.mesh()
                        .path("defaultConfig")
                        .path("discoveryAddress")
                        .asText())
                .build();
    }

    private Optional<IstiodValues> istiod(String revision) {
        return releases.stream()
                .filter(release -> release.chart() == HelmChart.istiod)
                .map(IstiodValues::of)
                .filter(values -> values.revision().equals(revision.equals("default") ? "" : revision))
                .findFirst();
    }
}
