package io.eastwest.routing.proxy;

import io.eastwest.routing.balancing.Share;
import java.util.Optional;

/**
 * One way a call ends, with what the client gets then.
 *
 * @param outcome the outcome
 * @param response what the proxy answers; empty: nothing, or the upstream answers
 */
record Ending(Outcome outcome, Optional<ClientResponse> response) {
    static Ending reply(Outcome.Kind kind, Reason reason, String flags, String detail, Share share, LocalReply reply) {
        return new Ending(
                Outcome.builder()
                        .kind(kind)
                        .share(share)
                        .status(reply.status())
                        .flags(flags)
                        .reason(reason)
                        .detail(detail)
                        .build(),
                reply.response());
    }

    static Ending forwarded(String flags, Share share) {
        return new Ending(
                Outcome.builder()
                        .kind(Outcome.Kind.FORWARDED)
                        .share(share)
                        .flags(flags)
                        .reason(Reason.FORWARDED)
                        .detail("via_upstream")
                        .build(),
                Optional.empty());
    }

    static Ending closed(Reason reason, String flags, String detail, Share share) {
        return new Ending(
                Outcome.builder()
                        .kind(Outcome.Kind.REFUSED)
                        .share(share)
                        .flags(flags)
                        .reason(reason)
                        .detail(detail)
                        .closed(true)
                        .build(),
                Optional.empty());
    }
}
