package io.eastwest.routing.view;

import io.eastwest.model.kubernetes.PodSpec;
import io.eastwest.model.kubernetes.TemplateMeta;
import java.util.Collections;
import java.util.Map;

/**
 * Labels that the injector would leave on a pod. Mirrors istio 1.30.3 {@code pkg/kube/inject/inject.go:injectRequired}
 * and {@code manifests/charts/istio-control/istio-discovery/files/injection-template.yaml}.
 */
final class SidecarInjection {
    private static final String INJECT = "sidecar.istio.io/inject";
    private static final String TEMPLATES = "inject.istio.io/templates";
    private static final String REVISION = "istio.io/rev";
    private static final String NAMESPACE_SWITCH = "istio-injection";
    private static final String TLS_MODE = "security.istio.io/tlsMode";

    private SidecarInjection() {}

    static Map<String, String> labels(TemplateMeta pod, PodSpec spec, Map<String, String> namespace) {
        boolean gateway = pod.annotations().getOrDefault(TEMPLATES, "sidecar").equals("gateway");
        boolean hostNetwork = spec.hostNetwork().orElse(false);
        if (gateway || hostNetwork || pod.labels().containsKey(TLS_MODE) || !isInjected(pod, namespace)) {
            return Collections.emptyMap();
        }
        return Collections.singletonMap(TLS_MODE, "istio");
    }

    private static boolean isInjected(TemplateMeta pod, Map<String, String> namespace) {
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
