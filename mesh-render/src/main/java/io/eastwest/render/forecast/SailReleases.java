package io.eastwest.render.forecast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.MeshResource;
import io.eastwest.model.sail.ControlPlaneReference;
import io.eastwest.model.sail.Istio;
import io.eastwest.model.sail.IstioCni;
import io.eastwest.model.sail.IstioSpec;
import io.eastwest.model.sail.IstioUpdateStrategy;
import io.eastwest.model.sail.UpdateStrategyType;
import io.eastwest.model.sail.ZTunnel;
import io.eastwest.model.sail.ZTunnelSpec;
import io.eastwest.model.topology.ClusterPlatform;
import io.eastwest.model.writer.ManifestWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The Helm releases that the operator makes of its resources. Mirrors sail-operator 1.30.3 {@code
 * controllers/istiorevision}, {@code controllers/istiocni}, {@code controllers/ztunnel} and {@code pkg/istiovalues}.
 */
final class SailReleases {
    private static final String DEFAULT = "default";

    private final Collection<? extends MeshResource> resources;
    private final ClusterPlatform platform;

    SailReleases(Collection<? extends MeshResource> resources, ClusterPlatform platform) {
        this.resources = resources;
        this.platform = platform;
    }

    List<HelmRelease> all() {
        List<HelmRelease> releases = new ArrayList<>();
        for (MeshResource resource : resources) {
            if (resource instanceof Istio istio) {
                releases.addAll(of(istio.withDefaults()));
            } else if (resource instanceof IstioCni cni) {
                String namespace = cni.withDefaults().spec().namespace().orElseThrow();
                releases.add(HelmRelease.of(HelmChart.cni, "istio-cni", namespace, Facts.object()));
            } else if (resource instanceof ZTunnel ztunnel) {
                of(ztunnel).ifPresent(releases::add);
            }
        }
        return releases;
    }

    /** The revision that the operator makes: none is called {@code default} but the one that is empty for the charts. */
    static String revision(Istio istio) {
        IstioSpec spec = istio.withDefaults().spec();
        boolean byRevision = spec.updateStrategy()
                .flatMap(IstioUpdateStrategy::type)
                .filter(UpdateStrategyType.RevisionBased::equals)
                .isPresent();
        String name = istio.metadata().name();
        return byRevision ? name + "-" + spec.version().orElseThrow().replace('.', '-') : name;
    }

    private List<HelmRelease> of(Istio istio) {
        List<HelmRelease> releases = new ArrayList<>();
        String namespace = istio.spec().namespace().orElseThrow();
        String revision = revision(istio);
        ObjectNode values = values(istio);
        releases.add(HelmRelease.of(HelmChart.istiod, revision + "-istiod", namespace, values));
        if (revision.equals(DEFAULT)) {
            releases.add(HelmRelease.of(HelmChart.base, DEFAULT + "-base", "sail-operator", values));
        }
        return releases;
    }

    private ObjectNode values(Istio istio) {
        ObjectNode values = Facts.object();
        istio.spec().values().ifPresent(given -> values.setAll((ObjectNode) ManifestWriter.valueToTree(given)));
        String revision = revision(istio);
        values.put("revision", revision.equals(DEFAULT) ? "" : revision);
        values.remove("defaultRevision");
        ObjectNode global = values.get("global") instanceof ObjectNode given ? given : values.putObject("global");
        global.put("istioNamespace", istio.spec().namespace().orElseThrow());
        if (platform == ClusterPlatform.openshift && !global.has("platform")) {
            global.put("platform", "openshift");
        }
        istio.spec()
                .profile()
                .ifPresent(profile -> values.put("profile", profile.name().replace('_', '-')));
        return values;
    }

    private Optional<HelmRelease> of(ZTunnel ztunnel) {
        ZTunnelSpec spec = ztunnel.withDefaults().spec();
        ObjectNode values = Facts.object();
        Optional<ControlPlaneReference> target = spec.targetRef();
        if (target.isPresent()) {
            Optional<Istio> istio = resources.stream()
                    .filter(Istio.class::isInstance)
                    .map(Istio.class::cast)
                    .filter(candidate ->
                            candidate.metadata().name().equals(target.get().name()))
                    .findFirst();
            if (istio.isEmpty()) {
                return Optional.empty();
            }
            copy(istio.get().withDefaults(), values);
        }
        spec.values()
                .flatMap(given -> given.ztunnel())
                .ifPresent(settings -> values.setAll((ObjectNode) ManifestWriter.valueToTree(settings)));
        values.put("profile", "ambient");
        return Optional.of(
                HelmRelease.of(HelmChart.ztunnel, "ztunnel", spec.namespace().orElseThrow(), values));
    }

    private void copy(Istio istio, ObjectNode values) {
        JsonNode from = values(istio);
        values.set("multiCluster", from.path("global").path("multiCluster"));
        values.set("network", from.path("global").path("network"));
        values.set("istioNamespace", from.path("global").path("istioNamespace"));
        values.set("revision", from.path("revision"));
        values.properties().removeIf(field -> field.getValue().isMissingNode());
    }
}
