package io.eastwest.model.validation;

import io.eastwest.model.MeshResource;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.EnvoyFilter;
import io.eastwest.model.istio.networking.IstioGateway;
import io.eastwest.model.istio.networking.ProxyConfig;
import io.eastwest.model.istio.networking.ServiceEntry;
import io.eastwest.model.istio.networking.Sidecar;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.networking.WorkloadEntry;
import io.eastwest.model.istio.networking.WorkloadGroup;

/** The rules of the kinds of {@code networking.istio.io}. */
final class NetworkingRules {
    private NetworkingRules() {}

    static void check(MeshResource resource, ManifestIssues issues) {
        if (resource instanceof VirtualService service) {
            VirtualServiceRules.check(service, issues);
        } else if (resource instanceof DestinationRule rule) {
            DestinationRuleRules.check(rule, issues);
        } else if (resource instanceof IstioGateway gateway) {
            IstioGatewayRules.check(gateway, issues);
        } else if (resource instanceof Sidecar sidecar) {
            SidecarRules.check(sidecar, issues);
        } else if (resource instanceof ServiceEntry entry) {
            ServiceEntryRules.check(entry, issues);
        } else if (resource instanceof WorkloadEntry entry) {
            EndpointRules.check(entry, issues);
        } else if (resource instanceof WorkloadGroup group) {
            WorkloadGroupRules.check(group, issues);
        } else if (resource instanceof ProxyConfig config) {
            check(config, issues);
        } else if (resource instanceof EnvoyFilter filter) {
            EnvoyFilterRules.check(filter, issues);
        }
    }

    /** Mirrors istio 1.30.3 {@code pkg/config/validation/validation.go:ValidateProxyConfig}. */
    private static void check(ProxyConfig config, ManifestIssues issues) {
        DocumentPath spec = DocumentPath.root().field("spec");
        config.spec().selector().ifPresent(selector -> {
            DocumentPath labels = spec.field("selector").field("matchLabels");
            LabelMaps.checkSelector(selector.matchLabels(), labels, "every workload of the namespace", issues);
        });
        Quantities.checkNotNegative(config.spec().concurrency(), spec.field("concurrency"), issues);
    }
}
