package io.eastwest.render;

import io.eastwest.model.MeshResource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * In which order kinds are applied: definitions, then what holds and names things, the control plane, policies before the
 * workloads that they protect, and rules after the services and subsets that they send to. Numbers have gaps, so that a
 * new kind renames no file.
 */
final class ApplyOrder {
    private static final String LAST = "90";
    private static final String REMOTE_SECRET = "70";
    private static final String TOKEN_REQUEST = "65";
    private static final Map<String, String> STAGES = new LinkedHashMap<>();

    static {
        stage("01", "apiextensions.k8s.io", "CustomResourceDefinition");
        stage("02", "", "Namespace");
        stage("03", "", "Node");
        stage("05", "", "ServiceAccount");
        stage("06", "rbac.authorization.k8s.io", "ClusterRole", "Role");
        stage("07", "rbac.authorization.k8s.io", "ClusterRoleBinding", "RoleBinding");
        stage("10", "", "Secret");
        stage("11", "", "ConfigMap");
        stage("15", "sailoperator.io", "IstioCNI");
        stage("16", "sailoperator.io", "Istio");
        stage("17", "sailoperator.io", "IstioRevision");
        stage("18", "sailoperator.io", "IstioRevisionTag");
        stage("19", "sailoperator.io", "ZTunnel");
        stage("20", "security.istio.io", "PeerAuthentication", "RequestAuthentication");
        stage("21", "security.istio.io", "AuthorizationPolicy");
        stage("25", "networking.istio.io", "ProxyConfig", "Sidecar", "EnvoyFilter");
        stage("26", "telemetry.istio.io", "Telemetry");
        stage("27", "extensions.istio.io", "WasmPlugin", "TrafficExtension");
        stage("30", "", "Service");
        stage("31", "apps", "Deployment", "StatefulSet", "DaemonSet");
        stage("32", "", "Pod");
        stage("34", "autoscaling", "HorizontalPodAutoscaler");
        stage("34", "policy", "PodDisruptionBudget");
        stage("33", "discovery.k8s.io", "EndpointSlice");
        stage("35", "networking.istio.io", "ServiceEntry", "WorkloadGroup");
        stage("36", "networking.istio.io", "WorkloadEntry");
        stage("37", "multicluster.x-k8s.io", "ServiceExport", "ServiceImport");
        stage("40", "gateway.networking.k8s.io", "GatewayClass");
        stage("41", "gateway.networking.k8s.io", "Gateway");
        stage("42", "gateway.networking.k8s.io", "ListenerSet", "ReferenceGrant");
        stage("45", "networking.istio.io", "Gateway");
        stage("50", "networking.istio.io", "DestinationRule");
        stage("51", "gateway.networking.k8s.io", "BackendTLSPolicy");
        stage("51", "gateway.networking.x-k8s.io", "XBackendTrafficPolicy");
        stage("55", "networking.istio.io", "VirtualService");
        stage("56", "gateway.networking.k8s.io", "HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute");
        stage("60", "route.openshift.io", "Route");
    }

    private ApplyOrder() {}

    private static void stage(String number, String group, String... kinds) {
        for (String kind : kinds) {
            STAGES.put(group + "/" + kind, number);
        }
    }

    /**
     * Two digits; a lower number is applied earlier. The secret of a remote cluster comes when istiod can use it, the
     * request for a token when its ServiceAccount is there, without which Kubernetes removes it.
     */
    static String stage(MeshResource resource) {
        if (resource.kind().equals("Secret") && !ManifestName.isSecret(resource)) {
            return TOKEN_REQUEST;
        }
        if ("true".equals(resource.metadata().labels().get("istio/multiCluster"))
                && resource.kind().equals("Secret")) {
            return REMOTE_SECRET;
        }
        return STAGES.getOrDefault(resource.group() + "/" + resource.kind(), LAST);
    }

    /** Whether the order of a kind is known. */
    static boolean knows(String group, String kind) {
        return STAGES.containsKey(group + "/" + kind);
    }
}
