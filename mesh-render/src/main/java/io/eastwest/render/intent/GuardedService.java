package io.eastwest.render.intent;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.istio.security.AuthorizationAction;
import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.model.istio.security.AuthorizationPolicySpec;
import io.eastwest.model.istio.security.AuthorizationRule;
import io.eastwest.model.istio.security.PolicyWorkloadSelector;
import io.eastwest.model.istio.security.RequestSource;
import io.eastwest.model.istio.security.RuleFrom;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshService;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The workloads of a service that one control plane serves, and who may call them. */
final class GuardedService {
    private final LockDown intent;
    private final MeshSnapshot mesh;
    private final ControlPlaneView view;
    private final MeshService service;

    GuardedService(LockDown intent, MeshSnapshot mesh, ControlPlaneView view, MeshService service) {
        this.intent = intent;
        this.mesh = mesh;
        this.view = view;
        this.service = service;
    }

    /** {@return a policy for each way in which clusters of the control plane select the workloads} */
    List<MeshResource> policies() {
        List<RuleFrom> callers = new ArrayList<>();
        if (!intent.namespaces().isEmpty()) {
            callers.add(RuleFrom.of(
                    RequestSource.builder().namespaces(intent.namespaces()).build()));
        }
        if (!intent.accounts().isEmpty()) {
            callers.add(
                    RuleFrom.of(RequestSource.builder().principals(principals()).build()));
        }
        List<AuthorizationRule> rules = callers.isEmpty()
                ? List.of()
                : List.of(AuthorizationRule.builder().from(callers).build());
        List<MeshResource> policies = new ArrayList<>();
        for (Map<String, String> selector : selectors()) {
            String name = service.name() + "-lock-down" + (policies.isEmpty() ? "" : "-" + (policies.size() + 1));
            policies.add(AuthorizationPolicy.of(
                    service.namespace(),
                    name,
                    AuthorizationPolicySpec.builder()
                            .selector(PolicyWorkloadSelector.builder()
                                    .matchLabels(selector)
                                    .build())
                            .action(AuthorizationAction.ALLOW)
                            .rules(rules)
                            .build()));
        }
        return policies;
    }

    /** {@return the accounts in every trust domain that a cluster of the mesh has} */
    private Set<String> principals() {
        Set<String> domains = new TreeSet<>();
        mesh.clusters().forEach(cluster -> domains.add(view.trustDomain(cluster)));
        Set<String> principals = new LinkedHashSet<>();
        for (String account : intent.accounts()) {
            String[] parts = account.split("/", -1);
            domains.forEach(domain -> principals.add(domain + "/ns/" + parts[0] + "/sa/" + parts[1]));
        }
        return principals;
    }

    private Set<Map<String, String>> selectors() {
        ResourceKey key = ResourceKey.of("", "Service", service.namespace(), service.name());
        Set<Map<String, String>> selectors = new LinkedHashSet<>();
        for (ClusterTopology cluster : mesh.topology().spec().clusters()) {
            if (mesh.topology().spec().configurationOf(cluster).equals(view.cluster())) {
                mesh.find(cluster.name(), key)
                        .map(found -> (KubernetesService) found.resource())
                        .map(found -> found.spec().selector())
                        .filter(selector -> !selector.isEmpty())
                        .ifPresent(selectors::add);
            }
        }
        return selectors;
    }
}
