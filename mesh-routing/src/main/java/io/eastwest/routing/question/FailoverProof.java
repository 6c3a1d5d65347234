package io.eastwest.routing.question;

import io.eastwest.model.issue.UnsupportedFeatureException;
import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.style.RoutingValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * Whether the calls of one caller to one cluster of its proxy can fail over a boundary: from how many failed endpoints on, to
 * where, and the state that shows it; or why never. Not meant to be implemented by users.
 *
 * <p>The number follows from Envoy's integer arithmetic: health 140 x healthy / all in percent, the cap of ejections, the panic
 * threshold (source/extensions/load_balancing_policies/common/load_balancer_impl.cc). The state is given to
 * {@link MeshRouter#decide} before it is told.
 */
@RoutingValue
@Value.Immutable
public interface FailoverProof {
    /** {@return the call} */
    Call call();

    /** {@return name of the cluster that the caller's proxy chose, {@code outbound|8080||orders.shop.svc.cluster.local}} */
    String routedTo();

    /** {@return what calls leave} */
    FailoverBoundary boundary();

    /** {@return whether they do} */
    FailoverVerdict verdict();

    /** {@return endpoints inside that take calls when they are healthy} */
    int inside();

    /** {@return the fewest failed endpoints inside that move calls outside; empty: no number does} */
    OptionalInt failures();

    /** {@return whether no smaller number can; {@code false} where too many states would have to be tried} */
    @Value.Default
    default boolean minimal() {
        return true;
    }

    /** {@return a state with so many failed endpoints, which shows it} */
    Optional<Conditions> witness();

    /** {@return how calls end in that state} */
    Optional<CallResult> witnessed();

    /** {@return places that answer more calls in that state than without failures, with all that they answer then} */
    List<PlaceShare> to();

    /** {@return how calls end when all endpoints inside fail; empty: there are none} */
    Optional<CallResult> allFailed();

    /** {@return why calls do not fail over, or are spread; the first is the one to remove first} */
    List<FailoverObstacle> obstacles();

    /** {@return all of it in a few lines} */
    default String toText() {
        StringBuilder text = new StringBuilder();
        text.append(call()).append(" by ").append(routedTo()).append(", leaving its ");
        text.append(boundary()).append(": ").append(verdict());
        failures()
                .ifPresent(count -> text.append(" from ")
                        .append(count)
                        .append(" of ")
                        .append(inside())
                        .append(" failed on"));
        text.append('\n');
        witnessed()
                .ifPresent(result -> text.append("  when ")
                        .append(witness().map(Conditions::toString).orElse(""))
                        .append(": ")
                        .append(result.toText())
                        .append('\n'));
        allFailed()
                .ifPresent(result ->
                        text.append("  when all fail: ").append(result.toText()).append('\n'));
        text.append(obstacles().stream().map(each -> "  " + each + "\n").collect(Collectors.joining()));
        return text.toString();
    }

    /**
     * Proves each boundary for each cluster that the caller's proxy may choose.
     *
     * @param router the mesh
     * @param call the call
     * @return proofs by cluster in the order of the route, then by boundary; clusters that send to the dialled address have none
     * @throws IllegalArgumentException if the mesh has no such caller, or its DNS does not know the host
     * @throws UnsupportedFeatureException if no Envoy balances the call, as with the ztunnel of ambient mode
     */
    static List<FailoverProof> of(MeshRouter router, Call call) {
        return new FailoverAnalysis(router, call).proofs();
    }

    /** {@return a builder that starts from this value} */
    default FailoverProofBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static FailoverProofBuilder builder() {
        return new FailoverProofBuilder();
    }
}
