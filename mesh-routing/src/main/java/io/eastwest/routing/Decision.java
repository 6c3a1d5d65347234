package io.eastwest.routing;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.diagram.Diagram;
import io.eastwest.routing.proxy.NotModelled;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a call, through all proxies that it passes. Immutable.
 *
 * <p>Proxies that read HTTP repeat tries that fail as the retry policy of the route says. Outcomes and endpoints tell what callers
 * see after that, {@link #firstTry()} what they would see without. A failing try is taken to fail at once: a finding tells where a
 * timeout may end a call before its last try.
 *
 * @param call the call
 * @param conditions what was broken
 * @param outcomes ways the call ends, with exact shares that sum to one, in the order forwarded, direct, redirected,
 *     refused
 * @param endpoints endpoints that answer, by share, largest first; their shares sum to that of the forwarded outcomes
 * @param firstLeg the answer of the caller's sidecar
 * @param findings what is not modelled or may surprise, one line each
 * @param notModelled resources on the way that are not modelled and may change the decision; each is among the findings too
 * @param firstTry what would become of the call without retries; the same outcomes and endpoints when nothing is retried
 */
public record Decision(
        Call call,
        Conditions conditions,
        List<Outcome> outcomes,
        List<EndpointTarget> endpoints,
        ProxyAnswer firstLeg,
        List<String> findings,
        List<NotModelled> notModelled,
        FirstTry firstTry) {
    /**
     * Copies the lists.
     *
     * @param call the call
     * @param conditions what was broken
     * @param outcomes ways the call ends
     * @param endpoints endpoints that answer
     * @param firstLeg the answer of the caller's sidecar
     * @param findings what may surprise
     * @param notModelled resources on the way that are not modelled
     * @param firstTry what would become of the call without retries
     */
    public Decision {
        outcomes = List.copyOf(outcomes);
        endpoints = List.copyOf(endpoints);
        findings = List.copyOf(findings);
        notModelled = List.copyOf(notModelled);
    }

    /**
     * A decision without retries.
     *
     * @param call the call
     * @param conditions what was broken
     * @param outcomes ways the call ends
     * @param endpoints endpoints that answer
     * @param firstLeg the answer of the caller's sidecar
     * @param findings what may surprise
     * @param notModelled resources on the way that are not modelled
     */
    public Decision(
            Call call,
            Conditions conditions,
            List<Outcome> outcomes,
            List<EndpointTarget> endpoints,
            ProxyAnswer firstLeg,
            List<String> findings,
            List<NotModelled> notModelled) {
        this(call, conditions, outcomes, endpoints, firstLeg, findings, notModelled, new FirstTry(outcomes, endpoints));
    }

    /** {@return whether a part of the calls ends otherwise than its first tries} */
    public boolean isRetried() {
        return !outcomes.equals(firstTry.outcomes()) || !endpoints.equals(firstTry.endpoints());
    }

    /** {@return the answer of the caller's sidecar, or of the gateway where a call from outside arrives} */
    @Override
    public ProxyAnswer firstLeg() {
        return firstLeg instanceof PendingAnswer pending ? pending.answer() : firstLeg;
    }

    /** {@return the same decision for a call that differs in nothing that matters} */
    Decision answering(Call other, ProxyAnswer first) {
        return new Decision(other, conditions, outcomes, endpoints, first, findings, notModelled, firstTry);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Decision that
                && call.equals(that.call)
                && conditions.equals(that.conditions)
                && outcomes.equals(that.outcomes)
                && endpoints.equals(that.endpoints)
                && findings.equals(that.findings)
                && notModelled.equals(that.notModelled)
                && firstTry.equals(that.firstTry)
                && firstLeg().equals(that.firstLeg());
    }

    @Override
    public int hashCode() {
        return Objects.hash(call, conditions, outcomes, endpoints, findings, notModelled);
    }

    /** {@return whether every call is answered by an endpoint} */
    public boolean isForwarded() {
        return share(Outcome.Kind.FORWARDED).equals(Share.ONE);
    }

    /** {@return whether no call is answered by an endpoint or a rule} */
    public boolean isRefused() {
        return share(Outcome.Kind.REFUSED).equals(Share.ONE);
    }

    /**
     * The share of calls that end in a way.
     *
     * @param kind the way
     * @return exact share
     */
    public Share share(Outcome.Kind kind) {
        return Share.sum(outcomes.stream()
                .filter(outcome -> outcome.kind() == kind)
                .map(Outcome::share)
                .toList());
    }

    /**
     * The share of calls that a cluster answers.
     *
     * @param cluster the cluster
     * @return exact share
     */
    public Share shareOfCluster(String cluster) {
        return Share.sum(endpoints.stream()
                .filter(target -> target.cluster().equals(cluster))
                .map(EndpointTarget::share)
                .toList());
    }

    /** {@return the decision for people: outcome, route, shares per endpoint with hops, findings} */
    public String toText() {
        return DecisionText.of(this);
    }

    /**
     * The decision as a picture: the proxies that calls pass, how each connection is secured, the share of calls on each arrow, and
     * the ways they end without an endpoint.
     *
     * @return the picture, in the order of the endpoints
     */
    public Diagram toDiagram() {
        return new DecisionDiagram(this).diagram();
    }

    /** {@return the picture of {@link #toDiagram()} as a flowchart of Mermaid} */
    public String toMermaid() {
        return toDiagram().toMermaid();
    }
}
