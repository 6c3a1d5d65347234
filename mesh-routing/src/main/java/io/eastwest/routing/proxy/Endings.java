package io.eastwest.routing.proxy;

import io.eastwest.routing.balancing.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects the ways a call may end; equal ones become one. */
final class Endings {
    private static final Comparator<Ending> ORDER = Comparator.comparing(
                    (Ending ending) -> ending.outcome().kind())
            .thenComparing(ending -> ending.outcome().flags())
            .thenComparing(ending -> ending.outcome().status().orElse(0));

    private final List<Ending> endings = new ArrayList<>();

    void add(Ending ending) {
        Share share = ending.outcome().share();
        if (share.isZero()) {
            return;
        }
        for (int i = 0; i < endings.size(); i++) {
            Ending known = endings.get(i);
            Outcome sum = known.outcome().toBuilder()
                    .share(known.outcome().share().plus(share))
                    .build();
            boolean same = known.outcome()
                    .equals(ending.outcome().toBuilder()
                            .share(known.outcome().share())
                            .build());
            if (same) {
                endings.set(i, new Ending(sum, known.response()));
                return;
            }
        }
        endings.add(ending);
    }

    List<Outcome> outcomes() {
        return endings.stream().sorted(ORDER).map(Ending::outcome).toList();
    }

    /** {@return what the client gets when the call ends in the first of the outcomes} */
    Optional<ClientResponse> response() {
        return endings.stream().min(ORDER).flatMap(Ending::response);
    }
}
