package io.eastwest.routing.unmodelled;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.kubernetes.Container;
import io.eastwest.model.kubernetes.Deployment;
import io.eastwest.model.kubernetes.EnvironmentVariable;
import io.eastwest.model.kubernetes.PodSpec;
import io.eastwest.model.kubernetes.PodTemplate;
import io.eastwest.model.sail.InstallProfile;
import io.eastwest.model.sail.Istio;
import io.eastwest.model.sail.IstioValues;
import io.eastwest.model.sail.PilotValues;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.proxy.NotModelled;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Feature switches of istiod that change what proxies do and are not set as by default. Answers are those of the defaults.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/features}. Switches of ambient mode are elsewhere.
 */
final class ControlPlaneFlags implements UnmodelledSource {
    private static final String ISTIOD = "istiod";
    private static final List<String> TRUE = List.of("1", "t", "T", "true", "TRUE", "True");
    private static final List<String> FALSE = List.of("0", "f", "F", "false", "FALSE", "False");
    private static final List<String> ON = List.of(
            "DISABLE_SHADOW_HOST_SUFFIX",
            "ENABLE_ENHANCED_DESTINATIONRULE_MERGE",
            "ENABLE_GATEWAY_API_MANUAL_DEPLOYMENT",
            "ENABLE_MULTICLUSTER_HEADLESS",
            "ENABLE_SELECTOR_BASED_K8S_GATEWAY_POLICY",
            "PILOT_ENABLE_ABSOLUTE_FQDN_VHOST_DOMAIN",
            "PILOT_ENABLE_ALPN_FILTER",
            "PILOT_ENABLE_CROSS_CLUSTER_WORKLOAD_ENTRY",
            "PILOT_ENABLE_GATEWAY_API",
            "PILOT_ENABLE_K8S_SELECT_WORKLOAD_ENTRIES",
            "PILOT_ENABLE_SERVICEENTRY_SELECT_PODS",
            "PILOT_ENABLE_WORKLOAD_ENTRY_HEALTHCHECKS",
            "PILOT_MULTI_NETWORK_DISCOVER_GATEWAY_API",
            "PILOT_SIDECAR_PICK_BEST_SERVICE_NAMESPACE",
            "PILOT_UNIFIED_SIDECAR_SCOPE",
            "PREFER_DESTINATIONRULE_TLS_FOR_EXTERNAL_SERVICES",
            "RESOLVE_HOSTNAME_GATEWAYS");
    private static final List<String> OFF = List.of(
            "ENABLE_GATEWAY_API_INFERENCE_EXTENSION",
            "ENABLE_HCM_INTERNAL_NETWORKS",
            "ENABLE_LOCALITY_WEIGHTED_LB_CONFIG",
            "ENABLE_MCS_CLUSTER_LOCAL",
            "ENABLE_MCS_HOST",
            "ENABLE_MCS_SERVICE_DISCOVERY",
            "ENABLE_TLS_ON_SIDECAR_INGRESS",
            "ENABLE_WILDCARD_HOST_SERVICE_ENTRIES_FOR_TLS",
            "ISTIO_DUAL_STACK",
            "PILOT_ALLOW_SIDECAR_SERVICE_INBOUND_LISTENER_MERGE",
            "PILOT_DISABLE_MX_ALPN",
            "PILOT_ENABLE_AGENTGATEWAY",
            "PILOT_ENABLE_EDS_FOR_HEADLESS_SERVICES",
            "PILOT_ENABLE_MULTIPLE_CUSTOM_AUTHZ_PROVIDERS",
            "PILOT_ENABLE_MYSQL_FILTER",
            "PILOT_ENABLE_PERSISTENT_SESSION_FILTER",
            "PILOT_ENABLE_QUIC_LISTENERS",
            "PILOT_ENABLE_REDIS_FILTER",
            "PILOT_FILTER_GATEWAY_CLUSTER_CONFIG",
            "PILOT_HTTP10",
            "PILOT_SCOPE_GATEWAY_TO_NAMESPACE",
            "PILOT_SEND_UNHEALTHY_ENDPOINTS",
            "PILOT_SIDECAR_USE_REMOTE_ADDRESS",
            "PILOT_SKIP_VALIDATE_TRUST_DOMAIN");
    private static final List<String> TEXTS = List.of(
            "ISTIO_WATCH_NAMESPACE=",
            "PILOT_DRAINING_LABEL=istio.io/draining",
            "PILOT_GATEWAY_API_CONTROLLER_NAME=istio.io/gateway-controller",
            "PILOT_IGNORE_RESOURCES=",
            "PILOT_MULTICLUSTER_KUBECONFIG_PATH=",
            "PILOT_PERSISTENT_SESSION_HEADER_LABEL=istio.io/persistent-session-header",
            "PILOT_PERSISTENT_SESSION_LABEL=istio.io/persistent-session",
            "SHARED_MESH_CONFIG=");

    private final List<NotModelled> found = new ArrayList<>();

    ControlPlaneFlags(ControlPlaneView view) {
        for (Configured<Istio> each : view.configuration(Istio.class)) {
            Istio istio = each.resource();
            if (istio.spec().profile().filter(InstallProfile.remote::equals).isEmpty()) {
                IstioValues values = istio.spec().values().orElse(IstioValues.empty());
                values.pilot()
                        .map(PilotValues::env)
                        .ifPresent(environment -> check(environment, istio.key(), "spec.values.pilot.env"));
                values.compatibilityVersion()
                        .filter(version -> !version.isEmpty())
                        .ifPresent(version -> found.add(new NotModelled(
                                new Origin(istio.key(), "spec.values.compatibilityVersion"),
                                "makes istiod work as version " + version)));
            }
        }
        for (Configured<Deployment> each : view.configuration(Deployment.class)) {
            if (each.name().equals(ISTIOD) || each.name().startsWith(ISTIOD + "-")) {
                check(
                        environment(each.resource().spec().template()),
                        each.resource().key(),
                        "spec.template");
            }
        }
    }

    private static Map<String, String> environment(PodTemplate template) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (Container container : template.spec().orElse(PodSpec.empty()).containers()) {
            for (EnvironmentVariable variable : container.env()) {
                variable.value().ifPresent(value -> environment.put(variable.name(), value));
            }
        }
        return environment;
    }

    private void check(Map<String, String> environment, ResourceKey key, String path) {
        environment.forEach((name, value) -> {
            if (changes(name, value)) {
                found.add(new NotModelled(
                        new Origin(key, path), "sets " + name + "=" + value + ", which answers do not follow"));
            }
        });
    }

    private static boolean changes(String name, String value) {
        return ON.contains(name) && FALSE.contains(value)
                || OFF.contains(name) && TRUE.contains(value)
                || TEXTS.stream().anyMatch(text -> text.startsWith(name + "=") && !text.equals(name + "=" + value));
    }

    @Override
    public List<NotModelled> of(UnmodelledCall call) {
        return found;
    }
}
