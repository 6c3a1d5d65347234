package io.eastwest.render.install;

/** Names that Istio gives meaning to. */
final class Names {
    static final String NETWORK = "topology.istio.io/network";
    static final String CONTROL_PLANE_CLUSTERS = "topology.istio.io/controlPlaneClusters";
    static final String GATEWAY_PORT = "networking.istio.io/gatewayPort";
    static final String MULTI_CLUSTER = "istio/multiCluster";
    static final String CLUSTER = "networking.istio.io/cluster";
    static final String REVISION = "istio.io/rev";
    static final String INJECT = "sidecar.istio.io/inject";
    static final String TRUE = "true";
    static final String READER = "istio-reader-service-account";
    static final String EAST_WEST_GATEWAY = "istio-eastwestgateway";
    static final String INGRESS_GATEWAY = "istio-ingressgateway";
    static final String CNI_NAMESPACE = "istio-cni";
    static final String ZTUNNEL_NAMESPACE = "ztunnel";
    static final int MTLS_PORT = 15443;
    static final int XDS_PORT = 15012;
    static final int WEBHOOK_PORT = 15017;
    static final int HTTPS_PORT = 443;
    static final int STATUS_PORT = 15021;
    static final int HBONE_PORT = 15008;

    private Names() {}

    /** Name of the MutatingWebhookConfiguration of a control plane. Mirrors the istiod chart of istio 1.30.3. */
    static String injector(InstalledCluster cluster) {
        return "istio-sidecar-injector" + cluster.suffix()
                + (cluster.namespace().equals("istio-system") ? "" : "-" + cluster.namespace());
    }

    /** Name of the ValidatingWebhookConfiguration of a control plane. */
    static String validator(InstalledCluster cluster) {
        return "istio-validator" + cluster.suffix() + "-" + cluster.namespace();
    }
}
