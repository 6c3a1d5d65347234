package io.eastwest.routing.view;

import io.eastwest.model.kubernetes.PodSpec;
import io.eastwest.model.kubernetes.TemplateMeta;
import java.util.Map;
import java.util.TreeMap;

/**
 * Labels that the injector would leave on a pod. Mirrors istio 1.30.3 {@code pkg/kube/inject/inject.go:injectRequired,
 * extractClusterAndNetwork}, {@code webhook.go:applyMetadata} and {@code
 * manifests/charts/istio-control/istio-discovery/files/injection-template.yaml}.
 */
final class SidecarInjection {
    private static final String INJECT = "sidecar.istio.io/inject";
    private static final String TEMPLATES = "inject.istio.io/templates";
    private static final String REVISION = "istio.io/rev";
    private static final String NAMESPACE_SWITCH = "istio-injection";
    private static final String TLS_MODE = "security.istio.io/tlsMode";

    private SidecarInjection() {}

    /**
     * {@return labels that are added to a pod that is injected: those that it has itself stay}
     *
     * @param pod its metadata
     * @param network network of the installation; empty: none
     */
    static Map<String, String> labels(TemplateMeta pod, String network) {
        Map<String, String> labels = new TreeMap<>();
        if (!pod.annotations().getOrDefault(TEMPLATES, "sidecar").equals("gateway")) {
            labels.put(TLS_MODE, "istio");
        }
        if (!network.isEmpty()) {
            labels.put(AugmentedLabels.NETWORK, network);
        }
        labels.keySet().removeAll(pod.labels().keySet());
        return labels;
    }

    /** {@return whether a pod gets a proxy, as sidecar or gateway} */
    static boolean isInjected(TemplateMeta pod, PodSpec spec, Map<String, String> namespace) {
        return !spec.hostNetwork().orElse(false) && isWanted(pod, namespace);
    }

    private static boolean isWanted(TemplateMeta pod, Map<String, String> namespace) {
        String own = pod.labels().getOrDefault(INJECT, pod.annotations().getOrDefault(INJECT, ""));
        if (own.equals("false")) {
            return false;
        }
        String ofNamespace = namespace.getOrDefault(NAMESPACE_SWITCH, "");
        if (ofNamespace.equals("disabled")) {
            return false;
        }
        return own.equals("true")
                || ofNamespace.equals("enabled")
                || namespace.containsKey(REVISION)
                || pod.labels().containsKey(REVISION);
    }
}
