package io.eastwest.routing.question;

import io.eastwest.model.issue.UnsupportedFeatureException;
import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.proxy.ClusterShare;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Proves failover for one call. Candidates come from arithmetic; each is given to the engine before it is believed. */
final class FailoverAnalysis {
    private final MeshRouter router;
    private final Call call;
    private final MeshPods pods;
    private final CallSurvey survey;
    private final WorkloadInstance caller;
    private final Decision healthy;

    FailoverAnalysis(MeshRouter router, Call call) {
        this.router = router;
        this.call = call;
        this.pods = new MeshPods(router);
        this.survey = new CallSurvey(router, pods);
        this.caller = router.workload(call.caller());
        this.healthy = router.decide(call);
    }

    List<FailoverProof> proofs() {
        List<FailoverProof> proofs = new ArrayList<>();
        for (ClusterShare share : healthy.firstLeg().clusters()) {
            Optional<Cluster> cluster = share.cluster().filter(FailoverAnalysis::isBalanced);
            if (cluster.isPresent() && !share.share().isZero()) {
                for (FailoverBoundary boundary : FailoverBoundary.values()) {
                    proofs.add(new ClusterFailover(cluster.get(), boundary).proof());
                }
            }
        }
        if (proofs.isEmpty() && !healthy.share(Outcome.Kind.FORWARDED).isZero() && isWithoutEnvoy()) {
            throw new UnsupportedFeatureException(
                    "failover is proved for proxies that balance over priorities; " + call + " is not sent by one");
        }
        return List.copyOf(proofs);
    }

    private boolean isWithoutEnvoy() {
        return healthy.firstLeg().clusters().isEmpty();
    }

    private static boolean isBalanced(Cluster cluster) {
        return cluster.type() != ClusterType.ORIGINAL_DST && cluster.type() != ClusterType.DYNAMIC_FORWARD_PROXY;
    }

    private static Conditions down(List<FailoverHost> failed) {
        Conditions conditions = Conditions.healthy();
        for (FailoverHost host : failed) {
            conditions = conditions.and(host.down());
        }
        return conditions;
    }

    /** One cluster and boundary. */
    private final class ClusterFailover {
        private final Cluster cluster;
        private final FailoverBoundary boundary;
        private final List<FailoverHost> hosts;
        private final List<FailoverHost> ejectable;
        private final int budget;
        private final Share outsideBefore;

        ClusterFailover(Cluster cluster, FailoverBoundary boundary) {
            this.cluster = cluster;
            this.boundary = boundary;
            this.hosts = FailoverHost.of(cluster, caller, pods, boundary);
            this.ejectable = FailoverCandidates.ejectable(hosts);
            this.budget = FailoverObstacles.ejectionCap(cluster, hosts.size());
            this.outsideBefore = share(healthy, true);
        }

        private Share share(Decision decision, boolean outside) {
            return Share.sum(decision.firstLeg().endpoints().stream()
                    .filter(target -> target.cluster().equals(cluster.name())
                            && hosts.stream()
                                    .anyMatch(host -> host.endpoint().equals(target.endpoint())
                                            && (outside ? host.isOutside() : host.inside())))
                    .map(target -> target.share())
                    .toList());
        }

        private boolean moves(List<FailoverHost> failed) {
            return share(router.decide(call, down(failed)), true).compareTo(outsideBefore) > 0;
        }

        FailoverProof proof() {
            FailoverProofBuilder proof = FailoverProof.builder()
                    .call(call)
                    .routedTo(cluster.name())
                    .boundary(boundary)
                    .inside(ejectable.size());
            if (!ejectable.isEmpty()) {
                proof.allFailed(survey.result(router.decide(call, down(ejectable))));
            }
            FailoverObstacles obstacles = new FailoverObstacles(router, pods, caller, cluster, boundary, hosts);
            if (hosts.stream().noneMatch(FailoverHost::isOutside)) {
                return proof.verdict(FailoverVerdict.NEVER)
                        .obstacles(obstacles.nothingUsable())
                        .build();
            }
            if (share(healthy, false).isZero() && !outsideBefore.isZero()) {
                return proof.verdict(FailoverVerdict.OUTSIDE_ALREADY).build();
            }
            List<List<FailoverHost>> candidates = new FailoverCandidates(cluster, hosts).all();
            Optional<List<FailoverHost>> found = fewest(candidates, proof);
            found.ifPresent(failed -> witness(failed, proof));
            boolean spread = !outsideBefore.isZero();
            if (spread) {
                proof.addAllObstacles(obstacles.spread());
            }
            if (found.isEmpty()) {
                proof.addAllObstacles(obstacles.neverMoves(candidates));
            }
            return proof.verdict(
                            spread
                                    ? FailoverVerdict.SPREAD
                                    : found.isPresent() ? FailoverVerdict.FIRES : FailoverVerdict.NEVER)
                    .build();
        }

        private Optional<List<FailoverHost>> fewest(List<List<FailoverHost>> candidates, FailoverProofBuilder proof) {
            Optional<List<FailoverHost>> found = candidates.stream()
                    .filter(failed -> failed.size() <= budget && moves(failed))
                    .findFirst();
            boolean certain = isRegular()
                    && (found.isEmpty()
                            ? candidates.stream().allMatch(failed -> failed.size() > budget)
                            : found.get().size() == candidates.get(0).size());
            if (certain) {
                return found;
            }
            FailoverStates states = new FailoverStates(ejectable, FailoverObstacles.isHash(cluster), this::moves);
            int most = Math.min(
                    Math.min(budget, ejectable.size()),
                    found.map(failed -> failed.size() - 1).orElse(Integer.MAX_VALUE));
            Optional<List<FailoverHost>> fewer = states.first(1, most);
            proof.minimal(fewer.isPresent() || !states.isExhausted());
            return fewer.isPresent() ? fewer : found;
        }

        /** {@return whether nothing can panic and every host of a kind is like the other, so that the arithmetic decides} */
        private boolean isRegular() {
            return cluster.panicThreshold().orElse(FailoverObstacles.ENVOY_PANIC) == 0
                    && !FailoverObstacles.isHash(cluster)
                    && !cluster.loadBalancing().name().equals("RANDOM")
                    && hosts.stream().allMatch(host -> host.isHealthy() && (host.inside() || host.reachable()));
        }

        private void witness(List<FailoverHost> failed, FailoverProofBuilder proof) {
            Conditions conditions = down(failed);
            CallResult before = survey.result(healthy);
            CallResult after = survey.result(router.decide(call, conditions));
            List<PlaceShare> gained = after.answered().stream()
                    .filter(place -> place.share().compareTo(answered(before, place)) > 0)
                    .toList();
            proof.failures(failed.size()).witness(conditions).witnessed(after).to(gained);
        }

        private static Share answered(CallResult result, PlaceShare place) {
            return Share.sum(result.answered().stream()
                    .filter(each -> each.place().equals(place.place()))
                    .map(PlaceShare::share)
                    .toList());
        }
    }
}
