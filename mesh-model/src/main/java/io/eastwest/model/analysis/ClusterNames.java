package io.eastwest.model.analysis;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.mesh.MeshProxyConfig;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.scalar.Hostname;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Hosts that VirtualServices define for the sidecars: can callers resolve the name? DNS of a cluster knows only Services of
 * that cluster, so that a Service of another one needs a twin, a ServiceEntry, or DNS capture. Upstream has no such check.
 */
final class ClusterNames {
    private static final String SUFFIX = ".svc.cluster.local";
    private static final String CAPTURE = "ISTIO_META_DNS_CAPTURE";

    private ClusterNames() {}

    static void check(ControlPlaneScope scope, Findings findings) {
        boolean captured = scope.settings()
                .config()
                .defaultConfig()
                .map(MeshProxyConfig::proxyMetadata)
                .orElse(Collections.emptyMap())
                .getOrDefault(CAPTURE, "")
                .equals("true");
        if (captured || scope.clusters().size() == 1) {
            return;
        }
        for (Found<VirtualService> service : scope.configuration(VirtualService.class)) {
            VirtualServiceSpec spec = service.resource().spec();
            for (int i = 0; i < spec.hosts().size() && spec.appliesToMesh(); i++) {
                check(scope, service, i, findings);
            }
        }
    }

    private static void check(ControlPlaneScope scope, Found<VirtualService> service, int index, Findings findings) {
        String host = service.resource().spec().hosts().get(index);
        Optional<ResourceKey> key = service(AnalysisHosts.fqdn(host, service.namespace()));
        Optional<Found<KubernetesService>> found =
                key.flatMap(wanted -> scope.discovered(KubernetesService.class, wanted));
        if (found.isEmpty() || scope.hosts().isEntry(service.namespace(), host)) {
            return;
        }
        List<String> missing = scope.servedClusters().stream()
                .filter(cluster -> scope.discoveredIn(
                                cluster, KubernetesService.class, found.get().key())
                        .isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            findings.warning(
                    IssueCode.HOST_NOT_RESOLVABLE,
                    service,
                    AnalysisPaths.SPEC.field("hosts").index(index),
                    "callers in cluster " + Texts.list(missing) + " cannot resolve " + IssueText.quote(host) + ": "
                            + found.get().key() + " exists in cluster "
                            + IssueText.quote(found.get().cluster()) + ", not there",
                    "add the Service there, too, or a ServiceEntry, or switch on DNS capture");
        }
    }

    /** {@return the Service that a full name stands for} */
    static Optional<ResourceKey> service(String host) {
        int dot = host.indexOf('.');
        if (dot < 0 || Hostname.isWildcard(host) || !host.endsWith(SUFFIX) || host.length() - SUFFIX.length() <= dot) {
            return Optional.empty();
        }
        String namespace = host.substring(dot + 1, host.length() - SUFFIX.length());
        return Optional.of(ResourceKey.of("", "Service", namespace, host.substring(0, dot)));
    }
}
