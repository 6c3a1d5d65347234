package io.eastwest.routing.capacity;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.capacity.PodLoad.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Where the calls of a demand end under a failure. Immutable. What endpoints answer, what fails there, what rules answer, what is lost
 * and what is not called sum to the demand, exactly. Loads of pods add up to more where calls are tried again.
 *
 * @param failure what is broken
 * @param pods pods that get calls, by name; a pod that answers and passes on stands twice
 * @param byRule calls per second that proxies answer themselves
 * @param failed calls per second whose last try an endpoint answers with an error
 * @param lost calls per second that nobody answers
 * @param notCalled calls per second of workloads of which no pod is up
 */
public record MeshLoad(String failure, List<PodLoad> pods, Share byRule, Share failed, Share lost, Share notCalled) {
    /**
     * Copies the list.
     *
     * @param failure what is broken
     * @param pods pods that get calls
     * @param byRule calls that proxies answer themselves
     * @param failed calls that end with an error of an endpoint
     * @param lost calls that nobody answers
     * @param notCalled calls that are not made
     */
    public MeshLoad {
        pods = List.copyOf(pods);
    }

    /** {@return calls per second that endpoints answer without an error} */
    public Share answered() {
        return sum(PodLoad::perSecond).minus(sum(PodLoad::failing));
    }

    /** {@return calls per second that endpoints get because earlier tries were answered with an error} */
    public Share repeated() {
        return sum(PodLoad::failing).minus(failed);
    }

    private Share sum(Function<PodLoad, Share> part) {
        return Share.sum(pods.stream()
                .filter(pod -> pod.role() == Role.ENDPOINT)
                .map(part)
                .toList());
    }

    /** {@return calls per second that the endpoints of each cluster get, each as often as it is tried there; empty text: outside of the mesh} */
    public Map<String, Share> clusters() {
        Map<String, Share> clusters = new TreeMap<>();
        pods.stream()
                .filter(pod -> pod.role() == Role.ENDPOINT)
                .forEach(pod -> clusters.merge(pod.cluster(), pod.perSecond(), Share::plus));
        return clusters;
    }

    /** {@return pods that get more than they can take, the most utilised first} */
    public List<PodLoad> overloaded() {
        return pods.stream()
                .filter(PodLoad::isOverloaded)
                .sorted(Comparator.comparing(
                                (PodLoad pod) -> pod.utilisation().orElseThrow(), Comparator.reverseOrder())
                        .thenComparing(PodLoad::pod))
                .toList();
    }

    /** {@return the pod with the highest utilisation; empty: no pod with a limit gets calls} */
    public Optional<PodLoad> mostUtilised() {
        return pods.stream()
                .filter(pod -> pod.limit().isPresent())
                .max(Comparator.comparing((PodLoad pod) -> pod.utilisation().orElseThrow())
                        .thenComparing(PodLoad::pod, Comparator.reverseOrder()));
    }

    /** {@return the load for people: totals, then clusters, then pods} */
    public String toText() {
        StringBuilder text = new StringBuilder();
        text.append(failure).append(": ").append(totals()).append('\n');
        clusters()
                .forEach((cluster, rate) -> text.append("  ")
                        .append(cluster.isEmpty() ? "outside" : "cluster " + cluster)
                        .append(' ')
                        .append(RateText.of(rate))
                        .append('\n'));
        pods.forEach(pod -> text.append(pod.isOverloaded() ? "  ! " : "    ")
                .append(pod.role() == Role.GATEWAY ? "through " : "")
                .append(pod.toText())
                .append('\n'));
        return text.toString();
    }

    private String totals() {
        return RateText.of(answered()) + " answered"
                + (repeated().isZero() ? "" : ", " + RateText.of(repeated()) + " tries repeated")
                + (failed.isZero() ? "" : ", " + RateText.of(failed) + " failed")
                + (byRule.isZero() ? "" : ", " + RateText.of(byRule) + " by rules")
                + (lost.isZero() ? "" : ", " + RateText.of(lost) + " lost")
                + (notCalled.isZero() ? "" : ", " + RateText.of(notCalled) + " not called");
    }

    @Override
    public String toString() {
        return toText();
    }
}
