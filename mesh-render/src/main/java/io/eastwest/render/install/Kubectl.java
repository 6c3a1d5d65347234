package io.eastwest.render.install;

import java.util.List;

/** Commands; the context of a cluster is its name. */
final class Kubectl {
    private Kubectl() {}

    static String apply(InstalledCluster cluster, List<String> files) {
        return "kubectl --context=" + cluster.name() + " apply -f " + String.join(" -f ", files);
    }

    static String waitFor(InstalledCluster cluster, String namespace, String object, String condition) {
        return "kubectl --context=" + cluster.name() + (namespace.isEmpty() ? "" : " -n " + namespace) + " wait "
                + object + " --for=condition=" + condition + " --timeout=5m";
    }

    static String gatewayAddress(InstalledCluster cluster, String namespace, String service) {
        return "kubectl --context=" + cluster.name() + " -n " + namespace + " get service " + service
                + " -o jsonpath='{.status.loadBalancer.ingress[0]}'";
    }
}
