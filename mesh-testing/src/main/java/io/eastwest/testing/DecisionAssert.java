package io.eastwest.testing;

import io.eastwest.routing.Decision;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.proxy.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on a decision; made by {@link MeshAssertions}. Where calls go is asserted of those that endpoints answer, and
 * fails when none is; {@link #forwards()} asserts that no other calls are left. An assertion that
 * does not hold throws an {@link AssertionError}.
 *
 * <p>A workload is written {@code [[<cluster>/]<namespace>/]<name>}, where the name is that of a pod or of the workload it
 * belongs to (its name without the ordinal, random characters and template hash), or as {@code ip} or {@code ip:port}.
 *
 * <pre>{@code
 * assertThat(decision).forwards().inCluster("east").withShare(3, 4).inCluster("west").withShare(1, 4);
 * }</pre>
 */
public final class DecisionAssert extends AbstractAssert<DecisionAssert, Decision> {
    private final Evidence evidence;

    DecisionAssert(Decision actual, Evidence evidence) {
        super(actual, DecisionAssert.class);
        this.evidence = evidence;
    }

    DecisionAssert verify(Function<Decision, Optional<Failure>> check) {
        isNotNull();
        Optional<Failure> failure = check.apply(actual);
        if (failure.isPresent()) {
            Failure found = failure.get();
            throw failureWithActualExpected(found.actual(), found.expected(), "%s", found.text(evidence));
        }
        return this;
    }

    /**
     * Asserts that endpoints answer all calls: none is refused, redirected or answered by a proxy itself.
     *
     * @return this
     */
    public DecisionAssert forwards() {
        return verify(ShouldForward::shouldForward);
    }

    /**
     * Asserts that all answered calls were sent to a Kubernetes service.
     *
     * @param name name of the service
     * @param namespace namespace of the service
     * @return this
     * @throws AssertionError if a call is sent elsewhere, or none is answered
     */
    public DecisionAssert toService(String name, String namespace) {
        return verify(each -> ShouldRouteTo.shouldRouteToService(each, name, namespace));
    }

    /**
     * Asserts that all answered calls were sent to a host, as that of a ServiceEntry.
     *
     * @param host the full host name
     * @return this
     * @throws AssertionError if a call is sent elsewhere, or none is answered
     */
    public DecisionAssert toHost(String host) {
        return verify(each -> ShouldRouteTo.shouldRouteToHost(each, host));
    }

    /**
     * Asserts that all answered calls were sent to a subset of a DestinationRule.
     *
     * @param name name of the subset; empty: the route names none
     * @return this
     * @throws AssertionError if a call is sent elsewhere, or none is answered
     */
    public DecisionAssert toSubset(String name) {
        return verify(each -> ShouldRouteTo.shouldRouteToSubset(each, name));
    }

    /**
     * Asserts that one cluster answers all calls that are answered.
     *
     * @param cluster the cluster
     * @return this
     * @throws AssertionError if another cluster, or no endpoint answers
     */
    public DecisionAssert onlyInCluster(String cluster) {
        return verify(each -> ShouldAnswerIn.shouldAnswerOnlyIn(each, cluster));
    }

    /**
     * Asserts that a cluster answers calls; how many is asserted by what is returned.
     *
     * @param cluster the cluster
     * @return assertions on the share of the cluster
     * @throws AssertionError if the cluster answers none
     */
    public ClusterShareAssert inCluster(String cluster) {
        return new ClusterShareAssert(verify(each -> ShouldAnswerIn.shouldAnswerIn(each, cluster)), cluster);
    }

    /**
     * Asserts the exact share of all calls that a workload answers, over all its pods that the name means.
     *
     * @param workload a workload, pod or address
     * @param numerator 0 or more
     * @param denominator 1 or more
     * @return this
     */
    public DecisionAssert withShareOf(String workload, long numerator, long denominator) {
        return verify(each -> ShouldHaveShare.shouldHaveShareOf(each, workload, Share.of(numerator, denominator)));
    }

    /**
     * Asserts the exact share of all calls that a workload answers, over all its pods that the name means.
     *
     * @param workload a workload, pod or address
     * @param share the share
     * @return this
     */
    public DecisionAssert withShareOf(String workload, Share share) {
        return verify(each -> ShouldHaveShare.shouldHaveShareOf(each, workload, share));
    }

    /**
     * Asserts the exact share of all calls that a cluster answers, which may be none.
     *
     * @param cluster the cluster
     * @param share the share
     * @return this
     */
    public DecisionAssert withShareOfCluster(String cluster, Share share) {
        return verify(each -> ShouldHaveShare.shouldHaveShareOfCluster(each, cluster, share));
    }

    /**
     * Asserts the exact share of calls that end in a way, for calls that end in several.
     *
     * @param kind the way
     * @param numerator 0 or more
     * @param denominator 1 or more
     * @return this
     */
    public DecisionAssert endsAs(Outcome.Kind kind, long numerator, long denominator) {
        return verify(each -> ShouldHaveShare.shouldEndAs(each, kind, Share.of(numerator, denominator)));
    }

    /**
     * Asserts that no pod of a cluster answers, no call passes its gateways, and no copy of a request may get there. Calls
     * that are refused on their way do not count.
     *
     * @param cluster the cluster
     * @return this
     * @throws AssertionError if one may, or where the copies go is not known
     */
    public DecisionAssert neverReachesCluster(String cluster) {
        return verify(each -> ShouldNotReach.shouldNotReachCluster(each, cluster));
    }

    /**
     * Asserts that a workload does not answer, is no gateway that a call passes, and gets no copy of a request. Calls that
     * are refused on their way do not count.
     *
     * @param workload a workload, pod or address
     * @return this
     * @throws AssertionError if it may, or where the copies go is not known
     */
    public DecisionAssert neverReaches(String workload) {
        return verify(each -> ShouldNotReach.shouldNotReach(each, workload));
    }

    /**
     * Asserts that all calls are refused.
     *
     * @return this
     */
    public DecisionAssert isRefused() {
        return verify(ShouldBeRefused::shouldBeRefused);
    }

    /**
     * Asserts that all calls are refused in one way.
     *
     * @param status HTTP status that the caller gets
     * @param flags response flags of Envoy, such as {@code UH}; {@code -} for none
     * @return this
     */
    public DecisionAssert refusedWith(int status, String flags) {
        return verify(each -> ShouldBeRefused.shouldBeRefusedWith(each, status, flags));
    }

    /**
     * Asserts that all connections are closed without an answer, as TCP calls are refused.
     *
     * @param flags response flags of Envoy, such as {@code UF}; {@code -} for none
     * @return this
     */
    public DecisionAssert closedWith(String flags) {
        return verify(each -> ShouldBeRefused.shouldBeClosedWith(each, flags));
    }

    /**
     * Asserts that the caller's proxy redirects all calls.
     *
     * @param location the whole location
     * @return this
     */
    public DecisionAssert isRedirectedTo(String location) {
        return verify(each -> ShouldBeRedirected.shouldBeRedirected(each, location));
    }

    /**
     * Asserts that a proxy itself answers all calls: direct response, injected abort, preflight.
     *
     * @param status HTTP status
     * @return this
     */
    public DecisionAssert isAnsweredDirectly(int status) {
        return verify(each -> ShouldBeAnsweredDirectly.shouldBeAnsweredDirectly(each, status));
    }

    /**
     * Asserts which route the caller's proxy takes.
     *
     * @param name name of the route, for a VirtualService that of its rule; empty: a route without a name
     * @return this
     */
    public DecisionAssert takesRoute(String name) {
        return verify(each -> ShouldTakeRoute.shouldTakeRoute(each, name));
    }

    /**
     * Asserts that all answered calls pass an east-west gateway of a cluster.
     *
     * @param cluster the cluster
     * @return this
     */
    public DecisionAssert passesGatewayOf(String cluster) {
        return verify(each -> ShouldPassGateway.shouldPassGatewayOfCluster(each, cluster));
    }

    /**
     * Asserts that all answered calls pass an east-west gateway.
     *
     * @param gateway a workload, pod or address
     * @return this
     */
    public DecisionAssert passesGateway(String gateway) {
        return verify(each -> ShouldPassGateway.shouldPassGateway(each, gateway));
    }

    /**
     * Asserts that answered calls pass no east-west gateway.
     *
     * @return this
     */
    public DecisionAssert passesNoGateway() {
        return verify(ShouldPassGateway::shouldPassNoGateway);
    }

    /**
     * Asserts after which time the caller's proxy gives up.
     *
     * @param timeout the time; zero: it does not
     * @return this
     * @throws AssertionError if it is another, or no route forwards the call
     */
    public DecisionAssert timesOutAfter(Duration timeout) {
        return verify(each -> ShouldSend.shouldTimeOutAfter(each, timeout));
    }

    /**
     * Asserts how often the caller's proxy repeats a try that fails.
     *
     * @param times how often at most; 0: never
     * @return this
     * @throws AssertionError if it is another number, or no route forwards the call
     */
    public DecisionAssert isTriedAgain(int times) {
        return verify(each -> ShouldSend.shouldBeTriedAgain(each, times));
    }

    /**
     * Asserts with which path the caller's proxy sends all requests, after a rewrite.
     *
     * @param path path with query
     * @return this
     * @throws AssertionError if it is another, or no request is sent
     */
    public DecisionAssert isSentWithPath(String path) {
        return verify(each -> ShouldSend.shouldSendPath(each, path));
    }

    /**
     * Asserts that the caller's proxy sends copies to a Kubernetes service; how many is not asserted.
     *
     * @param name name of the service
     * @param namespace namespace of the service
     * @return this
     */
    public DecisionAssert isCopiedTo(String name, String namespace) {
        return verify(each -> ShouldSend.shouldCopyTo(each, name, namespace));
    }

    /**
     * Asserts that nothing in the decision is not modelled or may surprise.
     *
     * @return this
     */
    public DecisionAssert hasNoFindings() {
        return verify(ShouldHaveNoFindings::shouldHaveNoFindings);
    }
}
