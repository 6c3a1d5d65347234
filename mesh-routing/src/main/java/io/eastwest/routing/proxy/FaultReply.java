package io.eastwest.routing.proxy;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.envoy.FaultInjection;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.ProxyRoute;
import java.util.List;
import java.util.OptionalInt;

/**
 * Injected aborts, with the response headers of the destination that the request had chosen.
 *
 * <p>Mirrors envoy source/extensions/filters/http/fault/fault_filter.cc.
 */
final class FaultReply {
    private static final String BODY = "fault filter abort";
    private static final int OK = 200;

    private FaultReply() {}

    static void add(
            ProxyRoute route,
            List<ClusterChoice> choices,
            FaultShares faults,
            RequestState request,
            HeaderFormat format,
            Endings endings) {
        if (route.fault().isEmpty() || faults.abort().isZero()) {
            return;
        }
        FaultInjection fault = route.fault().get();
        if (route.action() instanceof ForwardAction forward) {
            for (ClusterChoice choice : choices) {
                HeaderLines headers = ResponseHeaders.of(route, forward, choice.weighted(), format);
                abort(fault, faults, request, headers, choice.share(), endings);
            }
        } else {
            abort(fault, faults, request, HeaderLines.empty(), Share.ONE, endings);
        }
    }

    private static void abort(
            FaultInjection fault,
            FaultShares faults,
            RequestState request,
            HeaderLines headers,
            Share share,
            Endings endings) {
        LocalReply reply = LocalReply.of(request, fault.abortStatus().orElse(OK), BODY, grpc(fault), headers);
        Share aborted = share.times(faults.abort());
        endings.add(abort("FI", aborted.times(faults.delayed(false)), reply));
        endings.add(abort(ResponseFlags.join("DI", "FI"), aborted.times(faults.delayed(true)), reply));
    }

    private static OptionalInt grpc(FaultInjection fault) {
        return fault.abortStatus().isPresent() ? OptionalInt.empty() : fault.abortGrpcStatus();
    }

    private static Ending abort(String flags, Share share, LocalReply reply) {
        return Ending.reply(Outcome.Kind.DIRECT, Reason.FAULT_ABORT, flags, "fault_filter_abort", share, reply);
    }
}
