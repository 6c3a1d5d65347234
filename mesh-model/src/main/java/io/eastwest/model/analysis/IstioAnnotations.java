package io.eastwest.model.analysis;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The annotations that Istio knows, and where they belong. Mirrors istio/api v1.30.3 {@code annotation/annotations.yaml} and
 * istio 1.30.3 {@code pkg/config/analysis/analyzers/maturity/maturity.go:AlwaysIgnoredAnnotations}.
 */
final class IstioAnnotations {
    /** Set by Istio itself, wherever they stand. */
    static final List<String> IGNORED =
            List.of("sidecar.istio.io/status", "gateway.istio.io/controller-version", "istio.io/rev");

    static final List<String> DEPRECATED = List.of(
            "alpha.istio.io/canonical-serviceaccounts",
            "alpha.istio.io/kubernetes-serviceaccounts",
            "sidecar.istio.io/discoveryAddress",
            "sidecar.istio.io/extraStatTags",
            "sidecar.istio.io/inject",
            "sidecar.istio.io/statsCompression",
            "sidecar.istio.io/statsInclusionPrefixes",
            "sidecar.istio.io/statsInclusionRegexps",
            "sidecar.istio.io/statsInclusionSuffixes",
            "traffic.sidecar.istio.io/kubevirtInterfaces");

    private static final String PLACES = """
            Service: alpha.istio.io/canonical-serviceaccounts alpha.istio.io/kubernetes-serviceaccounts
              networking.istio.io/exportTo traffic.istio.io/nodeSelector
            Pod: ambient.istio.io/bypass-inbound-capture ambient.istio.io/dns-capture ambient.istio.io/redirection
              inject.istio.io/templates istio.io/reroute-virtual-interfaces istio.io/rev
              prometheus.istio.io/merge-metrics proxy.istio.io/config proxy.istio.io/overrides
              readiness.status.sidecar.istio.io/applicationPorts readiness.status.sidecar.istio.io/failureThreshold
              readiness.status.sidecar.istio.io/initialDelaySeconds readiness.status.sidecar.istio.io/periodSeconds
              sidecar.istio.io/agentLogLevel sidecar.istio.io/bootstrapOverride sidecar.istio.io/componentLogLevel
              sidecar.istio.io/discoveryAddress sidecar.istio.io/extraStatTags sidecar.istio.io/inject
              sidecar.istio.io/interceptionMode sidecar.istio.io/logLevel sidecar.istio.io/nativeSidecar
              sidecar.istio.io/proxyCPU sidecar.istio.io/proxyCPULimit sidecar.istio.io/proxyImage
              sidecar.istio.io/proxyImageType sidecar.istio.io/proxyMemory sidecar.istio.io/proxyMemoryLimit
              sidecar.istio.io/rewriteAppHTTPProbers sidecar.istio.io/statsCompression
              sidecar.istio.io/statsEvictionInterval sidecar.istio.io/statsFlushInterval
              sidecar.istio.io/statsHistogramBins sidecar.istio.io/statsHistogramBuckets
              sidecar.istio.io/statsInclusionPrefixes sidecar.istio.io/statsInclusionRegexps
              sidecar.istio.io/statsInclusionSuffixes sidecar.istio.io/status sidecar.istio.io/userVolume
              sidecar.istio.io/userVolumeMount status.sidecar.istio.io/port
              traffic.sidecar.istio.io/excludeInboundPorts traffic.sidecar.istio.io/excludeInterfaces
              traffic.sidecar.istio.io/excludeOutboundIPRanges traffic.sidecar.istio.io/excludeOutboundPorts
              traffic.sidecar.istio.io/includeInboundPorts traffic.sidecar.istio.io/includeOutboundIPRanges
              traffic.sidecar.istio.io/includeOutboundPorts traffic.sidecar.istio.io/kubevirtInterfaces
            Namespace: topology.istio.io/controlPlaneClusters
            Namespace,Service,ServiceEntry: networking.istio.io/traffic-distribution
            Any: galley.istio.io/analyze-suppress gateway.istio.io/controller-version
            Gateway: gateway.istio.io/name-override gateway.istio.io/service-account networking.istio.io/service-type
            GatewayClass,Gateway: ambient.istio.io/waypoint-inbound-binding
            WorkloadEntry: istio.io/autoRegistrationGroup istio.io/connectedAt istio.io/disconnectedAt
              istio.io/workloadController
            AuthorizationPolicy: istio.io/dry-run
            Ingress: kubernetes.io/ingress.class
            """;

    private static final Map<String, List<String>> KINDS = Collections.unmodifiableMap(kinds());

    private IstioAnnotations() {}

    /** {@return whether an annotation is one that only Istio gives a meaning} */
    static boolean isOfIstio(String name) {
        int slash = name.indexOf('/');
        return name.equals("kubernetes.io/ingress.class")
                || (slash < 0 ? name : name.substring(0, slash)).endsWith("istio.io");
    }

    /** {@return kinds to which an annotation belongs; empty: Istio does not know it} */
    static List<String> kinds(String name) {
        return KINDS.getOrDefault(name, List.of());
    }

    private static Map<String, List<String>> kinds() {
        Map<String, List<String>> all = new TreeMap<>();
        List<String> kinds = List.of();
        for (String word : PLACES.strip().split("\\s+", -1)) {
            if (word.endsWith(":")) {
                kinds = Arrays.asList(word.substring(0, word.length() - 1).split(",", -1));
            } else {
                all.put(word, kinds);
            }
        }
        return all;
    }
}
