package io.eastwest.routing.question;

import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.proxy.ConnectionExchange;
import io.eastwest.routing.proxy.HttpExchange;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.RequestObserver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides calls in one mesh and notes what the proxies on their ways look at. */
final class CallWatch {
    private final MeshRouter router;

    CallWatch(MeshRouter router) {
        this.router = router;
    }

    MeshRouter router() {
        return router;
    }

    private static final class Visits implements RequestObserver {
        private final Map<List<Object>, ObservedCall.Visit> all = new LinkedHashMap<>();
        private Optional<HttpExchange> exchange = Optional.empty();
        private Optional<ConnectionExchange> connection = Optional.empty();

        @Override
        public void connected(ConnectionExchange seen) {
            connection = Optional.of(seen);
        }

        @Override
        public void exchanged(HttpExchange seen) {
            exchange = Optional.of(seen);
        }

        /** Retries ask a proxy again: it answers as before. */
        @Override
        public void answered(String proxy, ProxyAnswer answer) {
            List<Object> key =
                    List.of(proxy, answer.listener(), answer.filterChain(), exchange.map(HttpExchange::request));
            all.putIfAbsent(key, new ObservedCall.Visit(proxy, connection, exchange, answer));
            exchange = Optional.empty();
            connection = Optional.empty();
        }
    }

    /** {@return what becomes of a call} */
    ObservedCall observe(Call call, Conditions conditions) {
        boolean known = call.caller().outside()
                || !router.resolve(MeshPods.id(router.workload(call.caller())), call.host())
                        .isEmpty();
        if (!known) {
            return new ObservedCall(call, Optional.empty(), List.of());
        }
        Visits visits = new Visits();
        Decision decision = router.decide(call, conditions, visits);
        return new ObservedCall(call, Optional.of(decision), new ArrayList<>(visits.all.values()));
    }
}
