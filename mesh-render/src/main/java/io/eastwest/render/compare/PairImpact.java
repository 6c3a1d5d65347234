package io.eastwest.render.compare;

import io.eastwest.routing.Call;
import io.eastwest.routing.question.CallResult;

/**
 * What a failure does to the calls of one place to one service.
 *
 * @param target the service and port, such as {@code orders.shop:8080}
 * @param call the call
 * @param locality locality of the caller; empty text: none
 * @param before how the calls end when nothing has failed
 * @param after how they end
 * @param endpointsElsewhere whether the control plane of the caller knows endpoints that are still up
 */
public record PairImpact(
        String target, Call call, String locality, CallResult before, CallResult after, boolean endpointsElsewhere) {
    /** {@return whether all calls are lost that were not before} */
    public boolean isLost() {
        return losesMore() && after.served().plus(after.answeredByRule()).isZero();
    }

    /** {@return whether more calls are lost than before, but not all} */
    public boolean isPartlyLost() {
        return losesMore() && !isLost();
    }

    private boolean losesMore() {
        return after.lost().compareTo(before.lost()) > 0;
    }

    /**
     * {@return whether the own region answered before and does not now, while others do; the own cluster counts where the caller has
     * no region}
     */
    public boolean losesLocality() {
        return answersNear(before) && !answersNear(after) && !after.served().isZero();
    }

    private boolean answersNear(CallResult result) {
        String region = region(locality);
        return result.answered().stream()
                .anyMatch(place -> region.isEmpty()
                        ? place.cluster().equals(call.caller().cluster())
                        : region(place.locality()).equals(region));
    }

    private static String region(String locality) {
        int slash = locality.indexOf('/');
        return slash < 0 ? locality : locality.substring(0, slash);
    }

    @Override
    public String toString() {
        return call.caller() + " to " + target + ": " + before.toText() + " becomes " + after.toText();
    }
}
