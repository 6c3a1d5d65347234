package io.eastwest.render.compare;

import io.eastwest.render.compare.ModelTree.ControlPlaneSite;
import io.eastwest.routing.Condition;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.MeshFailure;
import io.eastwest.routing.question.MeshFailures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What may fail in a mesh of an install model, and what that does to control planes. */
final class ModelFailures {
    private final ModelTree tree;
    private final List<MeshFailure> failures = new ArrayList<>();
    private final Map<MeshFailure, ControlPlaneSite> ofSites = new LinkedHashMap<>();

    ModelFailures(MeshRouter router, ModelTree tree) {
        this.tree = tree;
        failures.addAll(
                MeshFailures.of(router, MeshFailure.Kind.CLUSTER, MeshFailure.Kind.GATEWAYS, MeshFailure.Kind.LINK));
        addLinksToHosts();
        for (ControlPlaneSite site : tree.sites()) {
            add(
                    new MeshFailure(
                            MeshFailure.Kind.CONTROL_PLANE,
                            "control plane in " + site.host(),
                            Conditions.controlPlaneDown(site.cluster())),
                    site);
        }
        for (ControlPlaneSite site : tree.sites()) {
            boolean ofNetwork = failures.stream()
                    .anyMatch(failure -> isGateways(failure, tree.network(site.host()))
                            && tree.members().contains(site.host()));
            if (!ofNetwork && tree.members().stream().anyMatch(member -> isServedFromElsewhere(member, site))) {
                add(MeshFailure.given("gateway of the control plane in " + site.host(), Conditions.healthy()), site);
            }
        }
    }

    private void add(MeshFailure failure, ControlPlaneSite site) {
        failures.add(failure);
        ofSites.put(failure, site);
    }

    /** A host has no east-west gateway, so that nobody else lists the links to its network. */
    private void addLinksToHosts() {
        for (ControlPlaneSite site : tree.sites()) {
            String own = tree.network(site.host());
            TreeSet<String> others = new TreeSet<>();
            tree.members().stream()
                    .filter(member -> isServedFromElsewhere(member, site))
                    .map(tree::network)
                    .forEach(others::add);
            others.remove(own);
            others.remove("");
            if (!own.isEmpty() && !tree.members().contains(site.host())) {
                others.forEach(other -> failures.add(link(own, other)));
            }
        }
    }

    private static MeshFailure link(String one, String other) {
        boolean sorted = one.compareTo(other) < 0;
        String name = sorted ? one + "-" + other : other + "-" + one;
        return new MeshFailure(MeshFailure.Kind.LINK, "link " + name, Conditions.linkCut(one, other));
    }

    List<MeshFailure> all() {
        return failures;
    }

    private boolean isServedFromElsewhere(String member, ControlPlaneSite site) {
        return tree.address(member).isPresent()
                && tree.siteOf(member).filter(site::equals).isPresent();
    }

    /** {@return whether the proxies of a cluster do not reach their istiod, or it does not run} */
    boolean isFrozen(MeshFailure failure, String cluster) {
        Optional<ControlPlaneSite> served = tree.siteOf(cluster);
        if (served.isEmpty()) {
            return true;
        }
        ControlPlaneSite site = served.get();
        boolean elsewhere = tree.address(cluster).isPresent();
        return switch (failure.kind()) {
            case CLUSTER -> isCluster(failure, site.host());
            case CONTROL_PLANE -> site.equals(ofSites.get(failure));
            case GIVEN -> elsewhere && site.equals(ofSites.get(failure));
            case GATEWAYS -> elsewhere && isGateways(failure, tree.network(site.host()));
            case LINK -> elsewhere && isCut(failure, tree.network(site.host()), tree.network(cluster));
            default -> false;
        };
    }

    /** {@return whether the API server that configures a cluster is lost to its istiod} */
    boolean losesConfiguration(MeshFailure failure, String cluster) {
        return tree.siteOf(cluster)
                .filter(site -> isUnread(failure, site, site.cluster()))
                .isPresent();
    }

    /** {@return clusters of which no change of endpoints reaches the proxies of a cluster, in the order of the mesh} */
    List<String> stale(MeshFailure failure, String cluster) {
        Optional<ControlPlaneSite> site = tree.siteOf(cluster);
        if (site.isEmpty()) {
            return tree.members();
        }
        List<String> read = tree.readBy(site.get());
        return tree.members().stream()
                .filter(member -> member.equals(site.get().cluster()) || read.contains(member))
                .filter(member -> isFrozen(failure, cluster) || isUnread(failure, site.get(), member))
                .toList();
    }

    /** An istiod reads API servers over the links that calls take. */
    private boolean isUnread(MeshFailure failure, ControlPlaneSite site, String cluster) {
        return isCluster(failure, cluster)
                || !site.host().equals(cluster) && isCut(failure, tree.network(site.host()), tree.network(cluster));
    }

    static boolean isCluster(MeshFailure failure, String cluster) {
        return failure.conditions().equals(Conditions.clusterDown(cluster));
    }

    private static boolean isGateways(MeshFailure failure, String network) {
        return failure.conditions().all().stream()
                .anyMatch(condition -> condition instanceof Condition.GatewaysDown down
                        && down.network().equals(network));
    }

    private static boolean isCut(MeshFailure failure, String one, String other) {
        return !one.equals(other)
                && failure.conditions().all().stream()
                        .anyMatch(condition -> condition instanceof Condition.LinkCut cut
                                && List.of(cut.one(), cut.other()).containsAll(List.of(one, other)));
    }
}
