package io.eastwest.routing.question;

import io.eastwest.model.istio.security.PolicyTarget;
import io.eastwest.model.istio.security.PolicyWorkloadSelector;
import io.eastwest.routing.security.PolicyAttachment;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.PortProtocol;
import io.eastwest.routing.view.TunnelProtocol;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.List;
import java.util.Map;

/** The workloads of one control plane, and which policies reach them. */
final class PolicyReach {
    private static final String MANAGED = "gateway.istio.io/managed";
    private static final String WAYPOINT = "istio.io-mesh-controller";

    private final ControlPlaneView view;
    private final MeshPods pods;
    private final List<WorkloadInstance> workloads;

    /**
     * Gathers the workloads.
     *
     * @param view what the control plane knows
     * @param pods all workloads
     * @param served the clusters whose proxies it serves
     */
    PolicyReach(ControlPlaneView view, MeshPods pods, List<String> served) {
        this.view = view;
        this.pods = pods;
        this.workloads = pods.all().stream()
                .filter(each -> served.contains(each.cluster()))
                .toList();
    }

    List<WorkloadInstance> workloads() {
        return workloads;
    }

    /** {@return the workloads that a policy without targets takes} */
    List<WorkloadInstance> taken(String namespace, PolicyTarget policy) {
        return workloads.stream().filter(each -> takes(each, namespace, policy)).toList();
    }

    private boolean takes(WorkloadInstance workload, String namespace, PolicyTarget policy) {
        boolean near = namespace.equals(workload.namespace()) || namespace.equals(view.rootNamespace());
        if (!near) {
            return false;
        }
        if (isCaptured(workload)) {
            return policy.selector()
                    .map(PolicyWorkloadSelector::matchLabels)
                    .map(wanted -> !wanted.isEmpty() && has(workload, wanted))
                    .orElse(true);
        }
        return new PolicyAttachment(workload.namespace(), workload.labels(), isWaypoint(workload), view.rootNamespace())
                .attaches(namespace, policy);
    }

    static boolean has(WorkloadInstance workload, Map<String, String> labels) {
        return workload.labels().entrySet().containsAll(labels.entrySet());
    }

    static boolean isWaypoint(WorkloadInstance workload) {
        return WAYPOINT.equals(workload.labels().get(MANAGED));
    }

    static boolean isCaptured(WorkloadInstance workload) {
        return workload.tunnel() == TunnelProtocol.HBONE;
    }

    /** {@return whether an Envoy enforces policies for a workload} */
    boolean hasEnvoy(WorkloadInstance workload) {
        return workload.sidecar() || pods.gateways().contains(MeshPods.id(workload)) || isWaypoint(workload);
    }

    boolean isGuarded(WorkloadInstance workload) {
        return hasEnvoy(workload) || isCaptured(workload);
    }

    /** {@return whether a workload has a port on which HTTP is read; gateways and workloads without services may} */
    boolean readsHttp(WorkloadInstance workload) {
        if (pods.gateways().contains(MeshPods.id(workload)) || isWaypoint(workload)) {
            return true;
        }
        var targets = view.proxy(MeshPods.id(workload), MeshProxy.Kind.SIDECAR).stream()
                .flatMap(proxy -> view.serviceTargets(proxy).stream())
                .toList();
        return targets.isEmpty()
                || targets.stream()
                        .anyMatch(target -> target.port().protocol().isHttp()
                                || target.port().protocol() == PortProtocol.UNSUPPORTED);
    }
}
