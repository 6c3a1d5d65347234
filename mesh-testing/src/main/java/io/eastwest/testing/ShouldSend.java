package io.eastwest.testing;

import io.eastwest.routing.Decision;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.RetryPolicy;
import io.eastwest.routing.envoy.RouteAction;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.proxy.ClusterShare;
import io.eastwest.routing.proxy.UpstreamRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Says that the caller's proxy sends requests otherwise: with another timeout, retries or path, or without a copy. */
final class ShouldSend {
    private ShouldSend() {}

    private static Optional<ForwardAction> forward(Decision decision) {
        Optional<RouteAction> action = decision.firstLeg().route().map(route -> route.action());
        return action.filter(ForwardAction.class::isInstance).map(ForwardAction.class::cast);
    }

    static Optional<Failure> shouldTimeOutAfter(Decision decision, Duration timeout) {
        Optional<Duration> actual = forward(decision).map(ForwardAction::timeout);
        return actual.filter(timeout::equals).isPresent()
                ? Optional.empty()
                : Optional.of(new Failure(
                        "to be " + text(timeout),
                        actual.map(other -> "it is " + text(other)).orElse("no route forwards it")));
    }

    private static String text(Duration timeout) {
        return timeout.isZero() ? "answered without a timeout" : "given up after " + timeout;
    }

    static Optional<Failure> shouldBeTriedAgain(Decision decision, int times) {
        Optional<Integer> actual = forward(decision)
                .map(action -> action.retries().map(RetryPolicy::attempts).orElse(0));
        return actual.filter(each -> each == times).isPresent()
                ? Optional.empty()
                : Optional.of(new Failure(
                        "to be tried again " + times + " times",
                        actual.map(other -> "it is tried again " + other + " times")
                                .orElse("no route forwards it")));
    }

    static Optional<Failure> shouldSendPath(Decision decision, String path) {
        List<String> actual = decision.firstLeg().upstreamRequests().stream()
                .map(UpstreamRequest::path)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return actual.equals(List.of(path))
                ? Optional.empty()
                : Optional.of(new Failure(
                        "to be sent with path \"" + path + "\"",
                        actual.isEmpty()
                                ? "no request is sent"
                                : "it is sent with \"" + String.join("\", \"", actual) + "\""));
    }

    static Optional<Failure> shouldCopyTo(Decision decision, String name, String namespace) {
        List<String> actual =
                decision.firstLeg().mirrors().stream().map(ClusterShare::name).toList();
        return actual.stream()
                        .anyMatch(each -> SubsetKey.parse(each).host().startsWith(name + "." + namespace + ".svc."))
                ? Optional.empty()
                : Optional.of(new Failure(
                        "to be copied to service " + name + "." + namespace,
                        actual.isEmpty() ? "there is no copy" : "copies go to " + String.join(", ", actual)));
    }
}
